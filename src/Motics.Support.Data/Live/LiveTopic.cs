using System.Globalization;

namespace Motics.Support.Data.Live;

/// <summary>What a transaction changed, and what an open page wants to hear about.</summary>
public readonly record struct LiveTopic
{
    private const string PresenceKind = "presence";

    private LiveTopic(string kind, string id) => (Kind, Id) = (kind, id);

    /// <summary>As the audit names targets: <c>organisation</c>, <c>ticket</c>, <c>escalation</c>, <c>error</c>, <c>incident</c>, <c>token</c>; or <c>presence</c>, <c>anything</c>.</summary>
    public string Kind { get; }

    public string Id { get; }

    /// <summary>Every change of anything: for home and lists.</summary>
    public static LiveTopic Anything { get; } = new("anything", "");

    /// <summary>Trouble at a provider began, changed or ended: it covers organisations that nobody counted.</summary>
    public bool IsIncident => Kind == "incident";

    /// <summary>One organisation.</summary>
    public bool IsOrganisation => Kind == "organisation";

    /// <summary>Somebody came or went: no list shows that.</summary>
    public bool IsPresence => Kind == PresenceKind;

    public static LiveTopic Organisation(string id) => new("organisation", id);

    public static LiveTopic Ticket(long number) => new("ticket", number.ToString(CultureInfo.InvariantCulture));

    public static LiveTopic Escalation(long number) => new("escalation", number.ToString(CultureInfo.InvariantCulture));

    public static LiveTopic ErrorGroup(string id) => new("error", id);

    /// <summary>Who has a page open, such as <c>ticket:1043</c>.</summary>
    public static LiveTopic Presence(string page) => new(PresenceKind, page);

    /// <summary>The numbers among these of one kind, such as <see cref="Ticket"/>.</summary>
    internal static IReadOnlyList<long> Numbers(IEnumerable<LiveTopic> topics, Func<long, LiveTopic> kind)
    {
        var wanted = kind(0).Kind;
        return [.. topics.Where(topic => topic.Kind == wanted).Select(topic => long.TryParse(topic.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)];
    }

    /// <summary>The topic of what the audit names as <c>kind:id</c>; null when it is named otherwise.</summary>
    public static LiveTopic? OfTarget(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var colon = target.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? new LiveTopic(target[..colon], target[(colon + 1)..]) : null;
    }
}
