using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Data;
using Motics.Support.Data.Access;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.BadInput;

/// <summary>Secrets are planted by every way in which text comes, and then looked for in the database's file, in the log and in the answers.</summary>
public sealed class SecretsTests
{
    // Put together here, so that nothing in this file looks like a secret itself.
    private static readonly Dictionary<string, string> Secrets = new()
    {
        ["Cliniko key"] = "MS0xNzM2" + "NTQ0MzIx" + "LWFiY0RFRmdoaUpLTG1ub1BR" + "-uk1",
        ["bearer token"] = "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiIxMjM0NTY3ODkwIn0." + "dBjftJeZ4CVPmB92K27uhbUJU1p1rwW1gFWFOEjXk",
        ["e-mail"] = "jo.bloggs" + "@" + "harbour-physio.example",
        ["phone"] = "+44 7700 " + "900123",
        ["date of birth"] = "14/03/" + "1961",
        ["date of birth in ISO form"] = "1961-" + "03-14",
    };

    private static readonly string All = string.Join(" and ", Secrets.Values);

    // For fields that take 200 characters, and for those that take 100.
    private static readonly string Most = string.Join(" and ", Secrets.Values.Where(secret => secret.Length < 60));
    // By the contract these are identifiers by their letters, and identifiers are never masked.
    private static readonly string[] LikeIdentifiers = ["bearer token", "date of birth", "date of birth in ISO form"];

    private static readonly string Key = Secrets["Cliniko key"];

    private readonly StringBuilder _answers = new();

    [Fact]
    public async Task Secrets_ByEveryWay_AreNowhere()
    {
        await using var portal = Hosting.Portal.With(("Logging:LogLevel:Default", "Debug"), ("Logging:LogLevel:Microsoft.AspNetCore", "Debug"));
        using var client = await portal.AdminAsync();

        await PlantInEventsAsync(client);
        await PlantInTicketsAsync(client);
        await PlantInDraftsAsync(portal);
        await PlantInAddressesAsync(client);
        await ReadEverythingAsync(portal, client);
        await PlantInRefusedAsync(client);
        await CopyAsync(portal);

        var stored = await StoredAsync(portal);
        foreach (var (kind, secret) in Secrets)
        {
            Assert.False(stored.Contains(secret, StringComparison.Ordinal), $"The {kind} is in the database.");
            Assert.False(portal.Log.Text.Contains(secret, StringComparison.Ordinal), $"The {kind} is in the log.");
            var told = _answers.ToString().Split('\n').FirstOrDefault(line => line.Contains(secret, StringComparison.Ordinal));
            Assert.True(told is null, $"The {kind} is in an answer: {told}");
        }

        foreach (var kept in new[] { "planted-and-kept", "ticket-kept", "note-kept", "answer-kept", "reason-kept", "draft-kept", "packet-note-kept" })
        {
            Assert.True(stored.Contains(kept, StringComparison.Ordinal), $"{kept} was not stored at all, so nothing is proven.");
        }

        Assert.Contains("HTTP", portal.Log.Text, StringComparison.OrdinalIgnoreCase);
    }

    private async Task PlantInEventsAsync(HttpClient client)
    {
        await KeepAsync(client.PostEventsAsync(
            Told.Event("organisation.updated", "planted", new { name = $"planted-and-kept {Most}", ehr = "cliniko" }),
            Told.Event("organisation.migrated", "planted", new { wave = Key }),
            Told.Event("integration.failed", "planted", new { ehr = "cliniko", operation = "verify", error = new { code = Key, message = $"failed with {All}" } }),
            Told.Event("integration.failed", "planted", new { ehr = "cliniko", operation = "verify", error = new { message = $"Authorization: Bearer {Secrets["bearer token"]}", correlationId = "c-1" } })));
        Assert.True(_answers.ToString().Contains("\"accepted\":4,\"duplicates\":0,\"rejected\":[]", StringComparison.Ordinal), _answers.ToString());
        await KeepAsync(client.SendTextAsync(HttpMethod.Post, "/api/v1/organisations/import", $"id,name,ehr,nookalRegion,nookalSite,clinikoShard,migratedAt\nplanted2,\"{Most}\",cliniko,,,,\n", "text/csv"));
        await KeepAsync(client.GetAsync(new Uri("/api/v1/organisations/planted", UriKind.Relative)));
        await KeepAsync(client.GetAsync(new Uri("/api/v1/organisations/planted/timeline", UriKind.Relative)));
        await KeepAsync(client.GetAsync(new Uri("/api/v1/organisations", UriKind.Relative)));
    }

    private async Task PlantInTicketsAsync(HttpClient client)
    {
        await KeepAsync(client.PostJsonAsync("/api/v1/tickets", new { organisationId = "planted", subject = $"ticket-kept {Most}", reporter = Most, facts = new { errorText = All } }));
        await KeepAsync(client.PostJsonAsync("/api/v1/tickets", new { organisationId = "planted", subject = "x", externalUrl = $"https://desk.example/?token={Secrets["Cliniko key"]}" }));
        await KeepAsync(client.PostJsonAsync("/api/v1/tickets/1001/notes", new { text = $"note-kept {All}" }));
        await KeepAsync(client.SendJsonAsync(HttpMethod.Put, "/api/v1/tickets/1001/facts", new { facts = new { errorText = $"answer-kept {All}" } }, "\"2\""));
        await KeepAsync(client.PostJsonAsync("/api/v1/triage/evaluate", new { facts = new { ehr = "cliniko", errorText = "x" } }));
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(Api.Pictures.Png(4, 4));
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(file, "file", $"{Secrets["e-mail"]}.png");
        await KeepAsync(client.PostAsync(new Uri("/api/v1/tickets/1001/screenshots", UriKind.Relative), form));
        await KeepAsync(client.PostJsonAsync("/api/v1/tickets/1001/escalation", new { @override = true, reason = $"reason-kept {All}" }));
        await KeepAsync(client.SendJsonAsync(HttpMethod.Patch, "/api/v1/escalations/1", new { note = $"packet-note-kept {All}" }, "\"1\""));
        await KeepAsync(client.GetAsync(new Uri("/api/v1/tickets/1001", UriKind.Relative)));
        await KeepAsync(client.GetAsync("/api/v1/escalations/1", "text/markdown"));
    }

    private static async Task PlantInDraftsAsync(Hosting.Portal portal)
    {
        var drafts = portal.Services.GetRequiredService<DraftStore>();
        var kept = await drafts.SaveAsync("alex", "ticket:1001:note", $"draft-kept {All}", TestContext.Current.CancellationToken);
        Assert.All(Secrets.Values, secret => Assert.DoesNotContain(secret, kept, StringComparison.Ordinal));
    }

    // Whatever shows what was planted: lists, packets, groups, the audit, and the pages of people.
    private async Task ReadEverythingAsync(Hosting.Portal portal, HttpClient client)
    {
        string[] lists = ["tickets", "escalations", "escalations/1", "errors", "incidents", "audit?limit=200", "migration/summary", "organisations/planted2"];
        foreach (var list in lists)
        {
            await KeepAsync(client.GetAsync(new Uri($"/api/v1/{list}", UriKind.Relative)));
        }

        using var browser = await portal.BrowserAsync("admin");
        foreach (var page in new[] { "/", "/organisations", "/organisations/planted", "/tickets", "/tickets/1001", "/escalations/1", "/audit" })
        {
            await KeepAsync(browser.GetAsync(new Uri(page, UriKind.Relative)));
        }
    }

    // A copy of the database is scanned with it: both lie in one folder.
    private static async Task CopyAsync(Hosting.Portal portal) =>
        Assert.True((await portal.Services.GetRequiredService<Backup>().WriteAsync(portal.DatabaseFile + ".copy", TestContext.Current.CancellationToken)).Done);

    private async Task PlantInAddressesAsync(HttpClient client)
    {
        foreach (var secret in Secrets.Values.Select(Uri.EscapeDataString))
        {
            await KeepAsync(client.GetAsync(new Uri($"/api/v1/organisations/{secret}", UriKind.Relative)));
            await KeepAsync(client.GetAsync(new Uri($"/api/v1/organisations?search={secret}&cursor={secret}", UriKind.Relative)));
            await KeepAsync(client.GetAsync(new Uri($"/api/v1/audit?actor={secret}", UriKind.Relative)));
            await KeepAsync(client.GetAsync(new Uri($"/no/such/page/{secret}?key={secret}", UriKind.Relative)));
            await KeepAsync(client.SendJsonAsync(HttpMethod.Put, $"/api/v1/tickets/1001/steps/{secret}", new { done = true }));
        }
    }

    private async Task PlantInRefusedAsync(HttpClient client)
    {
        foreach (var (kind, secret) in Secrets)
        {
            var id = LikeIdentifiers.Contains(kind) ? "id" : secret;
            await KeepAsync(client.PostEventsAsync(new { specversion = secret, id, source = secret, type = secret, subject = secret, time = secret, data = secret }));
            await KeepAsync(client.PostJsonAsync("/api/v1/tickets", new { organisationId = secret, subject = "x" }));
            await KeepAsync(client.PostJsonAsync("/api/v1/tickets", $"{{\"organisationId\":\"planted\",\"subject\":\"{secret}"));
            await KeepAsync(client.PostJsonAsync("/api/v1/triage/evaluate", new { organisationId = secret, facts = new Dictionary<string, string> { [secret] = secret, ["symptom"] = secret } }));
            await KeepAsync(client.SendJsonAsync(HttpMethod.Patch, "/api/v1/errors/1", new { status = secret, assignee = secret }, "\"1\""));
            await KeepAsync(client.GetAsync(new Uri($"/api/v1/migration/summary?wave={Uri.EscapeDataString(secret)}&from={Uri.EscapeDataString(secret)}", UriKind.Relative)));
            await KeepAsync(client.SendJsonAsync(HttpMethod.Patch, "/api/v1/tickets/1001", new { status = secret }, $"\"{secret}\""));
            await KeepAsync(client.SendTextAsync(HttpMethod.Post, "/api/v1/organisations/import", $"id,name,ehr,nookalRegion,nookalSite,clinikoShard,migratedAt\n{id},x,{secret},{secret},{secret},{secret},{secret}\n", "text/csv"));
        }

        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Secrets["bearer token"]);
        await KeepAsync(client.GetAsync(new Uri("/api/v1/playbook", UriKind.Relative)));
    }

    private async Task KeepAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.True((int)answer.StatusCode < 500, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        // A redirect to sign-in leads its caller back to where that caller wanted to go.
        _answers.AppendLine(answer.Headers.Location is null || answer.StatusCode == System.Net.HttpStatusCode.Created ? answer.Headers.ToString() : "").AppendLine(Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
    }

    // All files of the database, the log of what is not yet in it included.
    private static async Task<string> StoredAsync(Hosting.Portal portal)
    {
        var text = new StringBuilder();
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(portal.DatabaseFile)!))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file, Encoding.Latin1);
            text.Append(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        return text.ToString();
    }
}
