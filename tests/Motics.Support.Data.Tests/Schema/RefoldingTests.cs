using CsCheck;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Events;
using Motics.Support.Data.Schema;
using Motics.Support.Data.Organisations;
using Motics.Support.Data.Tests.Events;
using static Motics.Support.Data.Tests.Events.EventMaker;

namespace Motics.Support.Data.Tests.Schema;

/// <summary>What the edition before folded is right after the migration.</summary>
public sealed class RefoldingTests
{
    private const string Step = "0008_states_folded_anew";
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migrate_DatabaseOfTheEditionBefore_EqualsAFreshFold() => await EventGen.Deliveries.SampleAsync(
        async sample =>
        {
            await using var fresh = await TemporaryDatabase.CreateAsync();
            await AppendAsync(fresh, [.. sample.Batches.SelectMany(batch => batch)]);
            await using var old = await OldDatabase.OfAsync(fresh);

            Assert.Contains(Step, (await new SchemaMigrator(old.Database, old.Clock).MigrateAsync(Cancel)).Value!.Applied);

            Assert.Equal(await StateDump.WholeAsync(fresh.Database), await StateDump.WholeAsync(old.Database));
        },
        iter: 25,
        threads: 1);

    [Fact]
    public async Task Migrate_CutOff_GoesOnWhereItWasAndIsPendingUntilThen()
    {
        await using var fresh = await TemporaryDatabase.CreateAsync();
        await AppendAsync(fresh, [.. Enumerable.Range(0, 60).SelectMany(number => new[]
        {
            KeySaved(Start, "a", $"clinic-{number:D2}", id: $"k{number}"), EventMaker.Search(Start.AddMinutes(1), 1, $"clinic-{number:D2}", id: $"s{number}"),
            Failure(EventType.NotePushFailed, Start.AddMinutes(2), "Permission denied", $"clinic-{number:D2}", id: $"f{number}"),
        })]);
        await using var old = await OldDatabase.OfAsync(fresh);
        var cut = new SchemaStep(Step, SchemaStep.All[0].What, async (database, cancel) =>
        {
            await database.WriteAsync((connection, transaction) => connection.ExecuteAsync("CREATE TRIGGER cut BEFORE UPDATE OF folding ON organisation WHEN NEW.id = 'clinic-40' BEGIN SELECT RAISE(ABORT, 'cut off'); END", transaction: transaction), cancel);
            await Refolding.RunAsync(database, cancel);
        });

        await Assert.ThrowsAnyAsync<Exception>(() => new SchemaMigrator(old.Database, old.Clock, SchemaScript.Embedded("sqlite"), [cut]).MigrateAsync(Cancel));

        var done = await CountFoldedAsync(old);
        Assert.InRange(done, 1, 40);
        Assert.Equal([Step], (await new SchemaMigrator(old.Database, old.Clock).StatusAsync(Cancel)).Pending);
        await old.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync("DROP TRIGGER cut", transaction: transaction), Cancel);
        // What was done is not done again: a change to it stays.
        await old.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync("UPDATE organisation SET health_reason = 'seen' WHERE id = 'clinic-00'", transaction: transaction), Cancel);
        Assert.Equal([Step], (await new SchemaMigrator(old.Database, old.Clock).MigrateAsync(Cancel)).Value!.Applied);
        Assert.Equal((60, "seen"), (await CountFoldedAsync(old), await old.Database.ReadAsync(connection => connection.ExecuteScalarAsync<string>("SELECT health_reason FROM organisation WHERE id = 'clinic-00'"), Cancel)));
        Assert.Empty((await new SchemaMigrator(old.Database, old.Clock).MigrateAsync(Cancel)).Value!.Applied);
    }

    [Fact]
    public async Task Migrate_RawEventsPurged_TellsWhatTheKeptRowsTell()
    {
        await using var fresh = await TemporaryDatabase.CreateAsync();
        await AppendAsync(
            fresh,
            Event(EventType.OrganisationUpdated, Start) with { OrganisationName = "Harbour", ClinikoShard = "uk1" },
            KeySaved(Start.AddHours(1), "a"), EventMaker.Search(Start.AddHours(2), 1), Failure(EventType.NotePushFailed, Start.AddHours(3), "Permission denied"),
            Failure(EventType.NotePushFailed, Start.AddHours(4), "Permission denied"));
        await using var old = await OldDatabase.OfAsync(fresh, forget: false);
        await old.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            "DELETE FROM event; UPDATE connection SET run_start_stamp = @start", new { start = EventStamp.MomentOf(Start.AddHours(3).ToUnixTimeMilliseconds(), EventType.NotePushFailed).Text + " a b" }, transaction), Cancel);

        await new SchemaMigrator(old.Database, old.Clock).MigrateAsync(Cancel);

        var detail = (await new OrganisationStore(old.Database, new AuditTrail(old.Database), old.Clock).FindAsync("harbour", Cancel))!;
        Assert.Equal((Health.Failing, Start.AddHours(3)), (detail.Health, detail.HealthSince));
        Assert.Equal("Patient search works; pushing notes has failed since 20 Nov 2026 12:00 UTC, 2 times.", detail.HealthReason);
        Assert.Equal((KeyOutcome.Worked, Start.AddHours(2)), (detail.KeyHistory[0].Outcome, detail.KeyHistory[0].OutcomeAt));
        Assert.Equal(("uk1", ErrorKind.PermissionDenied, "Permission denied"), (detail.Place.Name, detail.CurrentError!.Kind, detail.CurrentError.Message));
    }

    [Fact]
    public async Task Append_AfterAProgramOfTheEditionBeforeWrote_IsFoldedAnew()
    {
        IEnumerable<IntegrationEvent> events =
        [
            KeySaved(Start, "a"), EventMaker.Search(Start.AddMinutes(1), 1), Failure(EventType.NotePushFailed, Start.AddMinutes(2), "Permission denied"), EventMaker.Search(Start.AddMinutes(3), 1),
        ];
        await using var fresh = await TemporaryDatabase.CreateAsync();
        await AppendAsync(fresh, [.. events]);
        await using var mixed = await TemporaryDatabase.CreateAsync();
        await AppendAsync(mixed, [.. events.SkipLast(1)]);
        // It knows neither operations nor what is mended.
        await mixed.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            "UPDATE connection SET search_success_at = NULL, operations = NULL, unmended = NULL, deciding_failure_at = NULL; UPDATE event_writer SET owner = 'old'", transaction: transaction), Cancel);

        await AppendAsync(mixed, [events.Last()]);

        Assert.Equal(await StateDump.WholeAsync(fresh.Database), await StateDump.WholeAsync(mixed.Database));
    }

    [Fact]
    public async Task Append_ToAnOrganisationThatTheEditionBeforeMade_FoldsItAnew()
    {
        IEnumerable<IntegrationEvent> events =
        [
            Event(EventType.OrganisationUpdated, Start) with { OrganisationName = "Harbour", ClinikoShard = "uk1" }, Event(EventType.Copied, Start.AddMinutes(1)),
        ];
        await using var fresh = await TemporaryDatabase.CreateAsync();
        await AppendAsync(fresh, [.. events]);
        await using var mixed = await TemporaryDatabase.CreateAsync();
        await AppendAsync(mixed, [.. events.SkipLast(1)]);
        await mixed.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            "UPDATE organisation SET folding = 0, place = NULL, place_source = NULL; UPDATE event_writer SET owner = 'old'", transaction: transaction), Cancel);

        await AppendAsync(mixed, [events.Last()]);

        Assert.Equal(await StateDump.WholeAsync(fresh.Database), await StateDump.WholeAsync(mixed.Database));
    }

    private static Task<int> CountFoldedAsync(TemporaryDatabase old) => old.Database.ReadAsync(
        connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM organisation WHERE folding = 1"), Cancel);

    private static async Task AppendAsync(TemporaryDatabase into, params IntegrationEvent[] events)
    {
        await using var store = new EventStore(into.Database, into.Clock, NullLogger<EventStore>.Instance);
        Assert.True((await store.AppendAsync(events, Cancel)).Done);
    }
}
