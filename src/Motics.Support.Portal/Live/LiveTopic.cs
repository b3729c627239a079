using System.Globalization;

namespace Motics.Support.Portal.Live;

/// <summary>What an open page wants to hear about.</summary>
public readonly record struct LiveTopic
{
    internal const string OrganisationKind = "organisation";

    private LiveTopic(string kind, string id) => (Kind, Id) = (kind, id);

    /// <summary><c>organisation</c>, <c>ticket</c>, <c>escalation</c>, <c>error</c>, <c>presence</c> or <c>anything</c>.</summary>
    public string Kind { get; }

    public string Id { get; }

    /// <summary>Every change of anything: for home and lists.</summary>
    public static LiveTopic Anything { get; } = new("anything", "");

    public static LiveTopic Organisation(string id) => new(OrganisationKind, id);

    public static LiveTopic Ticket(long number) => new("ticket", number.ToString(CultureInfo.InvariantCulture));

    public static LiveTopic ErrorGroup(string id) => new("error", id);

    /// <summary>Who has the page of a ticket open: no change of anything.</summary>
    public static LiveTopic Presence(long ticket) => new("presence", ticket.ToString(CultureInfo.InvariantCulture));

    /// <summary>The topic of what the audit names as <c>kind:id</c>; null when no page shows such a thing.</summary>
    public static LiveTopic? OfTarget(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var colon = target.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && target[..colon] is OrganisationKind or "ticket" or "escalation" or "error" ? new LiveTopic(target[..colon], target[(colon + 1)..]) : null;
    }

    public static LiveTopic Escalation(long number) => new("escalation", number.ToString(CultureInfo.InvariantCulture));
}
