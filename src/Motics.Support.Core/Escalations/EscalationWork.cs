using System.Globalization;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Core.Escalations;

/// <summary>One change of an escalation while it is being made.</summary>
internal sealed class EscalationWork(Escalation escalation, Actor actor, DateTimeOffset now)
{
    private readonly List<(EscalationLogKind Kind, string Text)> log = [];
    private readonly List<(string Action, string? Detail)> audit = [];

    /// <summary>As it will be; operations replace it.</summary>
    public Escalation Escalation { get; set; } = escalation;

    /// <summary>Nothing was done so far.</summary>
    public bool IsEmpty => log.Count == 0;

    /// <summary>Notes one thing that was done, for people and for the audit.</summary>
    public void Log(EscalationLogKind kind, string text, string action, string? detail = null)
    {
        log.Add((kind, text));
        Audit(action, detail);
    }

    /// <summary>A line of the audit.</summary>
    public void Audit(string action, string? detail) => audit.Add((action, detail));

    /// <summary>The change that makes it.</summary>
    public EscalationChange BuildNew(TicketChange ticket) => Compose(Escalation, ticket);

    /// <summary>The change, one version on.</summary>
    public EscalationChange Build(TicketChange? ticket) => Compose(Escalation with { Version = Escalation.Version + 1, UpdatedAt = now }, ticket);

    /// <summary>How the audit calls an escalation.</summary>
    public static string Target(long number) => string.Create(CultureInfo.InvariantCulture, $"escalation:{number}");

    private EscalationChange Compose(Escalation changed, TicketChange? ticket) => new()
    {
        Escalation = changed,
        Log = [.. log.Select((line, index) => new EscalationLogEntry(
            string.Create(CultureInfo.InvariantCulture, $"{changed.Number}.{changed.Version:D6}.{index:D3}"), changed.Version, now, Person.Of(actor), line.Kind, line.Text))],
        Ticket = ticket,
        Audit = [.. audit.Select(line => new AuditEntry(now, actor.Id, line.Action, Target(changed.Number), AuditEntry.Done, line.Detail))],
    };
}
