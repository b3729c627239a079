using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;
using static Motics.Support.Data.Events.Columns;

namespace Motics.Support.Data.Events;

/// <summary>
/// An organisation's past, for events that come late: key entries, and the raw events around the place where the late one belongs, by the
/// index on organisation and time. An event older than the raw events that are kept finds nothing more to correct.
/// </summary>
internal sealed class EventHistory(StatementSet statements, string organisationId, KeyEntryRows keys) : IEventHistory
{
    private const long Ever = long.MaxValue;

    private const string SelectAttempts = """
        SELECT at, type_order, source, event_id, outcome, error_kind, ehr FROM event
        WHERE organisation_id = @organisation_id AND at >= @after_at AND at <= @before_at AND outcome IS NOT NULL
        ORDER BY at, type_order, source, event_id
        """;

    private const string CountSearches = """
        SELECT COUNT(*), SUM(CASE WHEN result_count = 0 THEN 1 ELSE 0 END) FROM event
        WHERE organisation_id = @organisation_id AND at >= @after_at AND ehr = @ehr AND result_count IS NOT NULL
        """;

    private static readonly Parameter[] Range = [Text("@organisation_id"), Whole("@after_at"), Whole("@before_at")];
    private static readonly Parameter[] Since = [Text("@organisation_id"), Whole("@after_at"), Text("@ehr")];

    public KeyEntryState? Key(string ehr, EventStamp stamp) => keys.One(ehr, stamp);

    public KeyEntryState? KeyBefore(string ehr, EventStamp stamp) => keys.Before(ehr, stamp);

    public EventStamp? KeyAfter(string ehr, EventStamp stamp) => keys.After(ehr, stamp);

    public KeySummary KeysSince(string ehr, EventStamp? stamp) => keys.Since(ehr, stamp);

    public void Keep(KeyEntryState entry) => keys.Keep(entry);

    public EventStamp? FirstAttemptAfter(string ehr, EventStamp stamp, bool succeeded)
    {
        foreach (var attempt in Between(ehr, stamp, null))
        {
            if (attempt.Succeeded == succeeded)
                return attempt.Stamp;
        }
        return null;
    }

    public IReadOnlyList<Attempt> Attempts(string ehr, EventStamp after, EventStamp? before) => [.. Between(ehr, after, before)];

    // A search comes after a migration of the same time, so the time alone decides.
    public SearchCount SearchesSince(string ehr, EventStamp stamp)
    {
        using var reader = statements.Get(CountSearches, Since).Read(organisationId, stamp.At, ehr);
        return reader.Next() ? new SearchCount((int)(reader.Whole(0) ?? 0), (int)(reader.Whole(1) ?? 0)) : new SearchCount(0, 0);
    }

    private IEnumerable<Attempt> Between(string ehr, EventStamp after, EventStamp? before)
    {
        using var reader = statements.Get(SelectAttempts, Range).Read(organisationId, after.At, before?.At ?? Ever);
        while (reader.Next())
        {
            var attempt = Read(reader);
            var counts = reader.Text(6) is not { } named || named == ehr;
            if (counts && attempt.Stamp > after && (before is not { } end || attempt.Stamp < end))
                yield return attempt;
        }
    }

    private static Attempt Read(StatementRows reader)
    {
        var stamp = EventStamp.Of(reader.Whole(0)!.Value, (int)reader.Whole(1)!.Value, reader.Text(2)!, reader.Text(3)!);
        return new Attempt(stamp, reader.Text(4)! == "success" ? null : Kebab.Parse<ErrorKind>(reader.Text(5)) ?? ErrorKind.Unknown);
    }
}
