using Motics.Support.Core.Organisations;
using Motics.Support.Data;
using Motics.Support.Data.Events;
using Motics.Support.Data.Live;
using Motics.Support.Simulator.Demo;
using Motics.Support.Simulator;

namespace Motics.Support.Portal.Tests.Simulator;

public sealed class DemoMoverTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Move_OnTheDemo_StoresAnEventAndWakesThePagesOfThatClinic()
    {
        await using var world = await DemoWorld.CreateAsync(Now);
        var woken = new List<LiveTopic>();
        world.Get<Database>().Changed += topics => woken.AddRange(topics.Where(topic => topic.IsOrganisation));
        var mover = new DemoMover(new DemoIntake(world.Get<EventStore>(), world.Clock), world.Clock);
        for (var step = 0; step < 10; step++)
            await mover.MoveAsync(Cancel);

        Assert.InRange((await world.DumpAsync(Cancel, "event")).Length, 10, 20);
        Assert.Equal(10, woken.Count);
        Assert.All(woken, topic => Assert.Contains(mover.Clinics, clinic => topic == LiveTopic.Organisation(clinic.Id)));
    }

    [Fact]
    public async Task IsAtHome_DatabaseOfSomebodyElse_IsFalse()
    {
        await using var world = await DemoWorld.CreateAsync(Now);
        var intake = new DemoIntake(world.Get<EventStore>(), world.Clock);
        var mover = new DemoMover(intake, world.Clock);
        await intake.TakeAsync(new Rehearsal(99, Now, 3).Events(), Cancel);
        Assert.False(await mover.IsAtHomeAsync(world.Get<IOrganisationFinder>(), Cancel));
        await intake.TakeAsync(new Rehearsal(Rehearsal.OrdinarySeed, Now, 3).Events(), Cancel);
        Assert.True(await mover.IsAtHomeAsync(world.Get<IOrganisationFinder>(), Cancel));
    }
}
