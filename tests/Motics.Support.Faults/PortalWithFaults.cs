using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Motics.Support.Faults;

[assembly: HostingStartup(typeof(PortalWithFaults))]

namespace Motics.Support.Faults;

/// <summary>
/// Comes into the real portal as a hosting startup (<c>ASPNETCORE_HOSTINGSTARTUPASSEMBLIES</c>), which is ASP.NET Core's own way and needs this assembly beside it: the portal has no switch for
/// it. A clock that is told over the process's input where to stand, and retention that never rests.
/// </summary>
internal sealed class PortalWithFaults : IHostingStartup
{
    /// <inheritdoc />
    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services =>
    {
        var clock = new MovedClock();
        services.AddSingleton<TimeProvider>(clock);
        services.AddHostedService<EndlessRetention>();
        services.AddHostedService(provider => new Told(clock, provider.GetRequiredService<IHostApplicationLifetime>()));
    });

    // A line is the clock's new offset in minutes. Nobody there any more: nothing goes on without who started it.
    private sealed class Told(MovedClock clock, IHostApplicationLifetime lifetime) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var input = new StreamReader(Console.OpenStandardInput());
            while (await input.ReadLineAsync(stoppingToken) is { } line)
                clock.Offset = TimeSpan.FromMinutes(int.Parse(line, CultureInfo.InvariantCulture));
            lifetime.StopApplication();
        }
    }
}
