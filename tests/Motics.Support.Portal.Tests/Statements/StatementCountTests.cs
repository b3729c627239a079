using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Access;
using Motics.Support.Core.Tickets.Home;
using Motics.Support.Portal.Components.Organisations;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Statements;

/// <summary>
/// How many statements an action sends to the database, through the real host. The numbers are held: who needs more finds another way, or raises a number
/// here and says why. Through the API each has one reading for the token. A clinic that fails in one way; each further way is one reading more.
/// </summary>
public sealed class StatementCountTests : IAsyncLifetime
{
    private readonly Hosting.Portal portal = TracedSqlite.Portal();
    private readonly List<string> over = [];
    private HttpClient client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        client = await portal.AdminAsync();
        for (var clinic = 0; clinic < 3; clinic++)
        {
            using var told = await client.PostEventsAsync(clinic == 2 ? Told.WorkingClinic("c2") : Told.StuckClinic($"c{clinic}"));
            Assert.Equal(202, (int)told.StatusCode);
            using var opened = await client.PostJsonAsync("/api/v1/tickets", new { organisationId = $"c{clinic}", subject = "Nobody is found" });
            Assert.Equal(201, (int)opened.StatusCode);
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Ticket_IsReadOnce()
    {
        await GetAsync("/api/v1/tickets/1001", 13);
        await ChangeAsync("facts", () => client.SendJsonAsync(HttpMethod.Put, "/api/v1/tickets/1001/facts", new { facts = new { usingCopyPaste = true } }, "\"1\""), 14, 5);
        await ChangeAsync("ticket", () => client.SendJsonAsync(HttpMethod.Patch, "/api/v1/tickets/1001", new { subject = "Other words" }, "\"2\""), 14, 4);
        await ChangeAsync("note", () => client.PostJsonAsync("/api/v1/tickets/1001/notes", new { text = "Rang them" }), 14, 5);
        await ChangeAsync("new ticket", () => client.PostJsonAsync("/api/v1/tickets", new { organisationId = "c2", subject = "Nobody is found" }), 8, 7);
        Assert.Empty(over);
    }

    [Fact]
    public async Task Escalation_IsOpenedWithAJoin()
    {
        await ChangeAsync("hand-over", () => client.PostJsonAsync("/api/v1/tickets/1001/escalation", new { @override = true, reason = "They insist" }), 19, 8);
        await GetAsync("/api/v1/escalations/1", 4);
        await ChangeAsync("escalation", () => client.SendJsonAsync(HttpMethod.Patch, "/api/v1/escalations/1", new { note = "Looked at it" }, "\"1\""), 17, 3);
        Assert.Empty(over);
    }

    [Fact]
    public async Task Organisation_ItsTimelineAndLists_AreAFew()
    {
        await ChangeAsync("organisation", () => client.GetAsync("/api/v1/organisations/c0", Cancel), 8, 1);
        await ChangeAsync("timeline", () => client.GetAsync("/api/v1/organisations/c0/timeline", Cancel), 5, 1);
        await GetAsync("/api/v1/tickets", 2);
        // Whoever reads the list first in a day takes the day that is over out of everybody's need.
        using (await client.GetAsync("/api/v1/organisations", Cancel))
            await GetAsync("/api/v1/organisations", 6);
        await GetAsync("/api/v1/escalations", 2);
        await using var scope = portal.Services.CreateAsyncScope();
        var reader = scope.ServiceProvider.GetRequiredService<OrganisationReader>();
        await CountAsync("organisation's page", () => reader.OpenAsync("c0", As(Grants.Agent), Cancel), 8, 1);
        await CountAsync("organisation's page, followed", () => reader.AgainAsync("c0", As(Grants.Agent), Cancel), 7, 0);
        Assert.Empty(over);
    }

    [Theory]
    [InlineData(Grants.Agent, 5)]
    [InlineData(Grants.Lead, 8)]
    [InlineData(Grants.Engineer, 8)]
    public async Task Home_IsAHandful(string role, int reads)
    {
        var home = portal.Services.GetRequiredService<HomeDesk>();
        // As for the list: who comes first in a day takes the day that is over out of everybody's need.
        await home.NeedsMeAsync(As(role), Cancel);
        await CountAsync($"home of {role}", () => home.NeedsMeAsync(As(role), Cancel), reads, 0);
        Assert.Empty(over);
    }

    private static Actor As(string role) => new(role, role, Grants.ByRole[role]);

    private Task GetAsync(string url, int reads) => ChangeAsync(url, () => client.GetAsync(url, Cancel), reads, 0);

    private Task ChangeAsync(string name, Func<Task<HttpResponseMessage>> act, int reads, int writes) => CountAsync(name, async () =>
    {
        using var answer = await act();
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }, reads, writes);

    private async Task CountAsync(string name, Func<Task> act, int mostReads, int mostWrites)
    {
        var traced = portal.Services.GetRequiredService<TracedSqlite>();
        traced.Sent();
        await act();
        var sent = traced.Sent();
        var reads = sent.Count(statement => statement.StartsWith("SELECT", StringComparison.Ordinal));
        var writes = sent.Count(statement => statement.Split(' ')[0] is "INSERT" or "UPDATE" or "DELETE");
        if (reads > mostReads || writes > mostWrites || reads == 0)
            over.Add($"{name}: {reads} reads and {writes} writes, held at {mostReads} and {mostWrites}: {string.Join(Environment.NewLine, sent)}");
    }
}
