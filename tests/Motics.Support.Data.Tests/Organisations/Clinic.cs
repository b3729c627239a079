using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Tests.Organisations;

/// <summary>An organisation's row as folding would have left it, for tests of reading.</summary>
internal sealed record Clinic(string Id, string? Name = null)
{
    private const string Insert = """
        INSERT INTO organisation (id, name, name_folded, search_folded, told_ehr, own_ehr, nookal_region, nookal_site, cliniko_shard, place, place_source,
          place_contradiction, place_contradiction_source, key_suffix_missing, migrated_at, stamps, health, health_rank,
          health_reason, health_since_at, last_error_kind, last_error_message, last_error_at, keys_since_migration, keys_failed_since_migration,
          keys_distinct_since_migration, newest_key_outcome)
        VALUES (@id, @name, @folded, @searched, @ehr, @ehr, @region, @site, @shard, @place, @placeSource, @contradiction, @contradictionSource, @suffixMissing, @migrated, '{}', @health, @rank,
          'because', @since, @errorKind, @errorMessage, @errorAt, 0, 0, 0, NULL)
        """;

    public Ehr? Ehr { get; init; }

    public NookalRegion? Region { get; init; }

    public string? Site { get; init; }

    public string? Shard { get; init; }

    /// <summary>Suffix of its newest key; null when not told.</summary>
    public string? KeySuffix { get; init; }

    /// <summary>Region of its newest key; null when not told.</summary>
    public NookalRegion? KeyRegion { get; init; }

    public Place Place => Place.Of(Ehr, new(Region, Site, Shard, KeyRegion, KeySuffix));

    public DateTimeOffset? Migrated { get; init; }

    public Health Health { get; init; } = Health.Unknown;

    public DateTimeOffset? Since { get; init; }

    public ErrorKind? Error { get; init; }

    public static async Task InsertAsync(Database database, params IEnumerable<Clinic> clinics) =>
        await database.WriteAsync(async (connection, transaction) =>
        {
            foreach (var clinic in clinics)
            {
                await connection.ExecuteAsync(Insert, clinic.Values(), transaction);
                await connection.ExecuteAsync(database.Dialect.Search.Update, new { id = clinic.Id, grams = OrganisationGrams.Kept(clinic.Searched) }, transaction);
            }
        }, TestContext.Current.CancellationToken);

    private string Searched => Name is null ? TextFolding.Fold(Id) : $"{TextFolding.Fold(Name)} {TextFolding.Fold(Id)}";

    private object Values() => new
    {
        id = Id,
        name = Name,
        folded = TextFolding.Fold(Name ?? Id),
        searched = Searched,
        ehr = Kebab.Name(Ehr),
        region = Kebab.Name(Region),
        site = Site,
        shard = Shard,
        place = Place.Name,
        placeSource = Kebab.Name(Place.Source),
        contradiction = Place.Contradiction,
        contradictionSource = Kebab.Name(Place.ContradictionSource),
        suffixMissing = Place.SuffixMissing ? 1 : (int?)null,
        migrated = UnixTime.Of(Migrated),
        health = Kebab.Name(Health),
        rank = Health.Urgency(),
        since = UnixTime.Of(Since),
        errorKind = Kebab.Name(Error),
        errorMessage = Error is null ? null : "It failed",
        errorAt = Error is null ? (long?)null : UnixTime.Of(TemporaryDatabase.Start),
    };
}
