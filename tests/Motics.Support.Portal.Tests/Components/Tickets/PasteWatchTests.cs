using Bunit;
using Microsoft.JSInterop;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Tickets.Opening;
using Motics.Support.Portal.Components.Tickets.Pasting;

namespace Motics.Support.Portal.Tests.Components.Tickets;

/// <summary>Watching for what is pasted ends quietly, however the page ends.</summary>
public sealed class PasteWatchTests : PortalBunit
{
    [Fact]
    public async Task Dispose_ConnectionWentWhileStopping_IsNoFailure()
    {
        var paste = JSInterop.SetupModule("./js/walkthrough.js").SetupModule("watchPaste", _ => true);
        paste.SetupVoid("stop").SetCanceled();

        var watch = Render<PasteWatch>();
        await watch.Instance.DisposeAsync();

        paste.VerifyInvoke("stop");
    }

    [Fact]
    public async Task Dispose_BrowserIsGone_IsNoFailure()
    {
        var paste = JSInterop.SetupModule("./js/walkthrough.js").SetupModule("watchPaste", _ => true);
        paste.SetupVoid("stop").SetException(new JSDisconnectedException("gone"));

        var watch = Render<PasteWatch>();
        await watch.Instance.DisposeAsync();

        paste.VerifyInvoke("stop");
    }
}
