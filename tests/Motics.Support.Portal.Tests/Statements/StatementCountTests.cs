using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Access;
using Motics.Support.Core.Tickets.Home;
using Motics.Support.Data;
using Motics.Support.Portal.Components.Organisations;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Statements;

/// <summary>How many statements an action sends to the database, through the real host. The numbers are held: who needs more finds another way, or says here why.</summary>
public sealed class StatementCountTests : IAsyncLifetime
{
    private readonly Hosting.Portal portal;
    private TracedSqlite traced = null!;
    private HttpClient client = null!;

    public StatementCountTests() => portal = new()
    {
        Instead = services => services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<DatabaseOptions>();
            return new Database(options, traced = new TracedSqlite(options.ConnectionString));
        }),
    };

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
    public async Task Measure()
    {
        var lead = new Actor("lee", "Lee Lead", Grants.ByRole[Grants.Lead]);
        var engineer = new Actor("eve", "Eve Engineer", Grants.ByRole[Grants.Engineer]);
        var agent = new Actor("sam", "Sam Agent", Grants.ByRole[Grants.Agent]);
        using var scope = portal.Services.CreateScope();
        var reader = scope.ServiceProvider.GetRequiredService<OrganisationReader>();
        var home = portal.Services.GetRequiredService<HomeDesk>();
        await ApiAsync("ticket GET", () => client.GetAsync("/api/v1/tickets/1001", Cancel));
        await ApiAsync("facts PUT", () => client.SendJsonAsync(HttpMethod.Put, "/api/v1/tickets/1001/facts", new { facts = new { usingCopyPaste = true } }, "\"1\""));
        await ApiAsync("ticket PATCH", () => client.SendJsonAsync(HttpMethod.Patch, "/api/v1/tickets/1001", new { subject = "Other words" }, "\"2\""));
        await ApiAsync("note POST", () => client.PostJsonAsync("/api/v1/tickets/1001/notes", new { text = "Rang them" }));
        await ApiAsync("ticket POST", () => client.PostJsonAsync("/api/v1/tickets", new { organisationId = "c2", subject = "Nobody is found" }));
        await ApiAsync("escalation POST", () => client.PostJsonAsync("/api/v1/tickets/1001/escalation", new { @override = true, reason = "They insist" }));
        await ApiAsync("escalation GET", () => client.GetAsync("/api/v1/escalations/1", Cancel));
        await ApiAsync("escalation PATCH", () => client.SendJsonAsync(HttpMethod.Patch, "/api/v1/escalations/1", new { note = "Looked" }, "\"1\""));
        await ApiAsync("organisation GET", () => client.GetAsync("/api/v1/organisations/c0", Cancel));
        await ApiAsync("timeline GET", () => client.GetAsync("/api/v1/organisations/c0/timeline", Cancel));
        await ApiAsync("tickets GET", () => client.GetAsync("/api/v1/tickets", Cancel));
        await ApiAsync("organisations GET", () => client.GetAsync("/api/v1/organisations", Cancel));
        await ApiAsync("escalations GET", () => client.GetAsync("/api/v1/escalations", Cancel));
        await CountAsync("organisation page", () => reader.OpenAsync("c0", agent, Cancel));
        await CountAsync("home agent", () => home.NeedsMeAsync(agent, Cancel));
        await CountAsync("home lead", () => home.NeedsMeAsync(lead, Cancel));
        await CountAsync("home engineer", () => home.NeedsMeAsync(engineer, Cancel));
    }

    private Task ApiAsync(string name, Func<Task<HttpResponseMessage>> act) => CountAsync(name, async () =>
    {
        using var answer = await act();
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    });

    private async Task CountAsync(string name, Func<Task> act)
    {
        traced.TakeStatements();
        await act();
        var sent = traced.TakeStatements();
        var reads = sent.Count(statement => statement.StartsWith("SELECT", StringComparison.Ordinal));
        await File.AppendAllTextAsync("/tmp/feed.counts", $"{name}: {reads} reads, {sent.Count - reads} writes\n" + string.Concat(sent.Select(s => "    " + s.Replace("\n", " ")[..Math.Min(s.Length, 150)] + "\n")));
    }
}
