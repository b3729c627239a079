using System.Data.Common;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Outreach;
using Motics.Support.Data.Incidents;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Data.Outreach;

/// <summary>Reads organisations as an outreach weighs them: all that a list shows, or some by their ids.</summary>
internal sealed class OutreachCandidates(Database database, TimeProvider clock)
{
    // An engine takes some thousand parameters at most.
    private const int Step = 500;

    private const string Select = $"""
        SELECT o.id AS Id, o.name AS Name, o.own_ehr AS Ehr, o.place AS Place, o.health AS Health, o.health_reason AS HealthReason, o.health_since_at AS HealthSinceAt, o.time_zone AS TimeZone,
          o.reason AS Reason, o.need AS Need, o.blocked_at AS BlockedAt, {FalloutSql.State} AS MigrationState,
          (SELECT COUNT(*) FROM ticket t WHERE t.organisation_id = o.id AND t.status IN {OrganisationFilter.OpenTicketStatuses}) AS OpenTickets,
          (SELECT MAX(y.copied_at) FROM ticket t JOIN ticket_reply y ON y.ticket_number = t.number WHERE t.organisation_id = o.id) AS AskedAt,
          (SELECT COUNT(DISTINCT k.fingerprint) FROM key_entry k WHERE k.organisation_id = o.id AND k.ehr = o.own_ehr AND k.outcome = 'failed' AND k.saved_at >= COALESCE(o.migrated_at, 0)
             AND k.saved_at > COALESCE((SELECT c.last_success_at FROM connection c WHERE c.organisation_id = o.id AND c.ehr = o.own_ehr), 0)) AS FailedKeys
        FROM organisation o WHERE 1 = 1
        """;

    private const string WithIds = " AND o.id IN @ids";
    private const string ById = " ORDER BY o.id ";

    /// <summary>All that match, and one more than an outreach takes at most, so that too many are noticed.</summary>
    public Task<IReadOnlyList<OutreachCandidate>> ReadAsync(OrganisationQuery query, CancellationToken ct) => database.ReadAsync<IReadOnlyList<OutreachCandidate>>(async connection =>
    {
        var now = clock.GetUtcNow();
        var filter = await OrganisationFilter.OfAsync(query, database, connection, now, ct).ConfigureAwait(false);
        filter.Values.Add("take", OutreachRequest.MostOrganisations + 1);
        var incidents = await IncidentStore.ActiveAsync(connection, now, ct).ConfigureAwait(false);
        return await RowsAsync(connection, Select + filter.Conditions + ById + database.Dialect.Take, filter.Values, incidents, ct).ConfigureAwait(false);
    }, ct);

    /// <summary>Those that exist.</summary>
    public Task<IReadOnlyList<OutreachCandidate>> ReadAsync(IReadOnlyList<string> ids, CancellationToken ct) => database.ReadAsync<IReadOnlyList<OutreachCandidate>>(async connection =>
    {
        var now = clock.GetUtcNow();
        var incidents = await IncidentStore.ActiveAsync(connection, now, ct).ConfigureAwait(false);
        var found = new List<OutreachCandidate>();
        foreach (var step in ids.Distinct(StringComparer.Ordinal).Chunk(Step))
        {
            found.AddRange(await RowsAsync(connection, Select + WithIds, new { ids = step, now = UnixTime.Of(now) }, incidents, ct).ConfigureAwait(false));
        }

        return found;
    }, ct);

    private static async Task<List<OutreachCandidate>> RowsAsync(DbConnection connection, string sql, object values, IReadOnlyList<Incident> incidents, CancellationToken ct) =>
        [.. (await connection.QueryAsync<Row>(new CommandDefinition(sql, values, cancellationToken: ct)).ConfigureAwait(false)).Select(row => row.ToCandidate(incidents))];

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string? Name { get; init; }
        public string? Ehr { get; init; }
        public string? Place { get; init; }
        public string Health { get; init; } = "";
        public string HealthReason { get; init; } = "";
        public long? HealthSinceAt { get; init; }
        public string? TimeZone { get; init; }
        public string? Reason { get; init; }
        public int Need { get; init; }
        public long? BlockedAt { get; init; }
        public int MigrationState { get; init; }
        public int OpenTickets { get; init; }
        public long? AskedAt { get; init; }
        public int FailedKeys { get; init; }

        public OutreachCandidate ToCandidate(IReadOnlyList<Incident> incidents)
        {
            var (ehr, health) = (Kebab.Parse<Ehr>(Ehr), Kebab.Parse<Health>(Health)!.Value);
            return new()
            {
                Id = Id,
                Name = Name,
                Ehr = ehr,
                Place = Place,
                Health = health,
                HealthReason = HealthReason,
                HealthSince = UnixTime.Time(HealthSinceAt),
                TimeZone = TimeZone,
                InOutage = InOutage(health, ehr, incidents),
                Reason = Reason,
                Need = Need,
                BlockedSince = UnixTime.Time(BlockedAt),
                OpenTickets = OpenTickets,
                AskedAt = UnixTime.Time(AskedAt),
                FailedKeys = FailedKeys,
            };
        }

        // Of one that was not moved the state tells nothing but that.
        private bool InOutage(Health health, Ehr? ehr, IReadOnlyList<Incident> incidents) => (Core.Migration.MigrationState)MigrationState switch
        {
            Core.Migration.MigrationState.Outage => true,
            Core.Migration.MigrationState.NotMigrated => health.NeedsSomebody() && IncidentCover.For(incidents, ehr, Place) is not null,
            _ => false,
        };
    }
}
