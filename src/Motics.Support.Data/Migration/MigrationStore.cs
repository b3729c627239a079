using System.Data.Common;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Migration;

namespace Motics.Support.Data.Migration;

/// <summary>
/// Sums up how the migrated organisations fare. It reads one index over organisations and the counts by day, never the raw events, so its cost
/// grows with organisations and days and not with what happened. What the numbers mean: <c>docs/migration.md</c>.
/// </summary>
public sealed class MigrationStore(Database database, TimeProvider clock)
{
    private const string SelectGroups = """
        SELECT o.own_ehr AS Ehr, o.place AS Place, o.health_rank AS HealthRank,
          COUNT(*) AS Organisations, COUNT(o.reconnected_at) AS Reconnected
        FROM organisation o WHERE 1 = 1
        """;

    private const string GroupByPlace = " GROUP BY o.own_ehr, o.place, o.health_rank";

    // The one in the middle, or both of them.
    private const string SelectMiddle = """
        SELECT m.waited FROM (
          SELECT o.reconnected_at - o.migrated_at AS waited, COUNT(*) OVER () AS total,
            ROW_NUMBER() OVER (ORDER BY o.reconnected_at - o.migrated_at, o.id) AS place
          FROM organisation o WHERE o.reconnected_at IS NOT NULL
        """;

    private const string WhereInMiddle = ") m WHERE m.place = (m.total + 1) / 2 OR m.place = (m.total + 2) / 2";

    /// <summary>The summary now. Refused when the actor may not.</summary>
    public async Task<Outcome<MigrationSummary>> ReadAsync(MigrationQuery query, Actor actor, CancellationToken cancellationToken) =>
        actor.May(Permission.ReadMigration) ? await ReadAsync(query, cancellationToken).ConfigureAwait(false) : new Refusal.Denied(Permission.ReadMigration);

    internal Task<MigrationSummary> ReadAsync(MigrationQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var filter = MigrationFilter.Of(query);
        return database.ReadAsync(async connection =>
        {
            var groups = await filter.QueryAsync<MigrationGroupRow>(connection, SelectGroups + filter.Conditions + GroupByPlace, cancellationToken).ConfigureAwait(false);
            var middle = await filter.QueryAsync<long>(connection, SelectMiddle + filter.Moved + WhereInMiddle, cancellationToken).ConfigureAwait(false);
            var days = await new MigrationDays(query, clock.GetUtcNow()).ReadAsync(connection, filter, cancellationToken).ConfigureAwait(false);
            var stragglers = await new StragglerRows(database.Dialect).ReadAsync(connection, filter, cancellationToken).ConfigureAwait(false);
            return MigrationTally.Of(groups) with
            {
                MedianSecondsToReconnect = middle.Count == 0 ? null : TimeSpan.FromMilliseconds(middle.Average()).TotalSeconds,
                ByDay = days,
                Stragglers = stragglers,
            };
        }, cancellationToken);
    }
}
