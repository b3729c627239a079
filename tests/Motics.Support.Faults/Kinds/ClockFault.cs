using System.Globalization;

namespace Motics.Support.Faults.Kinds;

/// <summary>The clock is set forth and back by up to a day under a running portal, and every fifth time it is killed as well.</summary>
internal sealed class ClockFault : Fault
{
    private const int Day = 24 * 60;
    private int moves;

    public override string Name => "clock";

    protected override string Told => string.Create(CultureInfo.InvariantCulture, $"{moves} times set");

    protected override async Task<string?> RoundAsync(Scene scene, int round)
    {
        await scene.Load.StartAsync();
        foreach (var minutes in (int[])[Day, -Day, scene.Random.Next(-Day, Day)])
        {
            await scene.Portal.SetClockAsync(minutes);
            moves++;
            await scene.SomeTimeAsync(50, 300);
        }

        if (round % 5 == 0)
            await scene.KillAndStartAsync();
        else
            await scene.Load.StopAsync();
        using var client = scene.Load.Client();
        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), scene.Stop);
        return ready.IsSuccessStatusCode ? null : $"/health/ready is {(int)ready.StatusCode}";
    }
}
