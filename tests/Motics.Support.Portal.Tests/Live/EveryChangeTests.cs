using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Access;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Data;
using Motics.Support.Data.Access;
using Motics.Support.Data.Incidents;
using Motics.Support.Data.Live;
using Motics.Support.Portal.Live;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Live;

/// <summary>Every kind of change, through the real host: it wakes whoever watches, and another node finds the same in the database.</summary>
public sealed class EveryChangeTests(Hosting.Portal portal) : IClassFixture<Hosting.Portal>, IAsyncLifetime
{
    private readonly string clinic = $"clinic-{Guid.CreateVersion7():N}";
    private HttpClient client = null!;
    private long ticket;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private LiveTopic Organisation => LiveTopic.Organisation(clinic);

    public async ValueTask InitializeAsync()
    {
        client = await portal.AdminAsync();
        using var told = await client.PostEventsAsync(Told.StuckClinic(clinic));
        Assert.Equal(202, (int)told.StatusCode);
        using var opened = await client.PostJsonAsync("/api/v1/tickets", new { organisationId = clinic, subject = "Nobody is found" });
        ticket = (await opened.JsonAsync()).GetProperty("number").GetInt64();
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Event_WakesItsOrganisationAndItsError()
    {
        var group = (await client.ReadAsync($"/api/v1/organisations/{clinic}")).GetProperty("lastError").GetProperty("errorGroupId").GetString()!;
        var failure = new { ehr = "cliniko", operation = "patient-search", error = new { message = "Authentication failed", httpStatus = 401 } };
        await ChangesAsync(() => client.PostEventsAsync(Told.Event("integration.failed", clinic, failure)), Organisation, LiveTopic.ErrorGroup(group));
        await ChangesAsync(() => client.SendJsonAsync(HttpMethod.Patch, $"/api/v1/errors/{group}", new { status = "acknowledged" }, "\"1\""), LiveTopic.ErrorGroup(group));
    }

    [Fact]
    public Task Import_WakesItsOrganisation() => ChangesAsync(
        () => client.SendTextAsync(HttpMethod.Post, "/api/v1/organisations/import", $"id,name,ehr,nookalRegion,nookalSite,clinikoShard,migratedAt\n{clinic},Another Name,,,,,\n", "text/csv"), Organisation);

    [Fact]
    public Task NewTicket_WakesItsOrganisation() =>
        ChangesAsync(() => client.PostJsonAsync("/api/v1/tickets", new { organisationId = clinic, subject = "One more" }), Organisation, LiveTopic.Ticket(ticket + 1));

    [Fact]
    public Task Ticket_WakesItAndItsOrganisation() =>
        ChangesAsync(() => client.SendJsonAsync(HttpMethod.Patch, $"/api/v1/tickets/{ticket}", new { subject = "Other words" }, "\"1\""), LiveTopic.Ticket(ticket), Organisation);

    [Fact]
    public Task Fact_WakesItsTicket() =>
        ChangesAsync(() => client.SendJsonAsync(HttpMethod.Put, $"/api/v1/tickets/{ticket}/facts", new { facts = new { usingCopyPaste = true } }, "\"1\""), LiveTopic.Ticket(ticket), Organisation);

    [Fact]
    public Task Note_WakesItsTicket() => ChangesAsync(() => client.PostJsonAsync($"/api/v1/tickets/{ticket}/notes", new { text = "Rang them" }), LiveTopic.Ticket(ticket), Organisation);

    [Fact]
    public async Task Escalation_WakesItselfItsTicketAndItsOrganisation()
    {
        JsonElement made = default;
        await ChangesAsync(async () =>
        {
            var answer = await client.PostJsonAsync($"/api/v1/tickets/{ticket}/escalation", new { @override = true, reason = "They insist" });
            made = await answer.JsonAsync();
            return answer;
        }, LiveTopic.Ticket(ticket), Organisation);
        var number = made.GetProperty("number").GetInt64();
        await ChangesAsync(
            () => client.SendJsonAsync(HttpMethod.Patch, $"/api/v1/escalations/{number}", new { note = "Looked at it" }, "\"1\""),
            LiveTopic.Escalation(number), LiveTopic.Ticket(ticket), Organisation);
    }

    [Fact]
    public async Task Incident_WakesEveryOrganisation()
    {
        using var page = new Watcher(portal.Services.GetRequiredService<LiveUpdates>(), Organisation);
        var incident = new Incident($"down-{clinic}", Ehr.Cliniko, "uk1", IncidentStatus.Suspected, DateTimeOffset.UtcNow, null, "Many fail");
        await ChangesAsync(() => portal.Services.GetRequiredService<IncidentStore>().SaveAsync(incident, Cancel));
        await page.Woken.WaitAsync(Cancel);
    }

    [Fact]
    public Task Access_WakesWhoWatchesEverything() =>
        ChangesAsync(() => portal.Services.GetRequiredService<TokenStore>().CreateAsync($"made-{clinic}", [Grants.SupportReadScope], Actor.System, Cancel));

    private Task ChangesAsync(Func<Task<HttpResponseMessage>> act, params LiveTopic[] shown) => ChangesAsync(async () =>
    {
        using var answer = await act();
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }, shown);

    // One test after the other, so that nobody else changes anything meanwhile.
    private async Task ChangesAsync(Func<Task> act, params LiveTopic[] shown)
    {
        var (database, live, told) = (portal.Services.GetRequiredService<Database>(), portal.Services.GetRequiredService<LiveUpdates>(), new HashSet<LiveTopic>());
        var changes = portal.Services.GetRequiredService<ChangeStore>();
        var before = await changes.EndAsync(Cancel);
        var watchers = shown.Append(LiveTopic.Anything).Select(topic => new Watcher(live, topic)).ToList();
        void Hear(IReadOnlyCollection<LiveTopic> topics) => told.UnionWith(topics);
        database.Changed += Hear;
        await act();
        database.Changed -= Hear;

        await Task.WhenAll(watchers.Select(watcher => watcher.Woken)).WaitAsync(Cancel);
        watchers.ForEach(watcher => watcher.Dispose());
        Assert.Superset(shown.ToHashSet(), told);
        Assert.Equal(Names(told), Names((await changes.SinceAsync(before, Cancel)).Topics));
    }

    private static IEnumerable<string> Names(IEnumerable<LiveTopic> topics) => topics.Select(topic => $"{topic.Kind}:{topic.Id}").Order(StringComparer.Ordinal);
}
