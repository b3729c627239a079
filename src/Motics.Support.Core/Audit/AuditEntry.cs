namespace Motics.Support.Core.Audit;

/// <summary>One line of the audit: who did what, on what, when, and how it ended. Written in the transaction of the thing itself; of a reading, right after it.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="ActorId">Who, as in <see cref="Access.Actor.Id"/>.</param>
/// <param name="Action">A dotted verb: <c>organisation.read</c>, <c>ticket.close</c>, <c>escalation.override</c>.</param>
/// <param name="Target">On what, <c>kind:id</c>: <c>organisation:harbour</c>, <c>ticket:1043</c>.</param>
/// <param name="Outcome"><c>done</c> or <c>refused</c>.</param>
/// <param name="Detail">A short sentence or null; masked, holds no secret.</param>
public sealed record AuditEntry(DateTimeOffset At, string ActorId, string Action, string Target, string Outcome, string? Detail)
{
    public const string Done = "done";
    public const string Refused = "refused";

    /// <summary>Something is otherwise than before: not refused, and not only read.</summary>
    public bool IsChange => Outcome == Done && !Action.EndsWith(".read", StringComparison.Ordinal);
}
