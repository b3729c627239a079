using System.Data.Common;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Incidents;

namespace Motics.Support.Data.Organisations;

/// <summary>Counts organisations for the filters' chips: one pass over a narrow index, added up per choice here.</summary>
internal sealed class OrganisationCounting(Database database, TimeProvider clock)
{
    // At most a few hundred groups, however many organisations there are.
    private const string SelectGroups = """
        SELECT o.health AS Health, o.own_ehr AS Ehr, o.place AS Place, COUNT(o.migrated_at) AS Migrated, COUNT(*) AS Count
        FROM organisation o WHERE 1 = 1
        """;

    private const string GroupBy = " GROUP BY o.health, o.own_ehr, o.place";

    public Task<OrganisationCounts> ReadAsync(OrganisationQuery query, CancellationToken cancellationToken) =>
        database.ReadAsync(async connection =>
        {
            var now = clock.GetUtcNow();
            var incidents = await IncidentStore.ActiveAsync(connection, now, cancellationToken).ConfigureAwait(false);
            var all = await GroupsAsync(connection, OrganisationFilter.None, incidents, cancellationToken).ConfigureAwait(false);
            var rest = OrganisationFilter.OfRest(query, database.Dialect, now);
            var found = rest.Conditions.Length == 0 ? all : await GroupsAsync(connection, rest, incidents, cancellationToken).ConfigureAwait(false);
            return new Tally(query).Count(all, found);
        }, cancellationToken);

    private static async Task<IReadOnlyList<OrganisationGroup>> GroupsAsync(
        DbConnection connection, OrganisationFilter filter, IReadOnlyList<Incident> incidents, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(SelectGroups + filter.Conditions + GroupBy, filter.Values, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return [.. rows.SelectMany(row => row.ToGroups(incidents))];
    }

    private sealed class Row
    {
        public string Health { get; init; } = "";
        public string? Ehr { get; init; }
        public string? Place { get; init; }
        public int Migrated { get; init; }
        public int Count { get; init; }

        // Those that were migrated and those that were not, each where there are any.
        public IEnumerable<OrganisationGroup> ToGroups(IReadOnlyList<Incident> incidents)
        {
            var (health, ehr) = (Kebab.Parse<Health>(Health)!.Value, Kebab.Parse<Ehr>(Ehr));
            var group = new OrganisationGroup(health, ehr ?? Core.Organisations.Ehr.None, Place, true, IncidentCover.For(incidents, ehr, Place) is not null, Migrated);
            return new[] { group, group with { Migrated = false, Count = Count - Migrated } }.Where(part => part.Count > 0);
        }
    }
}
