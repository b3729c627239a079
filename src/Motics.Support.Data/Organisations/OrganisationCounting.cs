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
        SELECT o.health AS Health, o.own_ehr AS Ehr, o.place AS Place,
          CASE WHEN o.migrated_at IS NULL THEN 0 ELSE 1 END AS Migrated, COUNT(*) AS Count
        FROM organisation o WHERE 1 = 1
        """;

    private const string GroupBy = " GROUP BY o.health, o.own_ehr, o.place, CASE WHEN o.migrated_at IS NULL THEN 0 ELSE 1 END";

    public Task<OrganisationCounts> ReadAsync(OrganisationQuery query, CancellationToken cancellationToken) =>
        database.ReadAsync(async connection =>
        {
            var incidents = await IncidentStore.ActiveAsync(connection, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            var all = await GroupsAsync(connection, OrganisationFilter.OfText(database.Dialect, null), incidents, cancellationToken).ConfigureAwait(false);
            var found = TextFolding.Fold(query.Search).Length == 0 && !query.WithoutTicket
                ? all
                : await GroupsAsync(connection, OrganisationFilter.OfText(database.Dialect, query.Search, query.WithoutTicket), incidents, cancellationToken).ConfigureAwait(false);
            return new Tally(query).Count(all, found);
        }, cancellationToken);

    private static async Task<IReadOnlyList<OrganisationGroup>> GroupsAsync(
        DbConnection connection, OrganisationFilter filter, IReadOnlyList<Incident> incidents, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(SelectGroups + filter.Conditions + GroupBy, filter.Values, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToGroup(incidents))];
    }

    private sealed class Row
    {
        public string Health { get; init; } = "";
        public string? Ehr { get; init; }
        public string? Place { get; init; }
        public int Migrated { get; init; }
        public int Count { get; init; }

        public OrganisationGroup ToGroup(IReadOnlyList<Incident> incidents)
        {
            var ehr = Kebab.Parse<Ehr>(Ehr);
            return new OrganisationGroup(
                Kebab.Parse<Health>(Health)!.Value,
                ehr ?? Core.Organisations.Ehr.None,
                Place,
                Migrated == 1,
                IncidentCover.For(incidents, ehr, Place) is not null,
                Count);
        }
    }
}
