using System.Globalization;
using Motics.Support.Core.Organisations;
using Motics.Support.Simulator.Clinics;

namespace Motics.Support.Simulator.Demo;

/// <summary>Lets the story of one clinic of the demo go on, a step at a time.</summary>
public sealed class DemoMover
{
    /// <summary>Stories of which one more step changes the list of events and leaves everything that the demo shows as it is.</summary>
    private static readonly HashSet<string> Moving = ["reconnected", "provider-outage", "key-never-reentered", "key-owner-no-practitioner", "back-to-copying"];

    private readonly DemoIntake intake;
    private readonly TimeProvider time;
    private readonly Chance chance;

    public DemoMover(DemoIntake intake, TimeProvider time)
    {
        (this.intake, this.time) = (intake, time);
        var rehearsal = new Rehearsal(Rehearsal.OrdinarySeed, time.GetUtcNow());
        First = rehearsal.Clinics[0];
        // Enough clinics that not always the same one moves, few enough that one can be watched; those with tickets of the demo are left out.
        Clinics = [.. rehearsal.Clinics.Where(clinic => Moving.Contains(clinic.Story.Name)).GroupBy(clinic => clinic.Story).SelectMany(group => group.TakeLast(3))];
        chance = Chance.For(Rehearsal.OrdinarySeed, "moving", time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The clinics that move.</summary>
    public IReadOnlyList<Clinic> Clinics { get; }

    private Clinic First { get; }

    /// <summary>True when the database holds the demo. It may as well hold somebody's own organisations, and nothing made up may be put beside those.</summary>
    public async Task<bool> IsAtHomeAsync(IOrganisationFinder organisations, CancellationToken cancellationToken) =>
        await organisations.FindAsync(First.Id, cancellationToken) is not null;

    /// <summary>One clinic, one step.</summary>
    public Task MoveAsync(CancellationToken cancellationToken) =>
        intake.TakeAsync(Rehearsal.Next(chance.Pick(Clinics), time.GetUtcNow(), chance), cancellationToken);
}
