using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Events;
using Motics.Support.Simulator.Demo;
using Motics.Support.Portal.Live;
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
        var live = new LiveUpdates(world.Clock, NullLogger<LiveUpdates>.Instance);
        var announced = new List<LiveTopic>();
        live.Announced += announced.Add;
        var mover = new DemoMover(new DemoIntake(world.Get<EventStore>(), world.Clock), live.OrganisationsChanged, world.Clock);
        for (var step = 0; step < 10; step++)
            await mover.MoveAsync(Cancel);

        Assert.InRange((await world.DumpAsync(Cancel, "event")).Length, 10, 20);
        Assert.Equal(10, announced.Count);
        Assert.All(announced, topic => Assert.Contains(mover.Clinics, clinic => topic == LiveTopic.Organisation(clinic.Id)));
    }

    [Fact]
    public async Task IsAtHome_DatabaseOfSomebodyElse_IsFalse()
    {
        await using var world = await DemoWorld.CreateAsync(Now);
        var intake = new DemoIntake(world.Get<EventStore>(), world.Clock);
        var mover = new DemoMover(intake, _ => { }, world.Clock);
        await intake.TakeAsync(new Rehearsal(99, Now, 3).Events(), Cancel);
        Assert.False(await mover.IsAtHomeAsync(world.Get<IOrganisationFinder>(), Cancel));
        await intake.TakeAsync(new Rehearsal(Rehearsal.OrdinarySeed, Now, 3).Events(), Cancel);
        Assert.True(await mover.IsAtHomeAsync(world.Get<IOrganisationFinder>(), Cancel));
    }
}
