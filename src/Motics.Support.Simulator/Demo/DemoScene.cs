namespace Motics.Support.Simulator.Demo;

/// <summary>Something that somebody at the help desk did, at its moment among the events.</summary>
/// <param name="At">When it happened.</param>
/// <param name="PlayAsync">Does it, through the same desks as everybody.</param>
internal sealed record DemoScene(DateTimeOffset At, Func<DemoStage, CancellationToken, Task> PlayAsync);
