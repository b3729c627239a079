using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core.Events;
using Motics.Support.Data.Events;
using Motics.Support.Data.Events.Rows;

namespace Motics.Support.Data.Tests.Events;

/// <summary>The state is a function of the set of events: whatever their order, batches and repetitions.</summary>
public abstract class FoldingContract(Engine engine)
{
    private static readonly int Histories = int.TryParse(Environment.GetEnvironmentVariable("MOTICS_TEST_HISTORIES"), out var asked) ? asked : 30;

    [Fact]
    public async Task Append_AnyOrderAnyBatchesAnyDuplicates_StateIsThatOfTheSortedHistory()
    {
        // Before the samples, so that a test without its engine is skipped and not a sample that fails.
        await using var first = await TemporaryDatabase.CreateAsync(engine);
        await EventGen.Deliveries.SampleAsync(
            TryAsync, iter: engine == Engine.Sqlite ? Histories : Histories / 5, threads: 1, print: sample => string.Join('\n', sample.Item2.SelectMany(batch => batch.Append(null)).Select(Print)));
    }

    private async Task TryAsync((IntegrationEvent[] History, IntegrationEvent[][] Batches) sample)
    {
        await using var late = await TemporaryDatabase.CreateAsync(engine);
        await AppendAsync(late, sample.Batches);
        await CompareWithOracleAsync(sample.History, late);

        await using var inOrder = await TemporaryDatabase.CreateAsync(engine);
        await AppendAsync(inOrder, [[.. sample.History.OrderBy(Stamp, StringComparer.Ordinal)]]);
        Assert.Equal(await StateDump.WholeAsync(inOrder.Database), await StateDump.WholeAsync(late.Database));
    }

    private static async Task CompareWithOracleAsync(IntegrationEvent[] history, TemporaryDatabase stored)
    {
        var oracle = new Oracle(history);
        Assert.Equal(oracle.Organisations(), await StateDump.QueryAsync(stored.Database, "organisation", OracleSql.Organisations));
        Assert.Equal(oracle.Connections(), await ConnectionLinesAsync(stored));
        Assert.Equal(oracle.Operations(), await OperationLines.ReadAsync(stored.Database));
        Assert.Equal(oracle.Keys(), await StateDump.QueryAsync(stored.Database, "key", OracleSql.Keys));
        Assert.Equal(oracle.Groups(), await StateDump.QueryAsync(stored.Database, "group", OracleSql.Groups));
        Assert.Equal(oracle.Members(), await StateDump.QueryAsync(stored.Database, "member", OracleSql.Members));
        Assert.Equal(oracle.Days(), await StateDump.QueryAsync(stored.Database, "day", OracleSql.Days));
        Assert.Empty(await BehindAsync(stored.Database, [.. history.Select(happened => happened.OrganisationId).Distinct()]));
    }

    // What this program folded it does not take for the work of another edition.
    private static Task<List<string>> BehindAsync(Database database, string[] ids) => database.WriteAsync((connection, transaction) =>
    {
        using var statements = database.Dialect.Statements(connection, transaction);
        var found = new OrganisationRows(statements).Find(ids).Values.Select(each => each.State).ToDictionary(state => state.Id);
        new ConnectionRows(statements).Load(found);
        return Task.FromResult(found.Values.SelectMany(state => state.Connections.Values.Where(each => each.IsBehind(state.Migration)).Select(each => $"{state.Id} {each.Ehr}")).ToList());
    }, TestContext.Current.CancellationToken);

    private static async Task<IEnumerable<string>> ConnectionLinesAsync(TemporaryDatabase stored)
    {
        var lines = await StateDump.QueryAsync(stored.Database, "connection", OracleSql.Connections);
        return lines.Select(line =>
        {
            var cut = line.LastIndexOf('|');
            var searches = SearchMarks.Read(line[(cut + 1)..] is "-" ? null : line[(cut + 1)..]);
            return line[..(cut + 1)] + string.Join(' ', searches.Select(mark => $"{mark.Stamp.At}:{mark.ResultCount}"));
        });
    }

    private static async Task AppendAsync(TemporaryDatabase into, IntegrationEvent[][] batches)
    {
        await using var store = new EventStore(into.Database, into.Clock, NullLogger<EventStore>.Instance);
        foreach (var batch in batches)
            Assert.True((await store.AppendAsync(batch, TestContext.Current.CancellationToken)).Done);
    }

    private static string Stamp(IntegrationEvent happened) => Core.Organisations.Folding.EventStamp.Of(happened).Text;

    private static string Print(IntegrationEvent? happened) =>
        happened is null ? "--" : $"{Stamp(happened)} {happened.OrganisationId} {happened.Type} {happened.Ehr} {happened.Error?.Kind} {happened.ResultCount} {happened.KeyFingerprint}";
}

public sealed class FoldingOnSqlite() : FoldingContract(Engine.Sqlite);

public sealed class FoldingOnSqlServer() : FoldingContract(Engine.SqlServer);

/// <summary>The stored state in the oracle's words.</summary>
internal static class OracleSql
{
    public const string Organisations = """
        SELECT id, name, told_ehr, implied_ehr, own_ehr, nookal_region, cliniko_shard, place, wave, migrated_at, health, health_since_at,
          last_error_kind, last_error_at, last_error_message,
          (SELECT c.last_success_at FROM connection c WHERE c.organisation_id = o.id AND c.ehr = NULLIF(o.own_ehr, 'none')) AS last_success_at, keys_since_migration, keys_failed_since_migration, keys_distinct_since_migration,
          newest_key_outcome,
          COALESCE((SELECT c.searches_since_migration FROM connection c WHERE c.organisation_id = o.id AND c.ehr = NULLIF(o.own_ehr, 'none')), 0) AS searches,
          COALESCE((SELECT c.searches_empty_since_migration FROM connection c WHERE c.organisation_id = o.id AND c.ehr = NULLIF(o.own_ehr, 'none')), 0) AS searches_empty,
          first_event_at, reconnected_at, (SELECT MAX(at) FROM event e WHERE e.organisation_id = o.id) AS last_event_at
        FROM organisation o ORDER BY id
        """;

    public const string Connections = """
        SELECT organisation_id, ehr, enabled, switched_at, last_success_at, last_failure_at, last_failure_kind, last_key_at, search_success_at, push_success_at, verify_success_at,
          deciding_failure_at, reconnected_at,
          searches_since_migration, searches_empty_since_migration, last_copied_at, recent_searches
        FROM connection ORDER BY organisation_id, ehr
        """;

    // The connection keeps the last success of its newest key.
    public const string KeyLastSuccess = """
        COALESCE((SELECT c.last_success_at FROM connection c WHERE c.organisation_id = k.organisation_id AND c.ehr = k.ehr
          AND c.last_key_stamp = k.stamp AND c.last_success_stamp > k.stamp), k.last_success_at)
        """;

    public const string Keys = $"""
        SELECT organisation_id, ehr, saved_at, fingerprint, outcome, outcome_at, outcome_kind, first_success_at, {KeyLastSuccess} AS last_success_at,
          last_key_failure_at, last_deciding_failure_at, undecided_at, undecided_kind
        FROM key_entry k ORDER BY organisation_id, ehr, stamp
        """;

    public const string Groups = """
        SELECT title, kind, COALESCE(ehr, '') AS ehr, operation, events, organisations, first_seen_at, last_seen_at FROM error_group
        ORDER BY kind, COALESCE(ehr, ''), operation, title
        """;

    public const string Members = """
        SELECT g.title, g.kind, m.organisation_id, m.events, m.first_seen_at, m.last_seen_at
        FROM error_group_organisation m JOIN error_group g ON g.id = m.error_group_id
        ORDER BY g.kind, COALESCE(g.ehr, ''), g.operation, g.title, m.organisation_id
        """;

    public const string Days = """
        SELECT organisation_id, ehr, day_at, successes, failures, key_failures, searches, searches_empty, keys_saved, copies
        FROM daily_count ORDER BY organisation_id, ehr, day_at
        """;
}
