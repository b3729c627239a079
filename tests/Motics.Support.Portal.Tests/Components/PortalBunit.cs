using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Motics.Support.Core.Triage;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Times;
using Motics.Support.Portal.Live;
using MudBlazor.Services;

namespace Motics.Support.Portal.Tests.Components;

/// <summary>Renders components as an interactive circuit does, with a clock that only moves when told.</summary>
public abstract class PortalBunit : BunitContext
{
    protected static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 31, 0, TimeSpan.Zero);

    protected PortalBunit()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddLogging();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddScoped<TickingClock>();
        Services.AddScoped<ViewerZone>();
        Services.AddSingleton<LiveUpdates>();
        Services.AddSingleton<ReadNewestEvent>(_ => Task.FromResult(NewestEvent));
        Services.AddSingleton<EventPulse>();
        Services.AddSingleton(PlaybookLoader.Embedded);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    /// <summary>When the newest event came, as the database would say; null for none ever.</summary>
    protected DateTimeOffset? NewestEvent { get; set; }

    protected FakeTimeProvider Clock { get; } = new(Start);
}
