using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Api;

public sealed class EscalationTests(Hosting.Portal portal) : PortalApiTests(portal)
{
    [Fact]
    public async Task Submit_Complete_FreezesThePacket()
    {
        using var client = await Portal.AdminAsync();
        var (organisation, number) = await CompleteAsync(client);

        using var answer = await client.SendBytesAsync(HttpMethod.Post, $"/api/v1/tickets/{number}/escalation", [], null);
        Assert.Equal(201, (int)answer.StatusCode);
        var sent = await answer.JsonAsync();
        using var _ = await client.PostEventsAsync(Told.Event("note-push.succeeded", organisation, new { ehr = "cliniko" }));
        var later = await client.ReadAsync(answer.Headers.Location!.OriginalString);

        Assert.Equal("submitted", sent.GetProperty("status").GetString());
        Assert.Equal(number, sent.GetProperty("ticketNumber").GetInt64());
        foreach (var name in new[] { "organisation", "ehr", "nookalRegion", "criterion", "verdict", "because", "facts", "keyHistory", "lastErrors", "steps", "errorGroup" })
        {
            Assert.True(sent.GetProperty("packet").TryGetProperty(name, out var _), name);
        }

        Assert.Equal(sent.GetProperty("packet").GetRawText(), later.GetProperty("packet").GetRawText());
    }

    [Fact]
    public async Task Submit_Incomplete_SaysWhatIsMissing()
    {
        using var client = await Portal.AdminAsync();
        var (_, number) = await TicketAsync(client);

        using var answer = await client.PostJsonAsync($"/api/v1/tickets/{number}/escalation", new { });

        Assert.Equal(["patientSearch", "usingCopyPaste"], (await answer.ProblemAsync(422)).GetProperty("missing").EnumerateArray().Select(item => item.GetString()));
    }

    [Fact]
    public async Task Submit_Override_IsForLeadsWithAReason()
    {
        using var admin = await Portal.AdminAsync();
        using var agent = await Portal.ClientAsync("support:read", "support:write");
        var (_, number) = await TicketAsync(admin);
        var url = $"/api/v1/tickets/{number}/escalation";

        using var refused = await agent.PostJsonAsync(url, new { @override = true, reason = "They insist" });
        using var silent = await admin.PostJsonAsync(url, new { @override = true });
        using var done = await admin.PostJsonAsync(url, new { @override = true, reason = "They insist" });

        await refused.ProblemAsync(403);
        Assert.Equal(["reason"], (await silent.ProblemAsync(422)).Fields());
        Assert.Equal(201, (int)done.StatusCode);
    }

    [Fact]
    public async Task Submit_OneIsOpen_Is409()
    {
        using var client = await Portal.AdminAsync();
        var (_, number) = await CompleteAsync(client);

        using var first = await client.PostJsonAsync($"/api/v1/tickets/{number}/escalation", new { });
        using var second = await client.PostJsonAsync($"/api/v1/tickets/{number}/escalation", new { });

        Assert.Equal(201, (int)first.StatusCode);
        await second.ProblemAsync(409);
    }

    [Theory]
    [InlineData("text/markdown", "text/markdown")]
    [InlineData("application/json", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/html", null)]
    public async Task Find_ByAccept_IsJsonOrMarkdown(string accept, string? answered)
    {
        using var client = await Portal.AdminAsync();
        var (_, number) = await CompleteAsync(client);
        using var made = await client.PostJsonAsync($"/api/v1/tickets/{number}/escalation", new { });

        using var answer = await client.GetAsync(made.Headers.Location!.OriginalString, accept);

        Assert.Equal(answered is null ? 406 : 200, (int)answer.StatusCode);
        Assert.Equal(answered ?? "application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Patch_NeedsInfo_ReopensTheQuestions()
    {
        using var client = await Portal.AdminAsync();
        var (_, number) = await CompleteAsync(client);
        using var made = await client.PostJsonAsync($"/api/v1/tickets/{number}/escalation", new { });
        var url = made.Headers.Location!.OriginalString;

        using var unversioned = await client.SendJsonAsync(HttpMethod.Patch, url, new { status = "accepted" });
        using var accepted = await client.SendJsonAsync(HttpMethod.Patch, url, new { status = "accepted", note = "On it" }, "\"1\"");
        using var asked = await client.SendJsonAsync(HttpMethod.Patch, url, new { status = "needs-info", questions = new[] { "keyAccess" } }, accepted.Headers.ETag!.Tag);

        await unversioned.ProblemAsync(428);
        Assert.Equal("accepted", (await accepted.JsonAsync()).GetProperty("status").GetString());
        Assert.Equal("keyAccess", (await asked.JsonAsync()).GetProperty("questions")[0].GetString());
        Assert.Equal("keyAccess", (await client.ReadAsync($"/api/v1/tickets/{number}")).GetProperty("nextQuestion").GetString());
    }

    [Fact]
    public async Task Patch_NeedsInfoInOwnWords_IsAnsweredOnTheTicketAndReadBesideThePacket()
    {
        using var client = await Portal.AdminAsync();
        var (_, number) = await CompleteAsync(client);
        using var made = await client.PostJsonAsync($"/api/v1/tickets/{number}/escalation", new { });
        var url = made.Headers.Location!.OriginalString;

        using var keyed = await client.SendJsonAsync(HttpMethod.Patch, url, new { status = "needs-info", ask = new[] { "Please send us the key." } }, "\"1\"");
        using var strayed = await client.SendJsonAsync(HttpMethod.Patch, url, new { status = "accepted", ask = new[] { "Which browser?" } }, "\"1\"");
        using var asked = await client.SendJsonAsync(HttpMethod.Patch, url, new { status = "needs-info", ask = new[] { "Which browser?", "Which computer?" } }, "\"1\"");
        var ticket = await client.ReadAsync($"/api/v1/tickets/{number}");
        using var early = await client.SendJsonAsync(HttpMethod.Patch, url, new { status = "submitted" }, asked.Headers.ETag!.Tag);
        using var empty = await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/tickets/{number}/asked/1", new { answer = " " });
        using var unknown = await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/tickets/{number}/asked/3", new { answer = "x" });
        using var answered = await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/tickets/{number}/asked/1", new { answer = "Firefox" });
        var after = await client.ReadAsync(url);
        using var markdown = await client.GetAsync(url, "text/markdown");

        Assert.Equal(["ask[0]"], (await keyed.ProblemAsync(422)).Fields());
        Assert.Equal(["ask"], (await strayed.ProblemAsync(422)).Fields());
        Assert.Equal(["Which browser?", "Which computer?"], ticket.GetProperty("asked").EnumerateArray().Select(item => item.GetProperty("text").GetString()));
        Assert.Equal(["asked-1", "asked-2"], (await early.ProblemAsync(422)).GetProperty("missing").EnumerateArray().Select(item => item.GetString()));
        Assert.Equal(["answer"], (await empty.ProblemAsync(422)).Fields());
        await unknown.ProblemAsync(404);
        Assert.Equal([false, true], (await answered.JsonAsync()).GetProperty("asked").EnumerateArray().Select(item => item.GetProperty("open").GetBoolean()));
        Assert.Equal("Firefox", after.GetProperty("asked")[0].GetProperty("answer").GetString());
        Assert.Contains("`Firefox`", await markdown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>A ticket with everything that handing over needs.</summary>
    private static async Task<(string Organisation, long Number)> CompleteAsync(HttpClient client)
    {
        var (organisation, number) = await TicketAsync(client);
        using var answer = await client.SendJsonAsync(HttpMethod.Put, $"/api/v1/tickets/{number}/facts", new
        {
            facts = new { keyReentered = true, retriedAfterReentry = "fails", clinikoSuffix = "present", patientSearch = "none-recognised", usingCopyPaste = true },
        }, "\"1\"");
        Assert.Equal("escalate", (await answer.JsonAsync()).GetProperty("verdict").GetString());
        return (organisation, number);
    }
}
