using static Motics.Support.Data.Events.Columns;

namespace Motics.Support.Data.Events;

/// <summary>Writes events and their identities.</summary>
internal sealed class EventRows(StatementSet statements, long receivedAt)
{
    private const string InsertEvent = """
        INSERT INTO event (organisation_id, at, type_order, type, source, event_id, received_at, ehr, outcome, error_kind, error_group_id, correlation_id, result_count, detail)
        VALUES (@organisation_id, @at, @type_order, @type, @source, @event_id, @received_at, @ehr, @outcome, @error_kind, @error_group_id, @correlation_id, @result_count, @detail)
        """;

    private static readonly Parameter[] IdentityParameters = [Text("@source"), Text("@event_id"), Whole("@seen_at")];

    private static readonly Parameter[] EventParameters =
    [
        Text("@organisation_id"), Whole("@at"), Whole("@type_order"), Text("@type"), Text("@source"), Text("@event_id"), Whole("@received_at"),
        Text("@ehr"), Text("@outcome"), Text("@error_kind"), Text("@error_group_id"), Text("@correlation_id"), Whole("@result_count"), Text("@detail"),
    ];

    private readonly object received = receivedAt;
    private readonly Statement identity = statements.Get(statements.Dialect.InsertEventIdentity, IdentityParameters);
    private readonly Statement row = statements.Get(InsertEvent, EventParameters);

    /// <summary>Notes that the event was seen; false when it was seen before.</summary>
    public bool IsNew(PreparedEvent prepared) => identity.Execute(prepared.Event.Source, prepared.Event.Id, received) == 1;

    /// <summary>Stores the event.</summary>
    public void Insert(PreparedEvent prepared)
    {
        var happened = prepared.Event;
        row.Execute(
            happened.OrganisationId, prepared.At, (int)happened.Type, prepared.Type, happened.Source, happened.Id, received,
            prepared.Ehr, prepared.Outcome, prepared.ErrorKind, prepared.ErrorGroupId, happened.Error?.CorrelationId, happened.ResultCount, prepared.Detail);
    }
}
