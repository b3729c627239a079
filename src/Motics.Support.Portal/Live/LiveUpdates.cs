namespace Motics.Support.Portal.Live;

/// <summary>
/// Wakes open pages when something they show has changed. It only says that, never what: a page reads again through its store, so
/// nobody hears more than they may read. Whoever writes calls it after the commit.
/// </summary>
public sealed class LiveUpdates(TimeProvider clock, ILogger<LiveUpdates> log)
{
    /// <summary>Changes within this time reach a subscriber as one call.</summary>
    public static readonly TimeSpan Throttle = TimeSpan.FromMilliseconds(300);

    private readonly Lock _gate = new();
    private readonly Dictionary<LiveTopic, HashSet<LiveSubscription>> _subscribers = [];

    /// <summary>Raised for every change made in this node, so that another part can pass it on to other nodes.</summary>
    public event Action<LiveTopic>? Announced;

    public void OrganisationsChanged(IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            Announce(LiveTopic.Organisation(id));
        }
    }

    /// <summary>Many may have changed and nobody counted which: wakes every page that shows any.</summary>
    public void AnyOrganisationChanged()
    {
        LiveTopic[] topics;
        lock (_gate)
        {
            topics = [.. _subscribers.Keys.Where(topic => topic.Kind == LiveTopic.OrganisationKind)];
        }

        OrganisationsChanged(topics.Select(topic => topic.Id));
        Hear(LiveTopic.Anything);
    }

    public void TicketChanged(long number) => Announce(LiveTopic.Ticket(number));

    public void EscalationChanged(long number) => Announce(LiveTopic.Escalation(number));

    public void ErrorGroupChanged(string id) => Announce(LiveTopic.ErrorGroup(id));

    /// <summary>Somebody came to the page of a ticket or left it. No list shows that, so only those on the page are woken, on this node.</summary>
    public void PresenceChanged(long ticket) => Wake(LiveTopic.Presence(ticket));

    /// <summary>Calls back after changes of the topic, at most every <see cref="Throttle"/> and never twice at once, until disposed.</summary>
    /// <param name="topic">What to listen to.</param>
    /// <param name="changed">Called on a pool thread: components go through <c>InvokeAsync</c>.</param>
    public IDisposable Subscribe(LiveTopic topic, Func<Task> changed) => Subscribe([topic], changed);

    /// <summary>As above, for several topics with one throttle.</summary>
    public IDisposable Subscribe(IReadOnlyCollection<LiveTopic> topics, Func<Task> changed)
    {
        var subscription = new LiveSubscription(changed, clock, log, gone => Remove(topics, gone));
        lock (_gate)
        {
            foreach (var topic in topics)
            {
                (_subscribers.TryGetValue(topic, out var set) ? set : _subscribers[topic] = []).Add(subscription);
            }
        }

        return subscription;
    }

    /// <summary>Passes on a change that another node announced.</summary>
    public void Hear(LiveTopic topic)
    {
        Wake(topic);
        Wake(LiveTopic.Anything);
    }

    internal int TopicCount
    {
        get
        {
            lock (_gate)
            {
                return _subscribers.Count;
            }
        }
    }

    private void Announce(LiveTopic topic)
    {
        Hear(topic);
        Announced?.Invoke(topic);
    }

    private void Wake(LiveTopic topic)
    {
        LiveSubscription[] listening;
        lock (_gate)
        {
            listening = _subscribers.TryGetValue(topic, out var set) ? [.. set] : [];
        }

        foreach (var subscription in listening)
        {
            subscription.Wake();
        }
    }

    private void Remove(IReadOnlyCollection<LiveTopic> topics, LiveSubscription subscription)
    {
        lock (_gate)
        {
            foreach (var topic in topics)
            {
                if (_subscribers.TryGetValue(topic, out var set) && set.Remove(subscription) && set.Count == 0)
                {
                    _subscribers.Remove(topic);
                }
            }
        }
    }
}
