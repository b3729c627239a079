using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Data.Events.Rows;
using Motics.Support.Data.Events.Statements;
using static Motics.Support.Data.Events.Statements.Columns;

namespace Motics.Support.Data.Events;

/// <summary>
/// An organisation's past, for events that come late: key entries, and the raw events around the place where the late one belongs, by the
/// index on organisation and time, and those of this transaction, which are stored at its end. An event older than the raw events that are kept
/// finds nothing more to correct.
/// </summary>
internal sealed class EventHistory(StatementSet statements, string organisationId, KeyEntryRows keys, IReadOnlyList<PreparedEvent> applied) : IEventHistory
{
    private const long Ever = long.MaxValue;

    private const string SelectAttempts = """
        SELECT at, type_order, source, event_id, outcome, error_kind, ehr, CASE WHEN outcome = 'failure' THEN detail END FROM event
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

    public EventStamp? FirstSuccessAfter(string ehr, EventStamp stamp, Operation? operation)
    {
        var first = FirstStored(ehr, stamp, operation);
        foreach (var attempt in Applied(ehr, stamp, null))
        {
            if (IsSuccess(attempt, operation) && (first is not { } earliest || attempt.Stamp < earliest))
                first = attempt.Stamp;
        }
        return first;
    }

    public IReadOnlyList<Attempt> Attempts(string ehr, EventStamp after, EventStamp? before)
    {
        List<Attempt> attempts = [.. Stored(ehr, after, before), .. Applied(ehr, after, before)];
        attempts.Sort((one, other) => one.Stamp.CompareTo(other.Stamp));
        return attempts;
    }

    // A search comes after a migration of the same time, so the time alone decides.
    public SearchCount SearchesSince(string ehr, EventStamp stamp)
    {
        var (total, empty) = (0, 0);
        foreach (var search in applied.Where(prepared => prepared.Ehr == ehr && prepared.At >= stamp.At && prepared.Event.ResultCount is not null))
            (total, empty) = (total + 1, search.Event.ResultCount == 0 ? empty + 1 : empty);
        using var reader = statements.Get(CountSearches, Since).Read(organisationId, stamp.At, ehr);
        return reader.Next() ? new SearchCount(total + (int)(reader.Whole(0) ?? 0), empty + (int)(reader.Whole(1) ?? 0)) : new SearchCount(total, empty);
    }

    private EventStamp? FirstStored(string ehr, EventStamp stamp, Operation? operation)
    {
        foreach (var attempt in Stored(ehr, stamp, null))
        {
            if (IsSuccess(attempt, operation))
                return attempt.Stamp;
        }
        return null;
    }

    private IEnumerable<Attempt> Stored(string ehr, EventStamp after, EventStamp? before)
    {
        using var reader = statements.Get(SelectAttempts, Range).Read(organisationId, after.At, before?.At ?? Ever);
        while (reader.Next())
        {
            var attempt = Read(reader);
            if (Counts(reader.Text(6), ehr) && IsBetween(attempt, after, before))
                yield return attempt;
        }
    }

    private IEnumerable<Attempt> Applied(string ehr, EventStamp after, EventStamp? before) => applied
        .Where(prepared => prepared.Outcome is not null && Counts(prepared.Ehr, ehr))
        .Select(prepared => prepared.Event.IsSuccess
            ? new Attempt(prepared.Stamp, null, prepared.Event.Type.SucceededOperation())
            : new Attempt(prepared.Stamp, prepared.Event.Error?.Kind ?? ErrorKind.Unknown, ErrorGroups.OperationOf(prepared.Event)))
        .Where(attempt => IsBetween(attempt, after, before));

    // An attempt that named no EHR belongs to every one.
    private static bool Counts(string? named, string ehr) => named is null || named == ehr;

    private static bool IsBetween(Attempt attempt, EventStamp after, EventStamp? before) => attempt.Stamp > after && (before is not { } end || attempt.Stamp < end);

    private static bool IsSuccess(Attempt attempt, Operation? operation) => attempt.Succeeded && (operation is null || attempt.Operation == operation);

    private static Attempt Read(StatementRows reader)
    {
        var (type, detail) = ((EventType)reader.Whole(1)!.Value, reader.Text(7));
        var stamp = EventStamp.Of(reader.Whole(0)!.Value, (int)type, reader.Text(2)!, reader.Text(3)!);
        return detail is null
            ? new Attempt(stamp, null, type.SucceededOperation())
            : new Attempt(stamp, Kebab.Parse<ErrorKind>(reader.Text(5)) ?? ErrorKind.Unknown, type.OperationOf(EventDetail.Read(detail).Operation));
    }
}
