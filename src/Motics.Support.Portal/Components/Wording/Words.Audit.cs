namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    private static readonly Dictionary<string, string> Actions = new(StringComparer.Ordinal)
    {
        ["organisation.read"] = "Opened an organisation",
        ["organisation.export.read"] = "Took a list of organisations as a file",
        ["organisation.import"] = "Imported organisations",
        ["ticket.create"] = "Opened a ticket",
        ["ticket.read"] = "Read a ticket",
        ["ticket.edit"] = "Edited a ticket",
        ["ticket.facts"] = "Gave answers",
        ["ticket.step"] = "Ticked a step",
        ["ticket.note"] = "Added a note",
        ["ticket.key-exposed"] = "Gave a text with a key in it",
        ["ticket.no-key"] = "Said that it was no key",
        ["ticket.reply.edit"] = "Edited the reply",
        ["ticket.reply.copy"] = "Copied the reply",
        ["ticket.assign"] = "Changed whose it is",
        ["ticket.status"] = "Changed the status",
        ["ticket.remind"] = "Set a reminder",
        ["ticket.acknowledge"] = "Saw that it came back",
        ["ticket.screenshot"] = "Added a screenshot",
        ["ticket.screenshot.read"] = "Looked at a screenshot",
        ["ticket.close"] = "Closed a ticket",
        ["ticket.close.confirmed"] = "Closed it in spite of warnings",
        ["ticket.reopen"] = "Reopened a ticket",
        ["escalation.read"] = "Read an escalation",
        ["escalation.submit"] = "Escalated",
        ["escalation.override"] = "Escalated although incomplete",
        ["escalation.accept"] = "Accepted an escalation",
        ["escalation.ask"] = "Asked back",
        ["escalation.answer"] = "Answered the engineers",
        ["escalation.resubmit"] = "Sent the answers",
        ["escalation.note"] = "Noted on an escalation",
        ["escalation.resolve"] = "Resolved an escalation",
        ["error.assign"] = "Changed whose error it is",
        ["error.edit"] = "Edited an error",
        ["error.status"] = "Changed an error's status",
        ["ticket.take-back"] = "Took a ticket back",
        ["outreach.read"] = "Looked at an outreach",
        ["outreach.begin"] = "Began an outreach",
        ["outreach.done"] = "Finished an outreach",
        ["outreach.undo"] = "Took an outreach back",
        ["outreach.undone"] = "Finished taking an outreach back",
        ["incident.save"] = "Noted trouble at a provider",
        ["route.ask"] = "Asked for what is not open to them",
        ["token.create"] = "Made a token",
        ["token.revoke"] = "Revoked a token",
    };

    /// <summary>What was done, from the audit's dotted verb; that itself for one this table does not have.</summary>
    public static string OfAction(string action) => Actions.GetValueOrDefault(action, action);

    /// <summary>What can be done, in words, in their order.</summary>
    public static IEnumerable<string> AllActions => Actions.Values.Order(StringComparer.CurrentCultureIgnoreCase);

    /// <summary>The dotted verb of these words; what was given when they are none of ours.</summary>
    public static string? ActionOf(string? words) =>
        Actions.FirstOrDefault(action => string.Equals(action.Value, words?.Trim(), StringComparison.OrdinalIgnoreCase)).Key ?? words;

    /// <summary>Who, from the audit: the name of a person, "Motics Support" for the console itself, "Token NAME"; the id for somebody not known here.</summary>
    public static string OfActor(string actor, IReadOnlyDictionary<string, string> people) =>
        people.TryGetValue(actor, out var name) ? name
            : actor == Core.Access.Actor.System.Id ? Core.Access.Actor.System.Name
            : actor.StartsWith("token:", StringComparison.Ordinal) ? $"Token {actor["token:".Length..]}" : actor;

    /// <summary>On what, from the audit's <c>kind:id</c>: "Ticket #1034, Elm Park", "E-6", "Harbour Street", "Organisation harbour" without its name.</summary>
    public static string OfTarget(string target, IReadOnlyDictionary<string, string> names) => target.Split(':', 2) switch
    {
        ["ticket", var number] => names.TryGetValue(target, out var clinic) ? $"Ticket #{number}, {clinic}" : $"Ticket #{number}",
        ["escalation", var number] => names.TryGetValue(target, out var clinic) ? $"E-{number}, {clinic}" : $"E-{number}",
        ["outreach", _] => "Outreach",
        _ when names.TryGetValue(target, out var name) => name,
        [{ Length: > 0 } kind, { Length: > 0 } id] => $"{Upper(kind)} {id}",
        _ => target,
    };
}
