using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Access;
using Motics.Support.Core.Triage;
using Motics.Support.Portal.Components.Organisations;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Components.Organisations;

/// <summary>What an organisation's page suggests knows what has happened in its open tickets.</summary>
public sealed class OrganisationReaderTests : IAsyncLifetime
{
    private readonly Hosting.Portal portal = new();
    private HttpClient client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        client = await portal.AdminAsync();
        using var told = await client.PostEventsAsync(Told.StuckClinic("c0"));
        using var opened = await client.PostJsonAsync("/api/v1/tickets", new { organisationId = "c0", subject = "Nobody is found" });
        Assert.Equal(201, (int)opened.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Open_KeySeenInItsTicket_IsToBeReplacedHereToo()
    {
        Assert.DoesNotContain(AdviceKind.ReplaceExposedKey, (await OpenAsync()).Suggested!.Advice.Select(advice => advice.Kind));

        // In pieces, so that it is no secret to a scanner of this repository.
        using var noted = await client.PostJsonAsync("/api/v1/tickets/1001/notes", new { text = "They sent MS0xMjM0NTY3ODkwYWJjZGVm" + "Z2hpamtsbW5vcA" + "-uk1" });
        Assert.True(noted.IsSuccessStatusCode);

        var shown = await OpenAsync();
        Assert.Equal("replace-exposed-key", shown.Suggested!.Steps[0].Id);
        Assert.Contains("The key that reached us", shown.Reply!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_HandedOverByALead_SaysThatTheEngineersHaveIt()
    {
        Assert.DoesNotContain("engineers", (await OpenAsync()).Suggested!.Title, StringComparison.Ordinal);

        using var handed = await client.PostJsonAsync("/api/v1/tickets/1001/escalation", new { @override = true, reason = "They insist" });
        Assert.Equal(201, (int)handed.StatusCode);

        var shown = await OpenAsync();
        Assert.StartsWith("The engineers have it", shown.Suggested!.Title, StringComparison.Ordinal);
        Assert.True(shown.Suggested.SaysWhatIs);
        Assert.Contains("We have handed this to our engineers", shown.Reply!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Before it goes to them", shown.Reply.Text, StringComparison.Ordinal);
    }

    private async Task<OrganisationShown> OpenAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var opened = await scope.ServiceProvider.GetRequiredService<OrganisationReader>().OpenAsync("c0", new Actor("ann", "Ann", Grants.ByRole[Grants.Agent]), Cancel);
        Assert.True(opened.Done);
        return opened.Value;
    }
}
