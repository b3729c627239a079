using CsCheck;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core.Access;
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
    private const string Filled = "0023_fallout_filled";
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
        var cut = new SchemaStep(Step, SchemaStep.All[0].What, async (database, clock, cancel) =>
        {
            await database.WriteAsync((connection, transaction) => connection.ExecuteAsync("CREATE TRIGGER cut BEFORE UPDATE OF folding ON organisation WHEN NEW.id = 'clinic-40' BEGIN SELECT RAISE(ABORT, 'cut off'); END", transaction: transaction), cancel);
            await Refolding.RunAsync(database, clock, cancel);
        });

        await Assert.ThrowsAnyAsync<Exception>(() => new SchemaMigrator(old.Database, old.Clock, SchemaScript.Embedded("sqlite"), [cut]).MigrateAsync(Cancel));

        var done = await CountFoldedAsync(old);
        Assert.InRange(done, 1, 40);
        Assert.Equal([Step, Filled], (await new SchemaMigrator(old.Database, old.Clock).StatusAsync(Cancel)).Pending);
        await old.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync("DROP TRIGGER cut", transaction: transaction), Cancel);
        // What was done is not done again: a change to it stays.
        await old.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync("UPDATE organisation SET health_reason = 'seen' WHERE id = 'clinic-00'", transaction: transaction), Cancel);
        Assert.Equal([Step, Filled], (await new SchemaMigrator(old.Database, old.Clock).MigrateAsync(Cancel)).Value!.Applied);
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

    // What the migration of the edition that knows operations but not the fallout finds; its raw events may be gone.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Migrate_DatabaseThatKnowsNoFallout_FillsItAndTouchesNothingElse(bool isPurged) => await EventGen.Deliveries.SampleAsync(
        async sample =>
        {
            await using var fresh = await TemporaryDatabase.CreateAsync();
            await AppendAsync(fresh, [.. sample.Batches.SelectMany(batch => batch)]);
            var expected = await StateDump.WholeAsync(fresh.Database);
            await fresh.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
                $"""
                UPDATE organisation SET folding = 1, migration_state = 0, failing_began_at = NULL, transient_began_at = NULL, blocked_at = NULL, copied_day_at = NULL, pushed_day_at = NULL, need = 0;
                DELETE FROM schema_journal WHERE script = '0023_fallout_filled';{(isPurged ? " DELETE FROM event;" : "")}
                """, transaction: transaction), Cancel);

            Assert.Contains(Filled, (await new SchemaMigrator(fresh.Database, fresh.Clock).MigrateAsync(Cancel)).Value!.Applied);

            Assert.Equal(expected, await StateDump.WholeAsync(fresh.Database));
        },
        iter: 15,
        threads: 1);

    // What the program before writes when a key is saved: the row of the key and which is the newest, nothing of operations or of what the key tells of the place.
    private const string OldKeySaved = """
        UPDATE connection SET operations = @operations, key_region = @region, key_suffix = @suffix;
        UPDATE organisation SET place = @place, place_source = @source, place_contradiction = NULL, place_contradiction_source = NULL, key_suffix_missing = NULL;
        UPDATE event_writer SET owner = 'old'
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task KeySaved_ByTheEditionBefore_IsFoldedAnewWhenTheOrganisationIsReadOrFolded(bool read)
    {
        IEnumerable<IntegrationEvent> events =
        [
            Event(EventType.OrganisationMigrated, Start.AddHours(-1)), KeySaved(Start, "a"), EventMaker.Search(Start.AddMinutes(1), 1), KeySaved(Start.AddMinutes(2), "b") with { KeySuffix = "au2" },
            Event(EventType.Copied, Start.AddMinutes(3)),
        ];
        await using var fresh = await TemporaryDatabase.CreateAsync();
        await AppendAsync(fresh, [.. read ? events.SkipLast(1) : events]);
        await using var mixed = await TemporaryDatabase.CreateAsync();
        await AppendAsync(mixed, [.. events.Take(3)]);
        var before = await mixed.Database.ReadAsync(connection => connection.QuerySingleAsync<(string Operations, string? Region, string Suffix, string Place, string Source)>(
            "SELECT c.operations, c.key_region, c.key_suffix, o.place, o.place_source FROM connection c JOIN organisation o ON o.id = c.organisation_id"), Cancel);
        await AppendAsync(mixed, [.. events.Skip(3).Take(1)]);
        await mixed.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            OldKeySaved, new { operations = before.Operations, region = before.Region, suffix = before.Suffix, place = before.Place, source = before.Source }, transaction), Cancel);

        if (read)
        {
            var detail = (await StoreOf(mixed).FindAsync("harbour", Cancel))!;
            Assert.Equal(("au2", OperationStatus.NotTried), (detail.Place.Name, detail.Operations.Single(state => state.Operation == Operation.PatientSearch).State));
        }
        else
            await AppendAsync(mixed, [events.Last()]);

        Assert.Equal(await StateDump.WholeAsync(fresh.Database), await StateDump.WholeAsync(mixed.Database));
    }

    [Fact]
    public async Task Attempts_FoldedByTheEditionBefore_AreToldByOperationWhenAPageIsOpened()
    {
        await using var mixed = await TemporaryDatabase.CreateAsync();
        await AppendAsync(mixed, KeySaved(Start, "a"), EventMaker.Search(Start.AddMinutes(1), 1), Failure(EventType.NotePushFailed, Start.AddMinutes(2), "Permission denied"));
        await mixed.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            "UPDATE connection SET search_success_at = NULL, operations = NULL, unmended = NULL, deciding_failure_at = NULL; UPDATE organisation SET health = 'connected', health_rank = 3; UPDATE event_writer SET owner = 'old'", transaction: transaction), Cancel);

        var agent = new Actor("sam", "Sam", Grants.ByRole[Grants.Agent]);
        var detail = (await StoreOf(mixed).ReadAsync("harbour", agent, Cancel)).Value!;

        Assert.Equal((Health.Failing, ErrorKind.PermissionDenied), (detail.Health, detail.CurrentError!.Kind));
    }

    private static OrganisationStore StoreOf(TemporaryDatabase of) => new(of.Database, new AuditTrail(of.Database), of.Clock);

    private static Task<int> CountFoldedAsync(TemporaryDatabase old) => old.Database.ReadAsync(
        connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM organisation WHERE folding = 2"), Cancel);

    private static async Task AppendAsync(TemporaryDatabase into, params IntegrationEvent[] events)
    {
        await using var store = new EventStore(into.Database, into.Clock, NullLogger<EventStore>.Instance);
        Assert.True((await store.AppendAsync(events, Cancel)).Done);
    }
}
