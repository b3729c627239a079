namespace Motics.Support.Simulator.Demo;

/// <summary>The clock of what the demo replays: it stands at the moment that is being replayed.</summary>
internal sealed class DemoClock : TimeProvider
{
    private DateTimeOffset now = DateTimeOffset.UnixEpoch;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Puts the clock to this moment.</summary>
    public void MoveTo(DateTimeOffset moment) => now = moment;
}
