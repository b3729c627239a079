namespace Motics.Support.Faults;

/// <summary>The machine's clock, set forth or back. Timers go by the monotonic clock, as they do where somebody sets the real one.</summary>
internal sealed class MovedClock : TimeProvider
{
    private long offset;

    /// <summary>How far it is ahead.</summary>
    public TimeSpan Offset
    {
        get => new(Interlocked.Read(ref offset));
        set => Interlocked.Exchange(ref offset, value.Ticks);
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}
