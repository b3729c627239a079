using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Data.Audit;
using Motics.Support.Portal.Tests.Api;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Audit;

public sealed class RefusedRouteTests(Hosting.Portal portal) : PortalApiTests(portal)
{
    [Fact]
    public async Task Token_WithoutTheScope_LeavesALineWithTheRouteAndNotWithWhatWasPutIntoIt()
    {
        using var reader = await Portal.ClientAsync(Grants.SupportReadScope);
        var before = await LastAsync();

        using var answer = await reader.PostJsonAsync("/api/v1/tickets/7781/notes", new { text = "x" });

        await answer.ProblemAsync(403);
        var line = Assert.Single(await SinceAsync(before));
        Assert.StartsWith("token:test-", line.Entry.ActorId, StringComparison.Ordinal);
        Assert.Equal(("route.ask", "route:POST api/v1/tickets/{number:long}/notes", AuditEntry.Refused, "needs WriteTickets"), (line.Entry.Action, line.Entry.Target, line.Entry.Outcome, line.Entry.Detail));
        Assert.Null((await Audit.VerifyAsync(Actor.System, Cancel)).Value!.BrokenAt);
    }

    [Fact]
    public async Task Person_WhoseRoleDoesNotOpenThePage_LeavesALine()
    {
        using var browser = await Portal.BrowserAsync(Grants.Agent);
        var before = await LastAsync();

        using var answer = await browser.GetAsync(new Uri("/admin/tokens", UriKind.Relative), Cancel);

        Assert.Equal("/denied", answer.Headers.Location?.AbsolutePath);
        var line = Assert.Single(await SinceAsync(before));
        Assert.Equal((DemoPeople.ByRole[Grants.Agent].Id, "route:GET /admin/tokens"), (line.Entry.ActorId, line.Entry.Target));
    }

    [Fact]
    public async Task Nobody_LeavesNone()
    {
        using var nobody = await Portal.ClientAsync();
        var before = await LastAsync();

        using var api = await nobody.GetAsync(new Uri("/api/v1/tickets", UriKind.Relative), Cancel);
        using var page = await nobody.GetAsync(new Uri("/audit", UriKind.Relative), Cancel);

        Assert.Equal(401, (int)api.StatusCode);
        Assert.Empty(await SinceAsync(before));
    }

    private AuditStore Audit => Portal.Services.GetRequiredService<AuditStore>();

    private async Task<long> LastAsync() => (await Audit.ListAsync(new AuditQuery(Limit: 1), Actor.System, Cancel)).Value!.Items is [var last] ? last.Seq : 0;

    private async Task<List<AuditLine>> SinceAsync(long seq) => [.. (await Audit.ListAsync(new AuditQuery(Action: "route.ask"), Actor.System, Cancel)).Value!.Items.Where(line => line.Seq > seq)];
}
