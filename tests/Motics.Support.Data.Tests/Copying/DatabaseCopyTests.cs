using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Copying;
using Motics.Support.Data.Events;
using Motics.Support.Data.Events.Statements;
using Motics.Support.Data.Organisations;
using Motics.Support.Data.Tests.Events;
using Motics.Support.Data.Tests.Tickets;

namespace Motics.Support.Data.Tests.Copying;

/// <summary>Moving an installation to another database.</summary>
public sealed class DatabaseCopyTests
{
    private const int Searches = 4_500;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Copy_EverythingThere_IsTheSameOnBothSides()
    {
        await using var source = await FilledAsync();
        await using var destination = TemporaryDatabase.CreateEmpty();
        var told = new Steps();
        var outcome = await new DatabaseCopy(source.Database, destination.Database, destination.Clock).RunAsync(told, Cancel);
        Assert.True(outcome.Done);
        var rows = outcome.Value.ToDictionary(table => table.Name, table => table.To.Rows);
        Assert.Equal((Searches + 3, 2, 1, 2, 1), ((int)rows["event"], (int)rows["organisation"], (int)rows["ticket"], (int)rows["number_sequence"], (int)rows["draft"]));
        Assert.Equal(await StateDump.WholeAsync(source.Database), await StateDump.WholeAsync(destination.Database));
        Assert.Null((await new AuditStore(destination.Database).VerifyAsync(Cancel)).BrokenAt);
        Assert.Contains(told.All, step => step.Table == "event" && step.Copied is > 0 and < Searches);
        Assert.Equal(0, await destination.Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM sqlite_master WHERE name = 'copy_place'"), Cancel));
    }

    [Fact]
    public async Task Copy_Ended_TheDestinationIsSearchedAndTakesEvents()
    {
        await using var source = await FilledAsync();
        await using var destination = TemporaryDatabase.CreateEmpty();
        Assert.True((await new DatabaseCopy(source.Database, destination.Database, destination.Clock).RunAsync(new Steps(), Cancel)).Done);
        var found = await new OrganisationStore(destination.Database, new AuditTrail(destination.Database), destination.Clock).ListAsync(new OrganisationQuery { Search = "quaý" }, Cancel);
        Assert.Equal(["quay"], found.Value!.Items.Select(organisation => organisation.Id));
        await using var events = Events(destination.Database, destination.Clock);
        var again = await events.AppendAsync([.. SearchEvents().Take(10), EventMaker.Search(TemporaryDatabase.Start, 1, "quay", id: "fresh")], Cancel);
        Assert.Equal((1, 10), (again.Value!.Accepted, again.Value.Duplicates.Count));
    }

    [Fact]
    public async Task Copy_CutOff_GoesOnWhereItWas()
    {
        await using var source = await FilledAsync();
        await using var destination = TemporaryDatabase.CreateEmpty();
        using var stop = new CancellationTokenSource();
        var cut = new Steps(step =>
        {
            if (step is { Table: "event", Copied: > 0 })
                stop.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new DatabaseCopy(source.Database, destination.Database, destination.Clock).RunAsync(cut, stop.Token));
        var told = new Steps();
        Assert.True((await new DatabaseCopy(source.Database, destination.Database, destination.Clock).RunAsync(told, Cancel)).Done);
        var first = told.All.First(step => step.Table == "event");
        Assert.InRange(first.Copied, 1, Searches);
    }

    [Fact]
    public async Task Copy_DestinationInUse_IsRefusedAndLeavesIt()
    {
        await using var source = await FilledAsync();
        await using var destination = await TicketDatabase.CreateAsync();
        var outcome = await new DatabaseCopy(source.Database, destination.Database, TimeProvider.System).RunAsync(new Steps(), Cancel);
        Assert.Contains("organisation", Assert.IsType<Refusal.Conflict>(outcome.Refusal).Why, StringComparison.Ordinal);
        Assert.Equal(1, await destination.ScalarAsync<int>("SELECT COUNT(*) FROM organisation"));
    }

    [Fact]
    public async Task Copy_SourceNotMigrated_IsRefused()
    {
        await using var source = TemporaryDatabase.CreateEmpty();
        await using var destination = TemporaryDatabase.CreateEmpty();
        var outcome = await new DatabaseCopy(source.Database, destination.Database, destination.Clock).RunAsync(new Steps(), Cancel);
        Assert.IsType<Refusal.Conflict>(outcome.Refusal);
    }

    [Fact]
    public async Task Copy_WrittenToMeanwhile_NamesTheTable()
    {
        await using var source = await FilledAsync();
        await using var destination = TemporaryDatabase.CreateEmpty();
        var wrote = false;
        var meddle = new Steps(step =>
        {
            if (wrote || step.Table != "event_writer")
                return;
            wrote = true;
            source.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync("UPDATE organisation SET name = 'Other' WHERE id = 'quay'", transaction: transaction), Cancel).GetAwaiter().GetResult();
        });
        var outcome = await new DatabaseCopy(source.Database, destination.Database, destination.Clock).RunAsync(meddle, Cancel);
        Assert.Contains(": organisation.", Assert.IsType<Refusal.Conflict>(outcome.Refusal).Why, StringComparison.Ordinal);
    }

    private static EventStore Events(Database database, TimeProvider clock) => new(database, clock, NullLogger<EventStore>.Instance);

    private static IEnumerable<IntegrationEvent> SearchEvents() =>
        Enumerable.Range(0, Searches).Select(index => EventMaker.Search(TemporaryDatabase.Start.AddMinutes(-index - 1), index % 3, "quay", id: $"search-{index}"));

    private static async Task<TicketDatabase> FilledAsync()
    {
        var filled = await TicketDatabase.CreateAsync();
        await using (var events = Events(filled.Database, TimeProvider.System))
        {
            await events.AppendAsync(
                [
                    EventMaker.Event(EventType.OrganisationUpdated, TemporaryDatabase.Start.AddDays(-9), "quay") with { OrganisationName = "Quay Physio — Ōtāhuhu" },
                    EventMaker.KeySaved(TemporaryDatabase.Start.AddDays(-8), "f1", "quay"),
                    EventMaker.Failure(EventType.IntegrationFailed, TemporaryDatabase.Start.AddDays(-7), "401 Unauthorized", "quay"),
                ],
                Cancel);
            foreach (var batch in SearchEvents().Chunk(1_000))
                await events.AppendAsync(batch, Cancel);
        }

        await filled.AddTicketAsync();
        await filled.Database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("INSERT INTO draft (actor, draft_key, body, saved_at) VALUES ('sam', 'note', 'Ünfinished 🙂', 1)", transaction: transaction), Cancel);
        return filled;
    }

    private sealed class Steps(Action<CopyProgress>? each = null) : IProgress<CopyProgress>
    {
        public List<CopyProgress> All { get; } = [];

        public void Report(CopyProgress value)
        {
            All.Add(value);
            each?.Invoke(value);
        }
    }
}
