using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Access;
using Motics.Support.Data;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Hostile;

/// <summary>Another program holds the database for longer than anybody waits.</summary>
public sealed class LockedDatabaseTests : IAsyncLifetime
{
    private readonly Hosting.Portal portal = new();
    private SqliteConnection? other;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        using var client = await portal.AdminAsync();
        using var told = await client.PostEventsAsync(Told.StuckClinic("held"));
        Assert.Equal(202, (int)told.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        other?.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Pages_AreAnsweredWithinThreeSecondsWithWhatToDo()
    {
        using var nobody = await portal.ClientAsync();
        Lock();

        var began = Stopwatch.GetTimestamp();
        using var answer = await nobody.GetAsync(new Uri("/dev/sign-in?as=agent", UriKind.Relative), Cancel);
        var took = Stopwatch.GetElapsedTime(began);

        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Contains("Try again in a minute", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.True(took < TimeSpan.FromSeconds(3), $"{took.TotalSeconds:0.0} s");
    }

    [Fact]
    public async Task Reading_WhileEventsWaitForTheirTurn_IsRefusedWithinThreeSeconds()
    {
        using var client = await portal.AdminAsync();
        Lock();
        // The intake is patient, and holds the turn to write meanwhile.
        var intake = client.PostEventsAsync(Told.StuckClinic("waits"));

        var began = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri("/api/v1/organisations/held", UriKind.Relative), Cancel);
        var took = Stopwatch.GetElapsedTime(began);

        await answer.ProblemAsync(503);
        Assert.True(took < TimeSpan.FromSeconds(3), $"{took.TotalSeconds:0.0} s");
        Assert.False(intake.IsCompleted);
        other!.Dispose();
        using var stored = await intake;
        Assert.Equal(202, (int)stored.StatusCode);
        Assert.Equal("held", (await client.ReadAsync("/api/v1/organisations/held")).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Lists_ThatOnlyRead_AreServedMeanwhile()
    {
        using var client = await portal.AdminAsync();
        await client.ReadAsync("/api/v1/organisations");
        Lock();

        Assert.Equal(1, (await client.ReadAsync("/api/v1/organisations")).GetProperty("items").GetArrayLength());
        Assert.Equal("ready", (await client.ReadAsync("/health/ready")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Ready_PagesFoundBroken_Is503()
    {
        using var nobody = await portal.ClientAsync();
        await portal.Services.GetRequiredService<FileCheck>().RunAsync(TimeSpan.FromMinutes(1), Cancel);
        await nobody.ReadAsync("/health/ready");
        var file = portal.DatabaseFile;
        SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(file, Cancel);
        bytes.AsSpan(bytes.Length - 4096).Fill(0xAA);
        await File.WriteAllBytesAsync(file, bytes, Cancel);

        Assert.NotNull(await portal.Services.GetRequiredService<FileCheck>().RunAsync(TimeSpan.FromMinutes(1), Cancel));
        using var answer = await nobody.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);

        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Equal("database-damaged", (await answer.JsonAsync()).GetProperty("status").GetString());
    }

    private void Lock()
    {
        other = new SqliteConnection($"Data Source={portal.DatabaseFile};Pooling=False");
        other.Open();
        other.Execute("BEGIN EXCLUSIVE");
    }
}
