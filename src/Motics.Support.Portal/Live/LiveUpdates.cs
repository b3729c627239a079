using Motics.Support.Data.Live;

namespace Motics.Support.Portal.Live;

/// <summary>
/// Wakes open pages when something they show has changed. It only says that, never what: a page reads again through its store, so
/// nobody hears more than they may read. <see cref="LiveFeed"/> tells it what was written.
/// </summary>
public sealed class LiveUpdates(TimeProvider clock, ILogger<LiveUpdates> log)
{
    /// <summary>Changes within this time reach a subscriber as one call.</summary>
    public static readonly TimeSpan Throttle = TimeSpan.FromMilliseconds(300);

    private readonly Lock _gate = new();
    private readonly Dictionary<LiveTopic, HashSet<LiveSubscription>> _subscribers = [];

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

    /// <summary>Wakes every page that shows one of these, and whoever listens to anything. Trouble at a provider may cover any organisation: all their pages are woken.</summary>
    public void Hear(IReadOnlyCollection<LiveTopic> topics)
    {
        HashSet<LiveSubscription> listening = [];
        lock (_gate)
        {
            foreach (var topic in topics)
                Find(topic, listening);
            if (topics.Any(topic => !topic.IsPresence))
                Find(LiveTopic.Anything, listening);
            if (topics.Any(topic => topic.IsIncident))
                listening.UnionWith(_subscribers.Where(each => each.Key.IsOrganisation).SelectMany(each => each.Value));
        }

        foreach (var subscription in listening)
        {
            subscription.Wake();
        }
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

    /// <summary>Who listens, to however many topics.</summary>
    internal int ListenerCount
    {
        get
        {
            lock (_gate)
            {
                return _subscribers.Values.SelectMany(set => set).Distinct().Count();
            }
        }
    }

    private void Find(LiveTopic topic, HashSet<LiveSubscription> listening)
    {
        if (_subscribers.TryGetValue(topic, out var set))
            listening.UnionWith(set);
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
