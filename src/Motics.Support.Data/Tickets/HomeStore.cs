using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Home;
using Motics.Support.Data.Errors;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Data.Tickets;

/// <summary>Reads for the home page that belong to no single feature.</summary>
public sealed class HomeStore(Database database) : IHomeStore
{
    // The conditions are those of the list of organisations, so that a number and the list it opens agree.
    private const string Unattended = $" FROM organisation o WHERE o.health IN ('needs-key', 'failing'){OrganisationFilter.HasNoTicket}";
    private const string From = $"{Unattended} AND NOT {OrganisationFilter.Covered}";
    private const string Count = $"""
        SELECT COALESCE(SUM(1 - u.covered), 0) AS Alone, COALESCE(SUM(u.covered), 0) AS InIncident
        FROM (SELECT CASE WHEN {OrganisationFilter.Covered} THEN 1 ELSE 0 END AS covered{Unattended}) u
        """;

    private const string Select = """
        SELECT o.id AS Id, o.name AS Name, o.own_ehr AS Ehr, o.place AS Place,
          o.health AS Health, o.health_reason AS HealthReason, o.health_since_at AS HealthSinceAt
        """ + From;

    private const string LongestFirst = " ORDER BY o.health_since_at, o.id ";

    /// <inheritdoc />
    public Task<UnattendedPart> UnattendedAsync(int limit, DateTimeOffset now, CancellationToken ct) =>
        database.ReadAsync(async connection =>
        {
            var values = new { take = limit, now = UnixTime.Of(now) };
            var rows = await connection.QueryAsync<Row>(new CommandDefinition(Select + LongestFirst + database.Dialect.Take, values, cancellationToken: ct)).ConfigureAwait(false);
            var (alone, inIncident) = await connection.QueryFirstOrDefaultAsync<(int, int)>(new CommandDefinition(Count, values, cancellationToken: ct)).ConfigureAwait(false);
            return new UnattendedPart(alone, [.. rows.Select(row => row.ToOrganisation())], inIncident);
        }, ct);

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

        public UnattendedOrganisation ToOrganisation() => new(
            Id, Name, Kebab.Parse<Ehr>(Ehr), Place,
            Kebab.Parse<Health>(Health)!.Value, HealthReason, UnixTime.Time(HealthSinceAt));
    }
}
