using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Portal.Audit;

namespace Motics.Support.Portal.Tests.Audit;

public sealed class CheckpointRunTests : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("motics-checkpoints-");
    private readonly Hosting.Portal portal;

    public CheckpointRunTests() => portal = Hosting.Portal.With(("Audit:CheckpointFile", CheckpointFile), ("Audit:Key", new string('k', 40)));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string CheckpointFile => Path.Combine(folder.FullName, "checkpoints.txt");

    [Fact]
    public async Task Look_Due_WritesOneToLogAndFileOnceADay()
    {
        using var client = await portal.AdminAsync();
        var run = portal.Services.GetRequiredService<CheckpointRun>();

        Assert.True(await run.LookAsync(Cancel));
        Assert.False(await run.LookAsync(Cancel));

        var line = Assert.Single(await File.ReadAllLinesAsync(CheckpointFile, Cancel));
        Assert.Equal(1, AuditCheckpoint.Find(line)!.Lines);
        Assert.Contains(line, portal.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM audit WHERE seq > 1", "Lines were cut off")]
    [InlineData("DELETE FROM audit", "Lines were cut off")]
    [InlineData("UPDATE audit SET hash = previous_hash", "The audit was written anew")]
    public async Task Look_AuditTamperedWithSinceTheLast_SaysSoInTheLog(string statement, string told)
    {
        using var client = await portal.ClientAsync(Grants.AdminScope);
        using var another = await portal.ClientAsync(Grants.AdminScope);
        await portal.Services.GetRequiredService<CheckpointRun>().LookAsync(Cancel);
        Assert.DoesNotContain("The audit is not what it was", portal.Log.Text, StringComparison.Ordinal);
        await TamperAsync($"DROP TRIGGER tr_audit_no_delete; DROP TRIGGER tr_audit_no_update; {statement}; DELETE FROM lease");

        // Another process, or this one after a restart: it knows the last one from the file.
        Assert.True(await ActivatorUtilities.CreateInstance<CheckpointRun>(portal.Services).LookAsync(Cancel));

        Assert.Contains("The audit is not what it was", portal.Log.Text, StringComparison.Ordinal);
        Assert.Contains(told, portal.Log.Text, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task TamperAsync(string statements)
    {
        await using var connection = new SqliteConnection($"Data Source={portal.DatabaseFile};Pooling=False");
        await connection.ExecuteAsync(statements);
    }
}
