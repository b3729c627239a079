using Motics.Support.Core;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Data.Events.Statements;
using Motics.Support.Data.Organisations;
using static Motics.Support.Data.Events.Statements.Columns;

namespace Motics.Support.Data.Events.Rows;

/// <summary>Reads and writes the rows of organisations; what indexes hold is written only when it changed.</summary>
internal sealed class OrganisationRows(StatementSet statements)
{
    private const int LongestFolded = 400;

    private const string Listed = """
        o.id, o.name, o.told_ehr, o.nookal_region, o.nookal_site, o.cliniko_shard, o.time_zone, o.wave, o.stamps, o.implied_ehr, o.own_ehr, o.health, o.health_reason,
        o.health_since_at, o.last_error_kind, o.last_error_message, o.last_error_at, o.last_error_group_id,
        o.keys_since_migration, o.keys_failed_since_migration, o.keys_distinct_since_migration, o.newest_key_outcome, o.first_event_at, o.reconnected_at,
        o.place, o.place_source, o.place_contradiction, o.place_contradiction_source, o.key_suffix_missing, o.folding,
        o.migration_state, o.failing_began_at, o.transient_began_at, o.blocked_at, o.copied_day_at, o.pushed_day_at
        """;

    private static readonly RowRead Select = new(
        $"SELECT {Listed} FROM organisation o WHERE o.id = @id",
        $"SELECT {Listed} FROM organisation o INNER JOIN @rows r ON r.id = o.id");

    private static readonly RowWrite Stub = new(
        """
        INSERT INTO organisation (id, name_folded, search_folded, stamps, health, health_rank, health_reason,
          keys_since_migration, keys_failed_since_migration, keys_distinct_since_migration, folding)
        VALUES (@id, @folded, @folded, '{}', @health, @health_rank, '', 0, 0, 0, @folding)
        """,
        """
        INSERT INTO organisation (id, name_folded, search_folded, stamps, health, health_rank, health_reason,
          keys_since_migration, keys_failed_since_migration, keys_distinct_since_migration, folding)
        SELECT id, folded, folded, N'{}', health, health_rank, N'', 0, 0, 0, folding FROM @rows
        """,
        "organisation_new_row",
        [Text("@id"), Text("@folded"), Text("@health"), Whole("@health_rank"), Whole("@folding")]);

    private static readonly RowWrite Profile = new(
        """
        UPDATE organisation SET name = @name, name_folded = @name_folded, search_folded = @search_folded, told_ehr = @told_ehr, nookal_region = @nookal_region,
          nookal_site = @nookal_site, cliniko_shard = @cliniko_shard, time_zone = @time_zone, wave = @wave, migrated_at = @migrated_at, stamps = @stamps
        WHERE id = @id
        """,
        """
        UPDATE o SET name = r.name, name_folded = r.name_folded, search_folded = r.search_folded, told_ehr = r.told_ehr, nookal_region = r.nookal_region,
          nookal_site = r.nookal_site, cliniko_shard = r.cliniko_shard, time_zone = r.time_zone, wave = r.wave, migrated_at = r.migrated_at, stamps = r.stamps
        FROM organisation o INNER JOIN @rows r ON r.id = o.id
        """,
        "organisation_profile_row",
        [
            Text("@name"), Text("@name_folded"), Text("@search_folded"), Text("@told_ehr"), Text("@nookal_region"), Text("@nookal_site"),
            Text("@cliniko_shard"), Text("@time_zone"), Text("@wave"), Whole("@migrated_at"), LongText("@stamps"), Text("@id"),
        ]);

    private static readonly RowWrite Summary = new(
        """
        UPDATE organisation SET implied_ehr = @implied_ehr, health_reason = @health_reason,
          last_error_kind = @last_error_kind, last_error_message = @last_error_message, last_error_at = @last_error_at, last_error_group_id = @last_error_group_id,
          keys_since_migration = @keys, keys_failed_since_migration = @keys_failed, keys_distinct_since_migration = @keys_distinct,
          newest_key_outcome = @newest_key_outcome, first_event_at = @first_event_at
        WHERE id = @id
        """,
        """
        UPDATE o SET implied_ehr = r.implied_ehr, health_reason = r.health_reason,
          last_error_kind = r.last_error_kind, last_error_message = r.last_error_message, last_error_at = r.last_error_at, last_error_group_id = r.last_error_group_id,
          keys_since_migration = r.keys, keys_failed_since_migration = r.keys_failed, keys_distinct_since_migration = r.keys_distinct,
          newest_key_outcome = r.newest_key_outcome, first_event_at = r.first_event_at
        FROM organisation o INNER JOIN @rows r ON r.id = o.id
        """,
        "organisation_summary_row",
        [
            Text("@implied_ehr"), Text("@health_reason"), Text("@last_error_kind"), Text("@last_error_message"), Whole("@last_error_at"),
            Text("@last_error_group_id"), Whole("@keys"), Whole("@keys_failed"), Whole("@keys_distinct"), Text("@newest_key_outcome"), Whole("@first_event_at"), Text("@id"),
        ]);

    private static readonly RowWrite Healths = new(
        "UPDATE organisation SET own_ehr = @own_ehr, health = @health, health_rank = @health_rank, health_since_at = @health_since_at WHERE id = @id",
        """
        UPDATE o SET own_ehr = r.own_ehr, health = r.health, health_rank = r.health_rank, health_since_at = r.health_since_at
        FROM organisation o INNER JOIN @rows r ON r.id = o.id
        """,
        "organisation_health_row",
        [Text("@own_ehr"), Text("@health"), Whole("@health_rank"), Whole("@health_since_at"), Text("@id")]);

    private static readonly RowWrite Reconnected = new(
        "UPDATE organisation SET reconnected_at = @reconnected_at WHERE id = @id",
        "UPDATE o SET reconnected_at = r.reconnected_at FROM organisation o INNER JOIN @rows r ON r.id = o.id",
        "organisation_reconnected_row",
        [Whole("@reconnected_at"), Text("@id")]);

    private static readonly RowWrite Places = new(
        """
        UPDATE organisation SET place = @place, place_source = @place_source, place_contradiction = @place_contradiction,
          place_contradiction_source = @place_contradiction_source, key_suffix_missing = @key_suffix_missing
        WHERE id = @id
        """,
        """
        UPDATE o SET place = r.place, place_source = r.place_source, place_contradiction = r.place_contradiction,
          place_contradiction_source = r.place_contradiction_source, key_suffix_missing = r.key_suffix_missing
        FROM organisation o INNER JOIN @rows r ON r.id = o.id
        """,
        "organisation_place_row",
        [Text("@place"), Text("@place_source"), Text("@place_contradiction"), Text("@place_contradiction_source"), Whole("@key_suffix_missing"), Text("@id")]);

    private static readonly RowWrite Fallouts = new(
        """
        UPDATE organisation SET migration_state = @migration_state, failing_began_at = @failing_began_at, transient_began_at = @transient_began_at,
          blocked_at = @blocked_at, copied_day_at = @copied_day_at, pushed_day_at = @pushed_day_at
        WHERE id = @id
        """,
        """
        UPDATE o SET migration_state = r.migration_state, failing_began_at = r.failing_began_at, transient_began_at = r.transient_began_at,
          blocked_at = r.blocked_at, copied_day_at = r.copied_day_at, pushed_day_at = r.pushed_day_at
        FROM organisation o INNER JOIN @rows r ON r.id = o.id
        """,
        "organisation_fallout_row",
        [
            Whole("@migration_state"), Whole("@failing_began_at"), Whole("@transient_began_at"), Whole("@blocked_at"), Whole("@copied_day_at"),
            Whole("@pushed_day_at"), Text("@id"),
        ]);

    private static readonly RowWrite Search = new(
        SearchStatements.Sqlite.Update,
        """
        DELETE s FROM organisation_search s INNER JOIN @rows r ON r.id = s.organisation_id;
        INSERT INTO organisation_search (gram, organisation_id)
        SELECT g.value, r.id FROM @rows r CROSS APPLY STRING_SPLIT(r.grams, N' ') g WHERE DATALENGTH(g.value) > 0;
        """,
        "organisation_search_row",
        [Text("@id"), LongText("@grams")]);

    private readonly Dictionary<string, string> searched = new(StringComparer.Ordinal);

    /// <summary>Those of these organisations that are stored, by id.</summary>
    public Dictionary<string, (OrganisationState State, OrganisationSummary Summary)> Find(IReadOnlyList<string> ids)
    {
        var found = new Dictionary<string, (OrganisationState State, OrganisationSummary Summary)>(StringComparer.Ordinal);
        using var rows = statements.Read(Select, ids);
        while (rows.Next())
        {
            var summary = ReadSummary(rows);
            var state = ReadState(rows, summary);
            found.Add(state.Id, (state, summary));
        }
        return found;
    }

    /// <summary>Makes a row of an organisation not seen before.</summary>
    public void Insert(string id)
    {
        var folded = TextFolding.Fold(id);
        statements.Add(Stub, id, folded, Kebab.Name(Health.Unknown), Health.Unknown.Urgency(), FoldingEdition.Current);
        Index(id, folded);
    }

    /// <summary>Makes what was inserted or renamed findable: once each, however often it was renamed.</summary>
    public void SaveSearch()
    {
        foreach (var (id, folded) in searched)
            statements.Add(Search, id, OrganisationGrams.Kept(folded));
        searched.Clear();
    }

    /// <summary>Writes what Motics told of it.</summary>
    /// <param name="organisation">Has a row.</param>
    /// <param name="isRenamed">True when it must be found by another name from now on.</param>
    public void SaveProfile(OrganisationState organisation, bool isRenamed)
    {
        var (id, name) = (TextFolding.Fold(organisation.Id), StoredText.Cut(TextFolding.Fold(organisation.Name.Value), LongestFolded));
        var search = name.Length > 0 ? $"{name} {id}" : id;
        statements.Add(
            Profile,
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
        if (summary.Fallout != stored.Fallout)
            SaveFallout(id, summary.Fallout);
        if (summary with { Fallout = stored.Fallout } == stored)
            return;
        statements.Add(
            Summary,
            summary.ImpliedEhr, summary.HealthReason, summary.LastErrorKind, summary.LastErrorMessage, summary.LastErrorAt, summary.LastErrorGroupId,
            summary.Keys.Saved, summary.Keys.Failed, summary.Keys.Distinct, Kebab.Name(summary.Keys.Newest), summary.FirstEventAt, id);
        // Many indexes hold these, and SQLite writes an index anew for a column that is named, changed or not.
        if (summary.OwnEhr != stored.OwnEhr || summary.Health != stored.Health || summary.HealthSinceAt != stored.HealthSinceAt)
            statements.Add(Healths, summary.OwnEhr, Kebab.Name(summary.Health), summary.Health.Urgency(), summary.HealthSinceAt, id);
        if (summary.ReconnectedAt != stored.ReconnectedAt)
            statements.Add(Reconnected, summary.ReconnectedAt, id);
        if (summary.Place is var place && place != stored.Place)
            statements.Add(Places, place.Name, Kebab.Name(place.Source), place.Contradiction, Kebab.Name(place.ContradictionSource), place.SuffixMissing ? 1 : null, id);
    }

    private void SaveFallout(string id, FalloutMarks marks) => statements.Add(
        Fallouts, (int)marks.State, marks.FailingBeganAt, marks.TransientBeganAt, marks.BlockedAt, marks.CopiedDayAt, marks.PushedDayAt, id);

    private void Index(string id, string searchFolded) => searched[id] = searchFolded;

    private static OrganisationState ReadState(StatementRows rows, OrganisationSummary summary)
    {
        var stamps = OrganisationStamps.Read(rows.Text(8)!);
        return new OrganisationState
        {
            Id = rows.Text(0)!,
            Name = Told(rows.Text(1), stamps.Name),
            ToldEhr = Told(Kebab.Parse<Ehr>(rows.Text(2)), stamps.Ehr),
            NookalRegion = Told(Kebab.Parse<NookalRegion>(rows.Text(3)), stamps.NookalRegion),
            NookalSite = Told(rows.Text(4), stamps.NookalSite),
            ClinikoShard = Told(rows.Text(5), stamps.ClinikoShard),
            TimeZone = Told(rows.Text(6), stamps.TimeZone),
            Wave = Told(rows.Text(7), stamps.Wave),
            Migration = stamps.Migration is { } migration ? new EventStamp(migration) : null,
            FirstEventAt = summary.FirstEventAt,
            Keys = summary.Keys,
        };
    }

    private static OrganisationSummary ReadSummary(StatementRows rows) => new()
    {
        ImpliedEhr = rows.Text(9),
        OwnEhr = rows.Text(10),
        Health = Kebab.Parse<Health>(rows.Text(11)) ?? Health.Unknown,
        HealthReason = rows.Text(12)!,
        HealthSinceAt = rows.Whole(13),
        LastErrorKind = rows.Text(14),
        LastErrorMessage = rows.Text(15),
        LastErrorAt = rows.Whole(16),
        LastErrorGroupId = rows.Text(17),
        Keys = new KeySummary((int)rows.Whole(18)!.Value, (int)rows.Whole(19)!.Value, (int)rows.Whole(20)!.Value, Kebab.Parse<KeyOutcome>(rows.Text(21))),
        FirstEventAt = rows.Whole(22),
        ReconnectedAt = rows.Whole(23),
        Place = OrganisationRow.PlaceOf(rows.Text(24), rows.Text(25), rows.Text(26), rows.Text(27), rows.Whole(28)),
        Edition = (int)rows.Whole(29)!.Value,
        Fallout = new FalloutMarks
        {
            State = (MigrationState)rows.Whole(30)!.Value,
            FailingBeganAt = rows.Whole(31),
            TransientBeganAt = rows.Whole(32),
            BlockedAt = rows.Whole(33),
            CopiedDayAt = rows.Whole(34),
            PushedDayAt = rows.Whole(35),
        },
    };

    private static Told<T> Told<T>(T? value, string? stamp) => new() { Value = value, Stamp = stamp is null ? null : new EventStamp(stamp) };
}
