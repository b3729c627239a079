using System.Globalization;
using Motics.Support.Portal.Live;
using Motics.Support.Simulator;
using Motics.Support.Simulator.Clinics;
using Motics.Support.Simulator.Events;

namespace Motics.Support.Portal.Demo;

/// <summary>Lets a few stories of the demo go on, an event every few seconds, so that open pages can be seen to move.</summary>
public sealed class DemoTrickle(
    DemoOptions options, IServiceProvider services, LiveUpdates live, TimeProvider time, ILogger<DemoTrickle> log) : BackgroundService
{
    /// <summary>Time between two events.</summary>
    public static TimeSpan Pace { get; } = TimeSpan.FromSeconds(4);

    private static readonly HashSet<string> Moving = ["reconnected", "provider-outage", "key-never-reentered", "key-owner-no-practitioner", "back-to-copying"];

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Enabled || !options.Live)
            return;
        var rehearsal = new Rehearsal(Rehearsal.OrdinarySeed, time.GetUtcNow());
        if (!await IsDemoAsync(rehearsal.Clinics[0], stoppingToken))
            return;
        var intake = ActivatorUtilities.CreateInstance<DemoIntake>(services);
        var chance = Chance.For(Rehearsal.OrdinarySeed, "trickle", time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        // Enough clinics that not always the same one moves, few enough that one can be watched.
        var clinics = rehearsal.Clinics.Where(clinic => Moving.Contains(clinic.Story.Name)).GroupBy(clinic => clinic.Story).SelectMany(group => group.Skip(4).Take(4)).ToList();
        using var timer = new PeriodicTimer(Pace, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await LetOneGoOnAsync(intake, Rehearsal.Next(chance.Pick(clinics), time.GetUtcNow(), chance), stoppingToken);
    }

    /// <summary>True when the database holds the demo: it may as well hold somebody's own organisations, which nothing made up may be put beside.</summary>
    private async Task<bool> IsDemoAsync(Clinic clinic, CancellationToken cancellationToken) =>
        await services.GetRequiredService<Core.Organisations.IOrganisationFinder>().FindAsync(clinic.Id, cancellationToken) is not null;

    private async Task LetOneGoOnAsync(DemoIntake intake, IEnumerable<SimulatedEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            live.OrganisationsChanged(await intake.TakeAsync(events, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogWarning(exception, "The demo could not go on with an event; the next one is tried");
        }
    }
}
