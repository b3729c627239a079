using System.Globalization;
using Motics.Support.Simulator.Events;

namespace Motics.Support.Simulator.Posting;

/// <summary>The events of a plan in the order of posting: the weeks before first, then what happens now, without an end of its own.</summary>
public sealed class EventFlow(PostingPlan plan, TimeProvider time)
{
    /// <summary>Events one by one; made when they are asked for, so that what happens now has the time of now.</summary>
    public IEnumerable<SimulatedEvent> Events()
    {
        var rehearsal = new Rehearsal(plan.World, plan.At ?? time.GetUtcNow(), plan.Organisations);
        var history = plan.OnlyLive ? [] : rehearsal.Events();
        return plan.GoesOn ? history.Concat(Live(rehearsal)) : history;
    }

    private IEnumerable<SimulatedEvent> Live(Rehearsal rehearsal)
    {
        var chance = Chance.For(plan.World, "live", time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        while (true)
            foreach (var one in Rehearsal.Next(chance.Pick(rehearsal.Clinics), time.GetUtcNow(), chance))
                yield return one;
    }
}
