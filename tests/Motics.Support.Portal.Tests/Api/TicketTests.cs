using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Incidents;
using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Api;

public sealed class TicketTests(Hosting.Portal portal) : PortalApiTests(portal)
{
    [Fact]
    public async Task Create_Good_Is201WithLocationAndVersion()
    {
        using var client = await Portal.AdminAsync();
        var organisation = await StuckClinicAsync(client);

        using var answer = await client.PostJsonAsync("/api/v1/tickets", new { organisationId = organisation, subject = "Nobody is found", facts = new { usingCopyPaste = true } });

        Assert.Equal(201, (int)answer.StatusCode);
        Assert.Equal("\"1\"", answer.Headers.ETag?.Tag);
        var ticket = await answer.JsonAsync();
        Assert.Equal($"/api/v1/tickets/{ticket.GetProperty("number").GetInt64()}", answer.Headers.Location?.OriginalString);
        Assert.Equal("new", ticket.GetProperty("status").GetString());
        Assert.Equal("agent", ticket.GetProperty("facts").GetProperty("usingCopyPaste").GetProperty("from").GetString());
        Assert.NotEmpty(ticket.GetProperty("verdict").GetString()!);
    }

    [Theory]
    [InlineData("""{"organisationId":"ID","subject":"Can't find any patients"}""", "no-patients-recognised")]
    [InlineData("""{"organisationId":"ID","subject":"Can't find any patients","facts":{"symptom":"server-error"}}""", "server-error")]
    [InlineData("""{"organisationId":"ID","subject":"Can't find any patients","facts":{"symptom":null}}""", null)]
    [InlineData("""{"organisationId":"ID","subject":"Question about patients"}""", null)]
    public async Task Create_SubjectThatIsPlain_AnswersTheSymptomUnlessFactsName(string body, string? symptom)
    {
        using var client = await Portal.AdminAsync();
        var organisation = await StuckClinicAsync(client);

        using var answer = await client.PostJsonAsync("/api/v1/tickets", body.Replace("ID", organisation, StringComparison.Ordinal));

        var facts = (await answer.JsonAsync()).GetProperty("facts");
        Assert.Equal(symptom, facts.TryGetProperty("symptom", out var read) ? read.GetProperty("value").GetString() : null);
        if (symptom is not null)
            Assert.Equal("agent", read.GetProperty("from").GetString());
    }

    [Fact]
    public async Task Create_UnknownOrganisation_NamesTheField()
    {
        using var client = await Portal.AdminAsync();

        using var answer = await client.PostJsonAsync("/api/v1/tickets", new { organisationId = "nobody-here", subject = "x" });

        Assert.Equal(["organisationId"], (await answer.ProblemAsync(422)).Fields());
    }

    [Fact]
    public async Task Assignee_AColleaguesTicket_Is403AndStaysTheirs()
    {
        using var admin = await Portal.AdminAsync();
        var (_, number) = await TicketAsync(admin);
        using var given = await admin.SendJsonAsync(HttpMethod.Patch, $"/api/v1/tickets/{number}", new { assignee = "sam" }, "\"1\"");
        Assert.Equal(200, (int)given.StatusCode);
        using var agent = await Portal.BrowserAsync("agent");
        var antiforgery = await agent.ReadAsync("/api/v1/antiforgery");
        agent.DefaultRequestHeaders.Add(antiforgery.GetProperty("headerName").GetString()!, antiforgery.GetProperty("token").GetString());

        using var taken = await agent.SendJsonAsync(HttpMethod.Patch, $"/api/v1/tickets/{number}", new { assignee = "demo-agent" }, "\"2\"");

        await taken.ProblemAsync(403);
        Assert.Equal("sam", (await admin.ReadAsync($"/api/v1/tickets/{number}")).GetProperty("assignee").GetString());
    }

    [Fact]
    public async Task Facts_Merged_ChangeTheVerdictAndNullTakesBack()
    {
        using var client = await Portal.AdminAsync();
        var (_, number) = await TicketAsync(client);

        using var given = await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/tickets/{number}/facts", new { facts = new { keyReentered = false } }, "\"1\"");
        using var taken = await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/tickets/{number}/facts", """{"facts":{"keyReentered":null}}""", "\"2\"");

        var agents = (await given.JsonAsync()).GetProperty("facts").GetProperty("keyReentered");
        Assert.Equal("agent", agents.GetProperty("from").GetString());
        Assert.True(agents.GetProperty("events").GetProperty("value").GetBoolean());
        Assert.Equal("events", (await taken.JsonAsync()).GetProperty("facts").GetProperty("keyReentered").GetProperty("from").GetString());
    }

    [Theory]
    [InlineData("PUT", "/facts", """{"facts":{"keyReentered":true}}""")]
    [InlineData("PATCH", "", """{"subject":"Other words"}""")]
    public async Task Change_WithoutOrWithStaleVersion_IsRefusedAndChangesNothing(string method, string part, string body)
    {
        using var client = await Portal.AdminAsync();
        var (_, number) = await TicketAsync(client);
        var url = $"/api/v1/tickets/{number}{part}";

        using var missing = await client.SendJsonAsync(new HttpMethod(method), url, body);
        using var stale = await client.SendJsonAsync(new HttpMethod(method), url, body, "\"7\"");

        await missing.ProblemAsync(428);
        Assert.Equal(1, (await stale.ProblemAsync(412)).GetProperty("currentVersion").GetInt32());
        Assert.Equal(1, (await client.ReadAsync($"/api/v1/tickets/{number}")).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Complaint_AnsweredByAnEvent_SaysWhichUntilItIsGivenAgain()
    {
        using var client = await Portal.AdminAsync();
        var (organisation, number) = await TicketAsync(client);
        var url = $"/api/v1/tickets/{number}";
        using var said = await client.SendJsonAsync(HttpMethod.Put, url + "/facts", new { facts = new { symptom = "no-patients-recognised" } }, "\"1\"");
        var complaint = (await said.JsonAsync()).GetProperty("complaint");
        Assert.Equal(JsonValueKind.Null, complaint.GetProperty("answeredBy").ValueKind);

        var afterwards = complaint.GetProperty("at").GetDateTimeOffset().AddMilliseconds(1);
        using var found = await client.PostEventsAsync(Told.Event("patient-search.completed", organisation, new { ehr = "cliniko", resultCount = 2 }, afterwards));
        Assert.Equal(202, (int)found.StatusCode);

        var answered = await client.ReadAsync(url);
        Assert.Equal("patient-search", answered.GetProperty("complaint").GetProperty("answeredBy").GetProperty("operation").GetString());
        Assert.Equal("complaint-answered", answered.GetProperty("woken")[0].GetString());
        Assert.Equal("resolved", answered.GetProperty("verdict").GetString());
        using var again = await client.SendJsonAsync(HttpMethod.Put, url + "/facts", new { facts = new { symptom = "no-patients-recognised" } }, "\"2\"");
        var renewed = await again.JsonAsync();
        Assert.Equal(3, renewed.GetProperty("version").GetInt32());
        Assert.Equal(JsonValueKind.Null, renewed.GetProperty("complaint").GetProperty("answeredBy").ValueKind);
        Assert.NotEqual("resolved", renewed.GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Incident_ThatCoversTheClinic_StandsBesideTheTicketAsLongAsItLasts()
    {
        using var client = await Portal.AdminAsync();
        var (organisation, number) = await TicketAsync(client);
        var ehr = Enum.Parse<Ehr>((await client.ReadAsync($"/api/v1/organisations/{organisation}")).GetProperty("ehr").GetString()!, ignoreCase: true);
        Assert.Equal(JsonValueKind.Null, (await client.ReadAsync($"/api/v1/tickets/{number}")).GetProperty("incident").ValueKind);
        var store = Portal.Services.GetRequiredService<IncidentStore>();
        var outage = new Incident(NewId("outage"), ehr, null, IncidentStatus.Confirmed, DateTimeOffset.UtcNow.AddMinutes(-9), null, "12 of 14 clinics fail");
        await store.SaveAsync(outage, Cancel);
        try
        {
            var covering = (await client.ReadAsync($"/api/v1/tickets/{number}")).GetProperty("incident");
            Assert.Equal((outage.Id, "confirmed", outage.Evidence), (covering.GetProperty("id").GetString(), covering.GetProperty("status").GetString(), covering.GetProperty("evidence").GetString()));
        }
        finally
        {
            // The portal is every test's.
            await store.SaveAsync(outage with { Status = IncidentStatus.Over, Until = DateTimeOffset.UtcNow }, Cancel);
        }

        Assert.Equal(JsonValueKind.Null, (await client.ReadAsync($"/api/v1/tickets/{number}")).GetProperty("incident").ValueKind);
    }

    [Fact]
    public async Task Key_ThatWasPasted_StaysWithTheTicketUntilALeadSaysThatItWasNone()
    {
        using var client = await Portal.AdminAsync();
        var (organisation, number) = await TicketAsync(client);
        var url = $"/api/v1/tickets/{number}";
        // In pieces, so that it is no secret to a scanner of this repository.
        using var noted = await client.PostJsonAsync(url + "/notes", new { text = "they sent MS0xMjM0NTY3ODkwYWJjZGVm" + "Z2hpamtsbW5vcA" + "-uk1" });
        Assert.Equal("note", (await noted.JsonAsync()).GetProperty("exposedKey").GetProperty("in").GetString());
        var kept = await client.ReadAsync(url);
        Assert.Equal("replace-exposed-key", kept.GetProperty("evaluation").GetProperty("advice")[0].GetProperty("id").GetString());
        Assert.True((await client.ReadAsync($"/api/v1/tickets?organisationId={organisation}")).GetProperty("items")[0].GetProperty("keyExposed").GetBoolean());

        using var silent = await client.PostJsonAsync(url + "/no-key", new { reason = " " });
        Assert.Equal(["reason"], (await silent.ProblemAsync(422)).Fields());
        using var none = await client.PostJsonAsync(url + "/no-key", new { reason = "A booking number" });
        Assert.Equal(JsonValueKind.Null, (await none.JsonAsync()).GetProperty("exposedKey").ValueKind);
        using var twice = await client.PostJsonAsync(url + "/no-key", new { reason = "A booking number" });
        await twice.ProblemAsync(409);
    }

    [Fact]
    public async Task Patch_UnknownStatus_NamesTheFieldAndWhatThereIs()
    {
        using var client = await Portal.AdminAsync();
        var (_, number) = await TicketAsync(client);

        using var answer = await client.SendJsonAsync(HttpMethod.Patch, $"/api/v1/tickets/{number}", new { status = "lost" }, "\"1\"");

        var problem = await answer.ProblemAsync(422);
        Assert.Equal(["status"], problem.Fields());
        Assert.Contains("waiting-on-clinic", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Patch_Closing_AsksForConfirmationThenCloses()
    {
        using var client = await Portal.AdminAsync();
        var (_, number) = await TicketAsync(client);
        var url = $"/api/v1/tickets/{number}";

        using var warned = await client.SendJsonAsync(HttpMethod.Patch, url, new { status = "closed", mendedBy = "key-reentered" }, "\"1\"");
        using var closed = await client.SendJsonAsync(HttpMethod.Patch, url, new { status = "closed", mendedBy = "key-reentered", confirmed = true }, "\"1\"");

        Assert.NotEqual(0, (await warned.ProblemAsync(409)).GetProperty("warnings").GetArrayLength());
        Assert.Equal("closed", (await closed.JsonAsync()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task NoteAndStep_GiveBackTheTicket()
    {
        using var client = await Portal.AdminAsync();
        var (_, number) = await TicketAsync(client);
        var step = (await client.ReadAsync($"/api/v1/tickets/{number}")).GetProperty("checklist")[0].GetProperty("id").GetString();

        using var note = await client.PostJsonAsync($"/api/v1/tickets/{number}/notes", new { text = "Rang back" });
        using var tick = await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/tickets/{number}/steps/{step}", new { done = true });

        Assert.Equal("Rang back", (await note.JsonAsync()).GetProperty("notes")[0].GetProperty("text").GetString());
        Assert.True((await tick.JsonAsync()).GetProperty("checklist")[0].GetProperty("done").GetBoolean());
    }

    [Fact]
    public async Task Reply_EditedCopiedAndTakenBack_IsTheTicketAsItIsThen()
    {
        using var client = await Portal.AdminAsync();
        var (_, number) = await TicketAsync(client);
        await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/tickets/{number}/facts", new { facts = new { symptom = "disconnected" } }, "\"1\"");

        using var edited = await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/tickets/{number}/reply", new { text = "Hello Anna, write to anna@clinic.example" });
        var reply = (await edited.JsonAsync()).GetProperty("reply");
        Assert.Equal("Hello Anna, write to [e-mail]", reply.GetProperty("edited").GetString());
        Assert.StartsWith("Hello", reply.GetProperty("brief").GetString(), StringComparison.Ordinal);
        Assert.True(reply.GetProperty("whole").GetString()!.Length > reply.GetProperty("brief").GetString()!.Length);

        using var copied = await client.PostJsonAsync($"/api/v1/tickets/{number}/reply/copies", new { form = "brief" });
        Assert.Equal("brief", (await copied.JsonAsync()).GetProperty("reply").GetProperty("copiedForm").GetString());
        using var back = await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/tickets/{number}/reply", new { text = (string?)null });
        Assert.Equal(JsonValueKind.Null, (await back.JsonAsync()).GetProperty("reply").GetProperty("edited").ValueKind);

        using var none = await client.PostJsonAsync($"/api/v1/tickets/{number}/reply/copies", new { form = "edited" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        using var asking = await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/tickets/{number}/reply", new { text = "Please send us your key." });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asking.StatusCode);
    }

    [Fact]
    public async Task Screenshot_Picture_IsKeptAndServedSafely()
    {
        using var client = await Portal.AdminAsync();
        var (_, number) = await TicketAsync(client);

        using var added = await client.PostAsync(new Uri($"/api/v1/tickets/{number}/screenshots", UriKind.Relative), Form(Pictures.Png(8, 6)), Cancel);
        var shot = (await added.JsonAsync()).GetProperty("screenshots")[0];
        using var served = await client.GetAsync($"/api/v1/tickets/{number}/screenshots/{shot.GetProperty("id").GetString()}", "image/*");

        Assert.Equal(8, shot.GetProperty("width").GetInt32());
        Assert.Equal("image/png", served.Content.Headers.ContentType?.MediaType);
        Assert.Contains("sandbox", string.Join(' ', served.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("nosniff", served.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal("inline", served.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Fact]
    public async Task Screenshot_NoPicture_IsRefused()
    {
        using var client = await Portal.AdminAsync();
        var (_, number) = await TicketAsync(client);
        var url = new Uri($"/api/v1/tickets/{number}/screenshots", UriKind.Relative);

        using var page = await client.PostAsync(url, Form("<html><script>alert(1)</script>"u8.ToArray()), Cancel);
        using var large = await client.PostAsync(url, Form(new byte[6 * 1024 * 1024]), Cancel);
        using var nothing = await client.PostAsync(url, new MultipartFormDataContent(), Cancel);
        using var json = await client.PostJsonAsync(url.OriginalString, new { });

        await page.ProblemAsync(422);
        await large.ProblemAsync(413);
        Assert.Contains((int)nothing.StatusCode, new[] { 400, 422 });
        await json.ProblemAsync(415);
    }

    private static MultipartFormDataContent Form(byte[] bytes)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        return new MultipartFormDataContent { { file, "file", "shot.png" } };
    }
}
