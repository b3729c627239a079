using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Home;
using Motics.Support.Data.Errors;
using Motics.Support.Data.Events;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Data.Tickets;

/// <summary>Reads for the home page that belong to no single feature.</summary>
public sealed class HomeStore(Database database) : IHomeStore
{
    private readonly NeedWindow need = new(database);

    // The conditions are those of the list of organisations, so that a number and the list it opens agree.
    private const string Unattended = $" FROM organisation o WHERE o.health IN ('needs-key', 'failing'){OrganisationFilter.HasNoTicket}";
    private const string From = $"{Unattended} AND NOT {FalloutSql.Outage}";
    private const string Count = $"""
        SELECT COALESCE(SUM(1 - u.covered), 0) AS Alone, COALESCE(SUM(u.covered), 0) AS InIncident
        FROM (SELECT CASE WHEN {FalloutSql.Outage} THEN 1 ELSE 0 END AS covered{Unattended}) u
        """;

    private const string OfTheWeek = "FROM daily_count d WHERE d.organisation_id = o.id AND d.day_at >= @week AND (d.ehr = o.own_ehr OR d.ehr = '')";

    private const string Select = $"""
        SELECT o.id AS Id, o.name AS Name, o.own_ehr AS Ehr, o.place AS Place, o.migration_state AS MigrationState, o.reason AS Reason,
          (SELECT COALESCE(SUM(d.failures), 0) {OfTheWeek}) AS Failed, (SELECT COALESCE(SUM(d.copies), 0) {OfTheWeek}) AS Copied,
          o.health AS Health, o.health_reason AS HealthReason, o.health_since_at AS HealthSinceAt
        """ + From;

    // As the list by need: those without a time stand last.
    private const string MostInNeedFirst = " ORDER BY o.need DESC, CASE WHEN o.blocked_at IS NULL THEN 1 ELSE 0 END, o.blocked_at, o.id ";

    /// <inheritdoc />
    public async Task<UnattendedPart> UnattendedAsync(int limit, DateTimeOffset now, CancellationToken ct)
    {
        await need.EnsureAsync(now, ct).ConfigureAwait(false);
        return await database.ReadAsync(async connection =>
        {
            var values = new { take = limit, now = UnixTime.Of(now), week = NeedRows.From(now) };
            var rows = await connection.QueryAsync<Row>(new CommandDefinition(Select + MostInNeedFirst + database.Dialect.Take, values, cancellationToken: ct)).ConfigureAwait(false);
            var (alone, inIncident) = await connection.QueryFirstOrDefaultAsync<(int, int)>(new CommandDefinition(Count, values, cancellationToken: ct)).ConfigureAwait(false);
            return new UnattendedPart(alone, [.. rows.Select(row => row.ToOrganisation())], inIncident);
        }, ct).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<HomeError>> ErrorsAsync(int limit, DateTimeOffset now, CancellationToken ct) =>
        database.ReadAsync(connection => HomeErrors.ReadAsync(connection, database.Dialect, limit, now, ct), ct);

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string? Name { get; init; }
        public string? Ehr { get; init; }
        public string? Place { get; init; }
        public string Health { get; init; } = "";
        public string HealthReason { get; init; } = "";
        public long? HealthSinceAt { get; init; }
        public int MigrationState { get; init; }
        public string? Reason { get; init; }
        public int Failed { get; init; }
        public int Copied { get; init; }

        public UnattendedOrganisation ToOrganisation() => new(
            Id, Name, Kebab.Parse<Ehr>(Ehr), Place,
            Kebab.Parse<Health>(Health)!.Value, HealthReason, UnixTime.Time(HealthSinceAt),
            (Core.Migration.MigrationState)MigrationState, Reason, Failed, Copied);
    }
}
