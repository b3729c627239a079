using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Organisations;

/// <summary>What Motics told of an organisation so far.</summary>
internal sealed record ToldOrganisation(
    string? Name, Ehr? ToldEhr, NookalRegion? NookalRegion, string? NookalSite, string? ClinikoShard, DateTimeOffset? MigratedAt);

/// <summary>Reads what Motics told of organisations.</summary>
internal sealed class OrganisationTold(Database database)
{
    private const string SelectTold = """
        SELECT id AS Id, name AS Name, told_ehr AS ToldEhr, nookal_region AS NookalRegion, nookal_site AS NookalSite, cliniko_shard AS ClinikoShard, migrated_at AS MigratedAt
        FROM organisation WHERE id IN @ids
        """;

    /// <summary>By id; those that are not known are not in it.</summary>
    public async Task<IReadOnlyDictionary<string, ToldOrganisation>> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<Row>(new CommandDefinition(SelectTold, new { ids }, cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Id, row => row.ToKnown(), StringComparer.Ordinal);
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string? Name { get; init; }
        public string? ToldEhr { get; init; }
        public string? NookalRegion { get; init; }
        public string? NookalSite { get; init; }
        public string? ClinikoShard { get; init; }
        public long? MigratedAt { get; init; }

        public ToldOrganisation ToKnown() => new(
            Name, Kebab.Parse<Ehr>(ToldEhr), Kebab.Parse<NookalRegion>(NookalRegion), NookalSite, ClinikoShard, UnixTime.Time(MigratedAt));
    }
}
