using System.Diagnostics.CodeAnalysis;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using static Motics.Support.Data.Events.Columns;

namespace Motics.Support.Data.Events;

/// <summary>Reads and writes the rows of organisations; what indexes hold is written only when it changed.</summary>
internal sealed class OrganisationRows(StatementSet statements)
{
    private const int LongestFolded = 400;
    private const int LongestMessage = 300;

    private const string Select = """
        SELECT name, told_ehr, implied_ehr, implied_ehr_stamp, nookal_region, nookal_site, cliniko_shard, time_zone, wave, stamps,
          first_event_at, last_event_at, keys_since_migration, keys_failed_since_migration, keys_distinct_since_migration, newest_key_outcome,
          health, health_since_at
        FROM organisation WHERE id = @id
        """;

    private const string InsertStub = """
        INSERT INTO organisation (id, name_folded, search_folded, stamps, health, health_rank, health_reason,
          keys_since_migration, keys_failed_since_migration, keys_distinct_since_migration, searches_since_migration, searches_empty_since_migration)
        VALUES (@id, @folded, @folded, '{}', @health, @health_rank, '', 0, 0, 0, 0, 0)
        """;

    private const string UpdateProfile = """
        UPDATE organisation SET name = @name, name_folded = @name_folded, search_folded = @search_folded, told_ehr = @told_ehr, nookal_region = @nookal_region,
          nookal_site = @nookal_site, cliniko_shard = @cliniko_shard, time_zone = @time_zone, wave = @wave, migrated_at = @migrated_at, stamps = @stamps
        WHERE id = @id
        """;

    private const string UpdateState = """
        UPDATE organisation SET implied_ehr = @implied_ehr, implied_ehr_stamp = @implied_ehr_stamp, own_ehr = @own_ehr, health_reason = @health_reason,
          last_error_kind = @last_error_kind, last_error_message = @last_error_message, last_error_at = @last_error_at, last_error_group_id = @last_error_group_id,
          last_success_at = @last_success_at, keys_since_migration = @keys, keys_failed_since_migration = @keys_failed,
          keys_distinct_since_migration = @keys_distinct, newest_key_outcome = @newest_key_outcome, searches_since_migration = @searches,
          searches_empty_since_migration = @searches_empty, first_event_at = @first_event_at, last_event_at = @last_event_at
        WHERE id = @id
        """;

    private const string UpdateHealth = "UPDATE organisation SET health = @health, health_rank = @health_rank, health_since_at = @health_since_at WHERE id = @id";

    private static readonly Parameter[] ById = [Text("@id")];
    private static readonly Parameter[] OfStub = [Text("@id"), Text("@folded"), Text("@health"), Whole("@health_rank")];
    private static readonly Parameter[] OfHealth = [Text("@health"), Whole("@health_rank"), Whole("@health_since_at"), Text("@id")];

    private static readonly Parameter[] OfSearch = [Text("@id"), Text("@grams")];

    private static readonly Parameter[] OfProfile =
    [
        Text("@name"), Text("@name_folded"), Text("@search_folded"), Text("@told_ehr"), Text("@nookal_region"), Text("@nookal_site"),
        Text("@cliniko_shard"), Text("@time_zone"), Text("@wave"), Whole("@migrated_at"), Text("@stamps"), Text("@id"),
    ];

    private static readonly Parameter[] OfState =
    [
        Text("@implied_ehr"), Text("@implied_ehr_stamp"), Text("@own_ehr"), Text("@health_reason"),
        Text("@last_error_kind"), Text("@last_error_message"), Whole("@last_error_at"), Text("@last_error_group_id"),
        Whole("@last_success_at"), Whole("@keys"), Whole("@keys_failed"), Whole("@keys_distinct"), Text("@newest_key_outcome"), Whole("@searches"),
        Whole("@searches_empty"), Whole("@first_event_at"), Whole("@last_event_at"), Text("@id"),
    ];

    /// <summary>The organisation as it is stored with its health; null when it was not seen before.</summary>
    public (OrganisationState Organisation, Health Health, long? Since)? Find(string id)
    {
        using var reader = statements.Get(Select, ById).Read(id);
        return reader.Next() ? (Read(id, reader), Kebab.Parse<Health>(reader.Text(16)!) ?? Health.Unknown, reader.Whole(17)) : null;
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
        var (id, name) = (TextFolding.Fold(organisation.Id), Cut(TextFolding.Fold(organisation.Name.Value), LongestFolded));
        var search = name.Length > 0 ? $"{name} {id}" : id;
        statements.Get(UpdateProfile, OfProfile).Execute(
            organisation.Name.Value, name.Length > 0 ? name : id, search,
            Kebab.Name(organisation.ToldEhr.Value), Kebab.Name(organisation.NookalRegion.Value), organisation.NookalSite.Value,
            organisation.ClinikoShard.Value, organisation.TimeZone.Value, organisation.Wave.Value, organisation.Migration?.At, OrganisationStamps.Write(organisation), organisation.Id);
        if (isRenamed)
            Index(organisation.Id, search);
    }

    public void SaveState(OrganisationState organisation, HealthFinding finding)
    {
        var (own, keys) = (organisation.Own, organisation.Keys);
        statements.Get(UpdateState, OfState).Execute(
            Kebab.Name(organisation.ImpliedEhr.Value), organisation.ImpliedEhr.Stamp?.Text, Kebab.Name(organisation.OwnEhr), finding.Reason,
            Kebab.Name(own?.LastError?.Kind), Cut(own?.LastError?.Message, LongestMessage), own?.LastFailure?.At, own?.LastError?.ErrorGroupId,
            own?.LastSuccess?.At, keys.Saved, keys.Failed, keys.Distinct, Kebab.Name(keys.Newest), own?.SearchesSinceMigration.Total ?? 0,
            own?.SearchesSinceMigration.Empty ?? 0, organisation.FirstEventAt, organisation.LastEventAt, organisation.Id);
    }

    public void SaveHealth(string id, HealthFinding finding) =>
        statements.Get(UpdateHealth, OfHealth).Execute(Kebab.Name(finding.Health), finding.Health.Urgency(), UnixTime.Of(finding.Since), id);

    private void Index(string id, string searchFolded) =>
        statements.Script(statements.Dialect.Search.Update, OfSearch).Execute(id, OrganisationGrams.Kept(searchFolded));

    private static OrganisationState Read(string id, StatementRows reader)
    {
        var stamps = OrganisationStamps.Read(reader.Text(9)!);
        return new OrganisationState
        {
            Id = id,
            Name = Told(reader.Text(0), stamps.Name),
            ToldEhr = Told(Kebab.Parse<Ehr>(reader.Text(1)), stamps.Ehr),
            ImpliedEhr = Told(Kebab.Parse<Ehr>(reader.Text(2)), reader.Text(3)),
            NookalRegion = Told(Kebab.Parse<NookalRegion>(reader.Text(4)), stamps.NookalRegion),
            NookalSite = Told(reader.Text(5), stamps.NookalSite),
            ClinikoShard = Told(reader.Text(6), stamps.ClinikoShard),
            TimeZone = Told(reader.Text(7), stamps.TimeZone),
            Wave = Told(reader.Text(8), stamps.Wave),
            Migration = stamps.Migration is { } migration ? new EventStamp(migration) : null,
            FirstEventAt = reader.Whole(10),
            LastEventAt = reader.Whole(11),
            Keys = new KeySummary((int)reader.Whole(12)!.Value, (int)reader.Whole(13)!.Value, (int)reader.Whole(14)!.Value, Kebab.Parse<KeyOutcome>(reader.Text(15))),
        };
    }

    private static Told<T> Told<T>(T? value, string? stamp) => new() { Value = value, Stamp = stamp is null ? null : new EventStamp(stamp) };

    // Not between the halves of a character.
    [return: NotNullIfNotNull(nameof(text))]
    private static string? Cut(string? text, int longest) =>
        text is null || text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
