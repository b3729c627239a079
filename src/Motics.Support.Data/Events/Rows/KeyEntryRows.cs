using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Data.Events.Statements;
using static Motics.Support.Data.Events.Statements.Columns;

namespace Motics.Support.Data.Events.Rows;

/// <summary>Reads and writes the key entries of one organisation. Changes wait until <see cref="Flush"/>: the newest entry changes often.</summary>
internal sealed class KeyEntryRows(StatementSet statements, string organisationId)
{
    private const string Listed = """
        ehr, stamp, fingerprint, key_length, key_suffix, key_type, nookal_region, actor_role,
        outcome, outcome_stamp, outcome_kind, first_success_at, last_success_at, last_key_failure_at, last_deciding_failure_at,
        undecided_stamp, undecided_kind
        """;

    private const string SelectOne = $"SELECT {Listed} FROM key_entry WHERE organisation_id = @organisation_id AND ehr = @ehr AND stamp = @stamp";

    private const string SelectBefore = $"""
        SELECT {Listed} FROM key_entry WHERE organisation_id = @organisation_id AND ehr = @ehr
          AND stamp = (SELECT MAX(stamp) FROM key_entry WHERE organisation_id = @organisation_id AND ehr = @ehr AND stamp < @stamp)
        """;

    private const string SelectAfter = "SELECT MIN(stamp) FROM key_entry WHERE organisation_id = @organisation_id AND ehr = @ehr AND stamp > @stamp";

    private const string SelectSince = "SELECT fingerprint, outcome FROM key_entry WHERE organisation_id = @organisation_id AND ehr = @ehr AND stamp > @stamp ORDER BY stamp";

    private static readonly RowWrite Upsert = new(
        """
        INSERT INTO key_entry (outcome, outcome_at, outcome_stamp, outcome_kind, first_success_at, last_success_at, last_key_failure_at, last_deciding_failure_at,
          undecided_at, undecided_stamp, undecided_kind, organisation_id, ehr, stamp, saved_at, fingerprint, key_length, key_suffix, key_type, nookal_region, actor_role)
        VALUES (@outcome, @outcome_at, @outcome_stamp, @outcome_kind, @first_success_at, @last_success_at, @last_key_failure_at, @last_deciding_failure_at,
          @undecided_at, @undecided_stamp, @undecided_kind, @organisation_id, @ehr, @stamp, @saved_at, @fingerprint, @key_length, @key_suffix, @key_type, @nookal_region, @actor_role)
        ON CONFLICT (organisation_id, ehr, stamp) DO UPDATE SET outcome = excluded.outcome, outcome_at = excluded.outcome_at,
          outcome_stamp = excluded.outcome_stamp, outcome_kind = excluded.outcome_kind,
          first_success_at = excluded.first_success_at, last_success_at = excluded.last_success_at,
          last_key_failure_at = excluded.last_key_failure_at, last_deciding_failure_at = excluded.last_deciding_failure_at,
          undecided_at = excluded.undecided_at, undecided_stamp = excluded.undecided_stamp, undecided_kind = excluded.undecided_kind
        """,
        """
        UPDATE k SET outcome = r.outcome, outcome_at = r.outcome_at, outcome_stamp = r.outcome_stamp, outcome_kind = r.outcome_kind,
          first_success_at = r.first_success_at, last_success_at = r.last_success_at,
          last_key_failure_at = r.last_key_failure_at, last_deciding_failure_at = r.last_deciding_failure_at,
          undecided_at = r.undecided_at, undecided_stamp = r.undecided_stamp, undecided_kind = r.undecided_kind
        FROM key_entry k INNER JOIN @rows r ON r.organisation_id = k.organisation_id AND r.ehr = k.ehr AND r.stamp = k.stamp;
        INSERT INTO key_entry (outcome, outcome_at, outcome_stamp, outcome_kind, first_success_at, last_success_at, last_key_failure_at, last_deciding_failure_at,
          undecided_at, undecided_stamp, undecided_kind, organisation_id, ehr, stamp, saved_at, fingerprint, key_length, key_suffix, key_type, nookal_region, actor_role)
        SELECT outcome, outcome_at, outcome_stamp, outcome_kind, first_success_at, last_success_at, last_key_failure_at, last_deciding_failure_at,
          undecided_at, undecided_stamp, undecided_kind, organisation_id, ehr, stamp, saved_at, fingerprint, key_length, key_suffix, key_type, nookal_region, actor_role
        FROM @rows r WHERE NOT EXISTS (SELECT 1 FROM key_entry k WHERE k.organisation_id = r.organisation_id AND k.ehr = r.ehr AND k.stamp = r.stamp);
        """,
        "key_entry_judged_row",
        [
            Text("@outcome"), Whole("@outcome_at"), Text("@outcome_stamp"), Text("@outcome_kind"), Whole("@first_success_at"), Whole("@last_success_at"),
            Whole("@last_key_failure_at"), Whole("@last_deciding_failure_at"), Whole("@undecided_at"), Text("@undecided_stamp"), Text("@undecided_kind"), Text("@organisation_id"), Text("@ehr"), Text("@stamp"),
            Whole("@saved_at"), Text("@fingerprint"), Whole("@key_length"), Text("@key_suffix"), Text("@key_type"), Text("@nookal_region"), Text("@actor_role"),
        ]);

    private static readonly RowRead All = new(
        $"SELECT organisation_id, {Listed} FROM key_entry WHERE organisation_id = @id ORDER BY ehr, stamp",
        $"SELECT organisation_id, {Listed} FROM key_entry INNER JOIN @rows r ON r.id = organisation_id ORDER BY organisation_id, ehr, stamp");

    private static readonly Parameter[] ByStamp = [Text("@organisation_id"), Text("@ehr"), Text("@stamp")];

    private readonly Dictionary<(string Ehr, string Stamp), KeyEntryState> waiting = [];

    /// <summary>All key entries of these organisations, with their owners; of one EHR the oldest first.</summary>
    public static IEnumerable<(string OrganisationId, KeyEntryState Entry)> Of(StatementSet statements, IReadOnlyList<string> organisationIds)
    {
        using var reader = statements.Read(All, organisationIds);
        while (reader.Next())
            yield return (reader.Text(0)!, Read(reader, 1));
    }

    public KeyEntryState? One(string ehr, EventStamp stamp) => waiting.GetValueOrDefault((ehr, stamp.Text)) ?? Single(SelectOne, ehr, stamp);

    public KeyEntryState? Before(string ehr, EventStamp stamp)
    {
        Send();
        return Single(SelectBefore, ehr, stamp);
    }

    public EventStamp? After(string ehr, EventStamp stamp)
    {
        Send();
        using var reader = statements.Get(SelectAfter, ByStamp).Read(organisationId, ehr, stamp.Text);
        return reader.Next() && reader.Text(0) is { } text ? new EventStamp(text) : null;
    }

    /// <summary>Over the own EHR, since the migration; nothing while no EHR is known.</summary>
    public KeySummary SinceMigration(OrganisationState organisation) =>
        organisation.OwnConnectionName is { } own ? Since(own, organisation.Migration) : new KeySummary(0, 0, 0, null);

    public KeySummary Since(string ehr, EventStamp? stamp)
    {
        Send();
        var (total, failed, newest, fingerprints) = (0, 0, (KeyOutcome?)null, new HashSet<string>(StringComparer.Ordinal));
        using var reader = statements.Get(SelectSince, ByStamp).Read(organisationId, ehr, stamp?.Text ?? "");
        while (reader.Next())
        {
            total++;
            fingerprints.Add(reader.Text(0)!);
            newest = Kebab.Parse<KeyOutcome>(reader.Text(1)) ?? KeyOutcome.NotTried;
            failed += newest == KeyOutcome.Failed ? 1 : 0;
        }
        return new KeySummary(total, failed, fingerprints.Count, newest);
    }

    public void Keep(KeyEntryState entry) => waiting[(entry.Ehr, entry.Stamp.Text)] = entry;

    /// <summary>Writes what waits, at the latest when <paramref name="statements"/> are sent.</summary>
    public void Flush()
    {
        foreach (var entry in waiting.Values)
        {
            statements.Add(
                Upsert,
                Outcome(entry), entry.First?.Stamp.At, entry.First?.Stamp.Text, Kebab.Name(entry.First?.Kind), entry.FirstSuccessAt, entry.IsNewest ? null : entry.LastSuccessAt,
                entry.LastKeyFailureAt, entry.LastDecidingFailureAt,
                entry.FirstUndecided?.Stamp.At, entry.FirstUndecided?.Stamp.Text, Kebab.Name(entry.FirstUndecided?.Kind), organisationId, entry.Ehr, entry.Stamp.Text,
                entry.Stamp.At, entry.Fingerprint, entry.Length, entry.Suffix, Kebab.Name(entry.KeyType), Kebab.Name(entry.NookalRegion), Kebab.Name(entry.ActorRole));
        }
        waiting.Clear();
    }

    private void Send()
    {
        if (waiting.Count == 0)
            return;
        Flush();
        statements.Send();
    }

    private static string? Outcome(KeyEntryState entry) => entry.First is null ? null : Kebab.Name(entry.Outcome);

    private KeyEntryState? Single(string sql, string ehr, EventStamp stamp)
    {
        using var reader = statements.Get(sql, ByStamp).Read(organisationId, ehr, stamp.Text);
        return reader.Next() ? Read(reader, 0) : null;
    }

    private static KeyEntryState Read(StatementRows reader, int from) => new()
    {
        Ehr = reader.Text(from)!,
        Stamp = new EventStamp(reader.Text(from + 1)!),
        Fingerprint = reader.Text(from + 2)!,
        Length = (int?)reader.Whole(from + 3),
        Suffix = reader.Text(from + 4),
        KeyType = Kebab.Parse<KeyType>(reader.Text(from + 5)),
        NookalRegion = Kebab.Parse<NookalRegion>(reader.Text(from + 6)),
        ActorRole = Kebab.Parse<MoticsRole>(reader.Text(from + 7)),
        First = reader.Text(from + 9) is { } first ? new Attempt(new EventStamp(first), Kebab.Parse<ErrorKind>(reader.Text(from + 10))) : null,
        FirstSuccessAt = reader.Whole(from + 11),
        LastSuccessAt = reader.Whole(from + 12),
        LastKeyFailureAt = reader.Whole(from + 13),
        LastDecidingFailureAt = reader.Whole(from + 14),
        FirstUndecided = reader.Text(from + 15) is { } undecided ? new Attempt(new EventStamp(undecided), Kebab.Parse<ErrorKind>(reader.Text(from + 16))) : null,
    };
}
