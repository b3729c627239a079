using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Simulator.Demo;

/// <summary>Moves the demo on, an event or two every few seconds, so that open pages can be seen to move.</summary>
public sealed class DemoTrickle(IServiceProvider services, IOrganisationFinder organisations, TimeProvider time, ILogger<DemoTrickle> log) : BackgroundService
{
    /// <summary>Time between two steps.</summary>
    public static TimeSpan Pace { get; } = TimeSpan.FromSeconds(4);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var mover = new DemoMover(ActivatorUtilities.CreateInstance<DemoIntake>(services), time);
        if (!await mover.IsAtHomeAsync(organisations, stoppingToken))
            return;
        using var timer = new PeriodicTimer(Pace, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await MoveAsync(mover, stoppingToken);
    }

    private async Task MoveAsync(DemoMover mover, CancellationToken cancellationToken)
    {
        try
        {
            await mover.MoveAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogWarning(exception, "The demo could not go on with an event; the next one is tried");
        }
    }
}
