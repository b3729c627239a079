using Motics.Support.Data.Events.Statements;
using static Motics.Support.Data.Events.Statements.Columns;

namespace Motics.Support.Data.Events.Rows;

/// <summary>Writes events and their identities.</summary>
internal sealed class EventRows(StatementSet statements, long receivedAt)
{
    private static readonly RowWrite Identity = new(
        // One search of the index instead of two; every event runs it.
        """
        INSERT INTO event_identity (source, event_id, seen_at) VALUES (@source, @event_id, @seen_at) ON CONFLICT (source, event_id) DO NOTHING
        """,
        // Whoever appends holds the row of event_writer, so nobody adds identities between the two.
        """
        SELECT MIN(r.n) FROM @rows r
        WHERE NOT EXISTS (SELECT 1 FROM event_identity i WHERE i.source = r.source AND i.event_id = r.event_id)
        GROUP BY r.source, r.event_id;
        INSERT INTO event_identity (source, event_id, seen_at)
        SELECT r.source, r.event_id, MIN(r.seen_at) FROM @rows r
        WHERE NOT EXISTS (SELECT 1 FROM event_identity i WHERE i.source = r.source AND i.event_id = r.event_id)
        GROUP BY r.source, r.event_id;
        """,
        "event_identity_row",
        [Whole("@n"), Text("@source"), Text("@event_id"), Whole("@seen_at")]);

    private static readonly RowWrite Event = new(
        """
        INSERT INTO event (organisation_id, at, type_order, type, source, event_id, received_at, ehr, outcome, error_kind, error_group_id, correlation_id, result_count, detail)
        VALUES (@organisation_id, @at, @type_order, @type, @source, @event_id, @received_at, @ehr, @outcome, @error_kind, @error_group_id, @correlation_id, @result_count, @detail)
        """,
        """
        INSERT INTO event (organisation_id, at, type_order, type, source, event_id, received_at, ehr, outcome, error_kind, error_group_id, correlation_id, result_count, detail)
        SELECT organisation_id, at, type_order, type, source, event_id, received_at, ehr, outcome, error_kind, error_group_id, correlation_id, result_count, detail FROM @rows
        """,
        "event_row",
        [
            Text("@organisation_id"), Whole("@at"), Whole("@type_order"), Text("@type"), Text("@source"), Text("@event_id"), Whole("@received_at"),
            Text("@ehr"), Text("@outcome"), Text("@error_kind"), Text("@error_group_id"), Text("@correlation_id"), Whole("@result_count"), LongText("@detail"),
        ]);

    private readonly object received = receivedAt;

    /// <summary>Notes that these events were seen; the indexes of those that were not seen before, neither in this batch.</summary>
    public bool[] TakeNew(PreparedEvent[] batch) => statements.AddNew(Identity, batch.Length, (index, values) =>
        (values[0], values[1], values[2]) = (batch[index].Event.Source, batch[index].Event.Id, received));

    /// <summary>Stores an event.</summary>
    public void Insert(PreparedEvent prepared)
    {
        var happened = prepared.Event;
        statements.Add(
            Event,
            happened.OrganisationId, prepared.At, (int)happened.Type, prepared.Type, happened.Source, happened.Id, received,
            prepared.Ehr, prepared.Outcome, prepared.ErrorKind, prepared.ErrorGroupId, happened.Error?.CorrelationId, happened.ResultCount, prepared.Detail);
    }
}
