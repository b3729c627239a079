using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Data.Tickets;

/// <summary>Reads for the home page that belong to no single feature.</summary>
public sealed class HomeStore(Database database) : IHomeStore
{
    private const string From = """

        FROM organisation o
        WHERE o.health IN ('needs-key', 'failing') AND NOT EXISTS (
          SELECT 1 FROM ticket t
          WHERE t.organisation_id = o.id AND t.status IN ('new', 'open', 'waiting-on-clinic', 'escalated', 'resolved'))
        """;

    private const string Count = "SELECT COUNT(*)" + From;

    private const string Select = """
        SELECT o.id AS Id, o.name AS Name, o.own_ehr AS Ehr, o.nookal_region AS NookalRegion, o.cliniko_shard AS ClinikoShard,
          o.health AS Health, o.health_reason AS HealthReason, o.health_since_at AS HealthSinceAt
        """ + From;

    private const string LongestFirst = " ORDER BY o.health_since_at, o.id ";

    /// <inheritdoc />
    public Task<UnattendedPart> UnattendedAsync(int limit, CancellationToken ct) =>
        database.ReadAsync(async connection =>
        {
            var rows = await connection.QueryAsync<Row>(new CommandDefinition(
                Select + LongestFirst + database.Dialect.Take, new { take = limit }, cancellationToken: ct)).ConfigureAwait(false);
            var count = await connection.ExecuteScalarAsync<int>(new CommandDefinition(Count, cancellationToken: ct)).ConfigureAwait(false);
            return new UnattendedPart(count, [.. rows.Select(row => row.ToOrganisation())]);
        }, ct);

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string? Name { get; init; }
        public string? Ehr { get; init; }
        public string? NookalRegion { get; init; }
        public string? ClinikoShard { get; init; }
        public string Health { get; init; } = "";
        public string HealthReason { get; init; } = "";
        public long? HealthSinceAt { get; init; }

        public UnattendedOrganisation ToOrganisation() => new(
            Id, Name, Kebab.Parse<Ehr>(Ehr), Kebab.Parse<NookalRegion>(NookalRegion), ClinikoShard,
            Kebab.Parse<Health>(Health)!.Value, HealthReason, UnixTime.Time(HealthSinceAt));
    }
}
