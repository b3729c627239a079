using Microsoft.Playwright;
using Motics.Support.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Motics.Support.Browser.Tests;

/// <summary>The walk-through in Chromium, to each kind of verdict: events first, then only what an agent has to ask.</summary>
public sealed class VerdictTests(Chromium chromium, DemoPortal portal)
{
    private const string Rejected = "401 Unauthorized: the API key was not accepted";

    /// <summary>What happened to the clinic, what its agent answers, and what must be concluded.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        { "never-reconnected", "", "check-key-first" },
        { "refused", "", "reconnect" },
        { "key-saved", "", "retry-and-confirm" },
        { "works-again", "", "need-more-information" },
        { "works-again", "keyReentered=true;retriedAfterReentry=works", "resolved" },
        { "same-key", "", "fix-key" },
        { "no-ending", "", "fix-key" },
        { "wrong-region", "", "fix-key" },
        { "no-practitioner", "", "key-owner-cannot-write-notes" },
        { "new-key-refused-cliniko", "", "escalate" },
        { "new-key-refused-nookal", "", "verify-key-details" },
        { "timeouts", "", "wait-and-retry" },
        { "server-errors", "", "escalate" },
        { "on-meddbase", "", "not-cliniko-or-nookal" },
        { "search-works", "symptom=one-patient-missing;patientSearch=one-missing", "single-patient" },
        { "search-works", "symptom=worried-about-data", "reassure" },
        { "not-linked", "", "fix-note-target" },
        { "quiet", "symptom=integration-not-visible;moticsRole=member", "check-role" },
        { "quiet", "symptom=integration-not-visible;moticsRole=owner", "escalate" },
        { "quiet", "symptom=key-not-accessible;keyAccess=cannot-see-api-keys", "get-key-access" },
        { "quiet", "symptom=key-not-accessible;keyAccess=admin-cannot-help", "escalate" },
        { "quiet", "", "need-more-information" },
        { "refused", "providerIncident=confirmed", "provider-incident" },
    };

    [Theory, MemberData(nameof(Cases))]
    public async Task WalkThrough_Story_EndsInItsVerdict(string story, string answers, string verdict)
    {
        var clinic = await TellAsync(portal.NewClinic("Verdict Clinic"), story);
        var page = await chromium.OpenAsync();

        await page.OpenTicketAsync(clinic, portal.Url);
        foreach (var answer in answers.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')))
            await page.AnswerAsync(answer[0], answer[1]);

        await page.ExpectVerdictAsync(verdict);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Checklist_EveryStepTicked_SaysWhatComesNextAndOffersTheReminder()
    {
        var clinic = await TellAsync(portal.NewClinic("All Ticked Clinic"), "refused");
        var page = await chromium.OpenAsync();
        await page.OpenTicketAsync(clinic, portal.Url);
        var next = page.GetByTestId("after-steps");
        await Expect(next).ToHaveTextAsync("");

        foreach (var step in await page.GetByTestId("triage-step").GetByRole(AriaRole.Checkbox).AllAsync())
            await step.CheckAsync();

        await Expect(next).ToContainTextAsync("All steps done. Ask the clinic to search for a patient or push the note.");
        await next.GetByRole(AriaRole.Button, new() { Name = "Remind me of it…" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(next).ToContainTextAsync("for the reminder");
        await page.Context.CloseAsync();
    }

    private static async Task<Clinic> TellAsync(Clinic clinic, string story)
    {
        var nookal = story is "wrong-region" or "new-key-refused-nookal";
        var ehr = story == "on-meddbase" ? "meddbase" : nookal ? "nookal" : "cliniko";
        await clinic.IsOn(ehr, nookal ? new { nookalRegion = "us", nookalSite = "app.nookal.co.uk" } : new { clinikoShard = "uk1" });
        await clinic.Migrates();
        switch (story)
        {
            case "never-reconnected":
                for (var i = 0; i < 3; i++) await clinic.Searches(ehr, 0);
                break;
            case "refused" or "on-meddbase":
                await clinic.Fails(ehr, Rejected, 401);
                break;
            case "key-saved":
                await clinic.SavesKey(ehr, "fp-1", new { keySuffix = "uk1" });
                break;
            case "works-again":
                await clinic.SavesKey(ehr, "fp-1", new { keySuffix = "uk1" });
                await clinic.Searches(ehr, 4);
                break;
            case "same-key":
                await clinic.SavesKey(ehr, "fp-1", new { keySuffix = "uk1" });
                await clinic.Fails(ehr, Rejected, 401);
                await clinic.SavesKey(ehr, "fp-1", new { keySuffix = "uk1" });
                await clinic.Fails(ehr, Rejected, 401);
                break;
            case "no-ending":
                await clinic.SavesKey(ehr, "fp-1", new { keySuffix = "" });
                await clinic.Fails(ehr, Rejected, 401);
                break;
            case "wrong-region":
                await clinic.SavesKey(ehr, "fp-1", new { keyType = "basic-key-v3", nookalRegion = "us" });
                await clinic.Fails(ehr, Rejected, 401);
                break;
            case "no-practitioner":
                await clinic.SavesKey(ehr, "fp-1", new { keySuffix = "uk1" });
                await clinic.Searches(ehr, 3);
                await clinic.Fails(ehr, "403 Forbidden", 403, "note-push");
                break;
            case "new-key-refused-cliniko":
                await clinic.SavesKey(ehr, "fp-1", new { keySuffix = "uk1" });
                await clinic.Fails(ehr, Rejected, 401);
                break;
            case "new-key-refused-nookal":
                await clinic.SavesKey(ehr, "fp-1", new { nookalRegion = "eu" });
                await clinic.Fails(ehr, Rejected, 401);
                break;
            case "timeouts":
                await clinic.Fails(ehr, "The request timed out", 504);
                break;
            case "server-errors":
                for (var i = 0; i < 3; i++) await clinic.Fails(ehr, "500 Internal Server Error", 500, "note-push");
                break;
            case "search-works":
                await clinic.Searches(ehr, 4);
                break;
            case "not-linked":
                await clinic.Searches(ehr, 4);
                await clinic.Fails(ehr, "The patient is not linked to this session", 422, "note-push");
                break;
        }
        return clinic;
    }
}
