using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Data.Events.Statements;

namespace Motics.Support.Data.Events;

/// <summary>An attempt as the raw events have it, or as it follows from what is kept of them.</summary>
/// <param name="Ehr">Null when it named none.</param>
/// <param name="Error">What it said; null for a success.</param>
internal sealed record PastAttempt(EventStamp Stamp, string? Ehr, Operation Operation, LastError? Error)
{
    public Attempt Attempt => new(Stamp, Error?.Kind, Operation);
}

/// <summary>Reads the raw attempts of organisations.</summary>
internal static class PastAttempts
{
    private const string Listed = """
        e.organisation_id, e.at, e.type_order, e.source, e.event_id, e.ehr, e.error_kind, e.error_group_id, e.correlation_id,
        CASE WHEN e.outcome = 'failure' THEN e.detail END
        """;

    private static readonly RowRead Select = new(
        $"SELECT {Listed} FROM event e WHERE e.organisation_id = @id AND e.outcome IS NOT NULL",
        $"SELECT {Listed} FROM event e INNER JOIN @rows r ON r.id = e.organisation_id WHERE e.outcome IS NOT NULL");

    /// <summary>By organisation, in order; an organisation of which none is kept is not in it.</summary>
    public static Dictionary<string, List<PastAttempt>> Of(StatementSet statements, IReadOnlyList<string> organisationIds)
    {
        var past = new Dictionary<string, List<PastAttempt>>(StringComparer.Ordinal);
        using var rows = statements.Read(Select, organisationIds);
        while (rows.Next())
        {
            if (!past.TryGetValue(rows.Text(0)!, out var attempts))
                past.Add(rows.Text(0)!, attempts = []);
            attempts.Add(Read(rows));
        }
        foreach (var attempts in past.Values)
            attempts.Sort((one, other) => one.Stamp.CompareTo(other.Stamp));
        return past;
    }

    private static PastAttempt Read(StatementRows rows)
    {
        var type = (EventType)rows.Whole(2)!.Value;
        var stamp = EventStamp.Of(rows.Whole(1)!.Value, (int)type, rows.Text(3)!, rows.Text(4)!);
        if (rows.Text(9) is not { } json)
            return new PastAttempt(stamp, rows.Text(5), type.SucceededOperation()!.Value, null);
        var detail = EventDetail.Read(json);
        var operation = type.OperationOf(detail.Operation);
        var kind = Kebab.Parse<ErrorKind>(rows.Text(6)) ?? ErrorKind.Unknown;
        return new PastAttempt(stamp, rows.Text(5), operation, new LastError(
            kind, detail.Error?.Message ?? "", stamp.Time, operation, detail.Error?.Code, detail.Error?.HttpStatus, rows.Text(8), rows.Text(7) ?? "", detail.Error?.NookalRegion, detail.Error?.ClinikoShard));
    }
}
