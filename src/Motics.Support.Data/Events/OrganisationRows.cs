using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using static Motics.Support.Data.Events.Columns;

namespace Motics.Support.Data.Events;

/// <summary>Reads and writes the rows of organisations; what indexes hold is written only when it changed.</summary>
internal sealed class OrganisationRows(StatementSet statements)
{
    private const int LongestFolded = 400;

    private const string Select = """
        SELECT name, told_ehr, nookal_region, nookal_site, cliniko_shard, time_zone, wave, stamps, implied_ehr, own_ehr, health, health_reason, health_since_at,
          last_error_kind, last_error_message, last_error_at, last_error_group_id,
          keys_since_migration, keys_failed_since_migration, keys_distinct_since_migration, newest_key_outcome, first_event_at
        FROM organisation WHERE id = @id
        """;

    private const string InsertStub = """
        INSERT INTO organisation (id, name_folded, search_folded, stamps, health, health_rank, health_reason,
          keys_since_migration, keys_failed_since_migration, keys_distinct_since_migration)
        VALUES (@id, @folded, @folded, '{}', @health, @health_rank, '', 0, 0, 0)
        """;

    private const string UpdateProfile = """
        UPDATE organisation SET name = @name, name_folded = @name_folded, search_folded = @search_folded, told_ehr = @told_ehr, nookal_region = @nookal_region,
          nookal_site = @nookal_site, cliniko_shard = @cliniko_shard, time_zone = @time_zone, wave = @wave, migrated_at = @migrated_at, stamps = @stamps
        WHERE id = @id
        """;

    private const string UpdateSummary = """
        UPDATE organisation SET implied_ehr = @implied_ehr, health_reason = @health_reason,
          last_error_kind = @last_error_kind, last_error_message = @last_error_message, last_error_at = @last_error_at, last_error_group_id = @last_error_group_id,
          keys_since_migration = @keys, keys_failed_since_migration = @keys_failed, keys_distinct_since_migration = @keys_distinct,
          newest_key_outcome = @newest_key_outcome, first_event_at = @first_event_at
        WHERE id = @id
        """;

    private const string UpdateHealth = "UPDATE organisation SET own_ehr = @own_ehr, health = @health, health_rank = @health_rank, health_since_at = @health_since_at WHERE id = @id";

    private static readonly Parameter[] ById = [Text("@id")];
    private static readonly Parameter[] OfStub = [Text("@id"), Text("@folded"), Text("@health"), Whole("@health_rank")];
    private static readonly Parameter[] OfHealth = [Text("@own_ehr"), Text("@health"), Whole("@health_rank"), Whole("@health_since_at"), Text("@id")];
    private static readonly Parameter[] OfSearch = [Text("@id"), Text("@grams")];

    private static readonly Parameter[] OfProfile =
    [
        Text("@name"), Text("@name_folded"), Text("@search_folded"), Text("@told_ehr"), Text("@nookal_region"), Text("@nookal_site"),
        Text("@cliniko_shard"), Text("@time_zone"), Text("@wave"), Whole("@migrated_at"), Text("@stamps"), Text("@id"),
    ];

    private static readonly Parameter[] OfSummary =
    [
        Text("@implied_ehr"), Text("@health_reason"), Text("@last_error_kind"), Text("@last_error_message"), Whole("@last_error_at"),
        Text("@last_error_group_id"), Whole("@keys"), Whole("@keys_failed"), Whole("@keys_distinct"), Text("@newest_key_outcome"), Whole("@first_event_at"), Text("@id"),
    ];

    /// <summary>The organisation as it is stored; null when it was not seen before.</summary>
    public (OrganisationState Organisation, OrganisationSummary Summary)? Find(string id)
    {
        using var rows = statements.Get(Select, ById).Read(id);
        if (!rows.Next())
            return null;
        var summary = Summary(rows);
        return (Organisation(id, rows, summary), summary);
    }

    /// <summary>Makes a row of an organisation not seen before.</summary>
    public void Insert(string id)
    {
        var folded = TextFolding.Fold(id);
        statements.Get(InsertStub, OfStub).Execute(id, folded, Kebab.Name(Health.Unknown), Health.Unknown.Urgency());
        Index(id, folded);
    }

    /// <summary>Writes what Motics told of it.</summary>
    /// <param name="organisation">Has a row.</param>
    /// <param name="isRenamed">True when it must be found by another name from now on.</param>
    public void SaveProfile(OrganisationState organisation, bool isRenamed)
    {
        var (id, name) = (TextFolding.Fold(organisation.Id), StoredText.Cut(TextFolding.Fold(organisation.Name.Value), LongestFolded));
        var search = name.Length > 0 ? $"{name} {id}" : id;
        statements.Get(UpdateProfile, OfProfile).Execute(
            organisation.Name.Value, name.Length > 0 ? name : id, search,
            Kebab.Name(organisation.ToldEhr.Value), Kebab.Name(organisation.NookalRegion.Value), organisation.NookalSite.Value,
            organisation.ClinikoShard.Value, organisation.TimeZone.Value, organisation.Wave.Value, organisation.Migration?.At, OrganisationStamps.Write(organisation), organisation.Id);
        if (isRenamed)
            Index(organisation.Id, search);
    }

    /// <summary>Writes a summary where it differs from the stored one.</summary>
    public void SaveSummary(string id, OrganisationSummary summary, OrganisationSummary stored)
    {
        if (summary == stored)
            return;
        statements.Get(UpdateSummary, OfSummary).Execute(
            summary.ImpliedEhr, summary.HealthReason, summary.LastErrorKind, summary.LastErrorMessage, summary.LastErrorAt, summary.LastErrorGroupId,
            summary.Keys.Saved, summary.Keys.Failed, summary.Keys.Distinct, Kebab.Name(summary.Keys.Newest), summary.FirstEventAt, id);
        // Many indexes hold these, and SQLite writes an index anew for a column that is named, changed or not.
        if (summary.OwnEhr != stored.OwnEhr || summary.Health != stored.Health || summary.HealthSinceAt != stored.HealthSinceAt)
            statements.Get(UpdateHealth, OfHealth).Execute(summary.OwnEhr, Kebab.Name(summary.Health), summary.Health.Urgency(), summary.HealthSinceAt, id);
    }

    private void Index(string id, string searchFolded) =>
        statements.Script(statements.Dialect.Search.Update, OfSearch).Execute(id, OrganisationGrams.Kept(searchFolded));

    private static OrganisationState Organisation(string id, StatementRows rows, OrganisationSummary summary)
    {
        var stamps = OrganisationStamps.Read(rows.Text(7)!);
        return new OrganisationState
        {
            Id = id,
            Name = Told(rows.Text(0), stamps.Name),
            ToldEhr = Told(Kebab.Parse<Ehr>(rows.Text(1)), stamps.Ehr),
            NookalRegion = Told(Kebab.Parse<NookalRegion>(rows.Text(2)), stamps.NookalRegion),
            NookalSite = Told(rows.Text(3), stamps.NookalSite),
            ClinikoShard = Told(rows.Text(4), stamps.ClinikoShard),
            TimeZone = Told(rows.Text(5), stamps.TimeZone),
            Wave = Told(rows.Text(6), stamps.Wave),
            Migration = stamps.Migration is { } migration ? new EventStamp(migration) : null,
            FirstEventAt = summary.FirstEventAt,
            Keys = summary.Keys,
        };
    }

    private static OrganisationSummary Summary(StatementRows rows) => new()
    {
        ImpliedEhr = rows.Text(8),
        OwnEhr = rows.Text(9),
        Health = Kebab.Parse<Health>(rows.Text(10)) ?? Health.Unknown,
        HealthReason = rows.Text(11)!,
        HealthSinceAt = rows.Whole(12),
        LastErrorKind = rows.Text(13),
        LastErrorMessage = rows.Text(14),
        LastErrorAt = rows.Whole(15),
        LastErrorGroupId = rows.Text(16),
        Keys = new KeySummary((int)rows.Whole(17)!.Value, (int)rows.Whole(18)!.Value, (int)rows.Whole(19)!.Value, Kebab.Parse<KeyOutcome>(rows.Text(20))),
        FirstEventAt = rows.Whole(21),
    };

    private static Told<T> Told<T>(T? value, string? stamp) => new() { Value = value, Stamp = stamp is null ? null : new EventStamp(stamp) };
}
