using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Audit;
using Motics.Support.Data.Audit;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Statements;

/// <summary>Who opens an organisation leaves a line of the audit: kept after the reading, so that nobody who writes waits for it, and before the answer.</summary>
public sealed class AuditedReadingTests : IAsyncLifetime
{
    private readonly Hosting.Portal portal = TracedSqlite.Portal();
    private HttpClient client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        client = await portal.AdminAsync();
        using var told = await client.PostEventsAsync(Told.StuckClinic("harbour"));
        Assert.Equal(202, (int)told.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await portal.DisposeAsync();
    }

    [Theory]
    [InlineData("/api/v1/organisations/harbour")]
    [InlineData("/api/v1/organisations/harbour/timeline")]
    public async Task Reading_HoldsNoWriter_AndIsAuditedBeforeTheAnswer(string url)
    {
        var traced = portal.Services.GetRequiredService<TracedSqlite>();
        traced.Sent();
        using var answer = await client.GetAsync(url, Cancel);
        var sent = traced.Sent();

        Assert.Equal(200, (int)answer.StatusCode);
        var begun = sent.FindLastIndex(statement => statement.StartsWith("BEGIN", StringComparison.Ordinal));
        Assert.True(begun > sent.FindLastIndex(statement => statement.Contains("FROM event ", StringComparison.Ordinal)), string.Join('\n', sent));
        Assert.True(begun > sent.FindLastIndex(statement => statement.Contains("FROM organisation ", StringComparison.Ordinal)), string.Join('\n', sent));
        Assert.Contains(sent[begun..], statement => statement.StartsWith("INSERT INTO audit", StringComparison.Ordinal));
        Assert.Single(await LinesAsync());
    }

    [Theory]
    [InlineData("/api/v1/organisations/harbour")]
    [InlineData("/api/v1/organisations/harbour/timeline")]
    public async Task AuditCannotBeKept_NothingIsAnswered(string url)
    {
        await using (var connection = new SqliteConnection($"Data Source={portal.DatabaseFile}"))
        {
            await connection.OpenAsync(Cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TRIGGER no_audit BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no audit today'); END";
            await command.ExecuteNonQueryAsync(Cancel);
        }

        using var answer = await client.GetAsync(url, Cancel);

        var problem = await answer.ProblemAsync(500);
        Assert.DoesNotContain("Clinic harbour", problem.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("authentication", problem.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await LinesAsync());
    }

    private async Task<IReadOnlyList<AuditLine>> LinesAsync() =>
        (await portal.Services.GetRequiredService<AuditStore>().ListAsync(new AuditQuery(Action: "organisation.read"), Cancel)).Value!.Items;
}
