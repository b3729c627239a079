using System.Data.Common;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Migration;

/// <summary>Reads the migrated organisations that are not connected, the longest first: who they are from the index, then their rows.</summary>
internal sealed class StragglerRows(Dialect dialect)
{
    // Who never came back waits since the migration, who came back and is out again since then: each its own walk, put together here.
    private const string SelectNeverBack = "SELECT o.id AS Id, o.migrated_at AS SinceAt FROM organisation o WHERE o.reconnected_at IS NULL AND o.health_rank <> @connected";
    private const string NeverBackFirst = " ORDER BY o.migrated_at, o.id ";
    private const string SelectOutAgain = "SELECT o.id AS Id, COALESCE(o.health_since_at, o.migrated_at) AS SinceAt FROM organisation o WHERE o.reconnected_at IS NOT NULL AND o.health_rank <> @connected";
    private const string OutAgainFirst = " ORDER BY COALESCE(o.health_since_at, o.migrated_at), o.id ";

    private const string SelectRows = """
        SELECT o.id AS Id, o.name AS Name, o.own_ehr AS Ehr, o.place AS Place, o.wave AS Wave,
          o.migrated_at AS MigratedAt, o.reconnected_at AS ReconnectedAt, o.health AS Health, o.health_reason AS HealthReason
        FROM organisation o WHERE o.id IN @ids
        """;

    public async Task<IReadOnlyList<Straggler>> ReadAsync(DbConnection connection, MigrationFilter filter, CancellationToken cancellationToken)
    {
        filter.Values.Add("connected", Health.Connected.Urgency());
        filter.Values.Add("take", MigrationSummary.MostStragglers);
        var never = await filter.QueryAsync<Waiting>(connection, SelectNeverBack + filter.Moved + NeverBackFirst + dialect.Take, cancellationToken).ConfigureAwait(false);
        var again = await filter.QueryAsync<Waiting>(connection, SelectOutAgain + filter.Moved + OutAgainFirst + dialect.Take, cancellationToken).ConfigureAwait(false);
        var longest = never.Concat(again).OrderBy(waiting => waiting.SinceAt).ThenBy(waiting => waiting.Id, StringComparer.Ordinal).Take(MigrationSummary.MostStragglers).ToList();
        var rows = await connection.QueryAsync<Row>(
            new CommandDefinition(SelectRows, new { ids = longest.Select(waiting => waiting.Id) }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        var byId = rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
        return [.. longest.Select(waiting => byId[waiting.Id].ToStraggler(UnixTime.Time(waiting.SinceAt)))];
    }

    private sealed class Waiting
    {
        public string Id { get; init; } = "";
        public long SinceAt { get; init; }
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string? Name { get; init; }
        public string? Ehr { get; init; }
        public string? Place { get; init; }
        public string? Wave { get; init; }
        public long MigratedAt { get; init; }
        public long? ReconnectedAt { get; init; }
        public string Health { get; init; } = "";
        public string HealthReason { get; init; } = "";

        public Straggler ToStraggler(DateTimeOffset since) => new(
            Id, Name, Kebab.Parse<Ehr>(Ehr), Place, Wave, UnixTime.Time(MigratedAt), UnixTime.Time(ReconnectedAt),
            Kebab.Parse<Health>(Health)!.Value, HealthReason, since);
    }
}
