namespace Motics.Support.Portal.Live;

/// <summary>When something of an organisation last changed in this node, which is when events last came. For the chip that says that events are live.</summary>
public sealed class EventPulse : IDisposable
{
    private readonly LiveUpdates live;
    private readonly TimeProvider time;
    private long lastTicks;

    public EventPulse(LiveUpdates live, TimeProvider time)
    {
        (this.live, this.time) = (live, time);
        StartedAt = time.GetUtcNow();
        live.Announced += Note;
    }

    /// <summary>Since when this node listens.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>Null while nothing came since <see cref="StartedAt"/>.</summary>
    public DateTimeOffset? LastAt => Interlocked.Read(ref lastTicks) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public void Dispose() => live.Announced -= Note;

    private void Note(LiveTopic topic)
    {
        if (topic.Kind == "organisation")
            Interlocked.Exchange(ref lastTicks, time.GetUtcNow().UtcTicks);
    }
}
