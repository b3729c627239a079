using Bunit;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Portal.Components.Organisations;

namespace Motics.Support.Portal.Tests.Components.Organisations;

public sealed class OrganisationPartsTests : PortalBunit
{
    private static readonly OrganisationDetail Harbour = new()
    {
        Id = "harbour",
        Name = "Harbour Street Physio",
        Ehr = Ehr.Nookal,
        EnabledEhrs = [Ehr.Nookal],
        NookalRegion = NookalRegion.Us,
        NookalSite = "app.nookal.co.uk",
        Place = Place.Of(Ehr.Nookal, new(NookalRegion.Us, "app.nookal.co.uk", null, null, null)),
        MigratedAt = Start.AddDays(-6),
        Wave = "3",
        Health = Health.Failing,
        LastSuccessAt = Start.AddDays(-6).AddHours(-2),
        SearchesSinceMigration = new(41, 41),
        RecentSearches = [new(Start, 0, "a"), new(Start, 0, "b"), new(Start, 0, "a")],
        RepeatedFailures = 41,
        LastError = new(ErrorKind.AuthenticationFailed, "Unauthorized: <b>invalid</b> client", Start.AddMinutes(-19), Operation.PatientSearch, null, 401, "8f2c-77", "group", null, null),
    };

    [Fact]
    public void OrganisationFacts_RegionContradictsSite_CallsItOut()
    {
        var strip = Render<OrganisationFacts>(parameters => parameters.Add(part => part.Organisation, Harbour));

        Assert.Contains("≠ EU", strip.Find("[data-testid=place-mismatch]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Motics is set to US, but app.nookal.co.uk is EU.", strip.Find("[data-testid=place-mismatch]").GetAttribute("data-tip"));
        Assert.Contains("set in Motics; clinic signs in at app.nookal.co.uk", strip.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ErrorKind.AuthenticationFailed)]
    [InlineData(ErrorKind.MissingApiKey)]
    [InlineData(ErrorKind.CredentialsNotFound)]
    [InlineData(ErrorKind.PermissionDenied)]
    [InlineData(ErrorKind.NoPatientsRecognised)]
    [InlineData(ErrorKind.Timeout)]
    public void LastError_OfAnEhrWithItsOwnCredentials_SpeaksOfNoKey(ErrorKind kind)
    {
        var semble = Harbour with { Ehr = Ehr.Semble, LastError = Harbour.LastError! with { Kind = kind, Message = "It failed" } };

        var text = Render<LastErrorCard>(parameters => parameters.Add(part => part.Organisation, semble)).Find("section").TextContent;

        Assert.DoesNotContain("key", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("It failed", text, StringComparison.Ordinal);
    }

    [Fact]
    public void OrganisationFacts_SwitchedOff_SaysWhenAndThatNobodyKnowsByWhom()
    {
        var off = Harbour with { Health = Health.Disabled, SwitchedAt = new(2026, 11, 20, 4, 10, 0, TimeSpan.Zero) };

        var strip = Render<OrganisationFacts>(parameters => parameters.Add(part => part.Organisation, off));

        Assert.Contains("switched off on 20 Nov 2026; the events do not say by whom", strip.Find("dl").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(strip.FindAll("small time[data-tip]"));
    }

    [Fact]
    public void OrganisationFacts_RegionFits_CallsNothingOut()
    {
        var strip = Render<OrganisationFacts>(parameters => parameters.Add(part => part.Organisation, Harbour with { Place = Place.Of(Ehr.Nookal, new(NookalRegion.Eu, "app.nookal.co.uk", null, null, null)) }));

        Assert.Empty(strip.FindAll("[data-testid=place-mismatch]"));
    }

    [Fact]
    public void OrganisationFacts_ClinikoKeyWithoutEnding_SaysWhichEndingIsMissing()
    {
        var cliniko = Harbour with { Ehr = Ehr.Cliniko, Place = Place.Of(Ehr.Cliniko, new(null, null, "uk1", null, "")), KeyHistory = [new() { SavedAt = Start, Fingerprint = "a", Suffix = "" }] };

        var chip = Render<OrganisationFacts>(parameters => parameters.Add(part => part.Organisation, cliniko)).Find("[data-testid=place-mismatch]");

        Assert.Equal("The account is on uk1, so its keys end in -uk1; the newest key has no ending.", chip.GetAttribute("data-tip"));
    }

    [Fact]
    public void OrganisationFacts_Searches_CountWhoWasFound()
    {
        var strip = Render<OrganisationFacts>(parameters => parameters.Add(part => part.Organisation, Harbour));

        Assert.Contains("0 of 41 found anybody", strip.Markup, StringComparison.Ordinal);
        Assert.Contains("the last 3 found nobody, at 2 locations", strip.Markup, StringComparison.Ordinal);
        Assert.Contains("before the migration", strip.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void OrganisationFacts_TwoEhrsActive_SaysSo()
    {
        var strip = Render<OrganisationFacts>(parameters => parameters.Add(part => part.Organisation, Harbour with { EnabledEhrs = [Ehr.Nookal, Ehr.Cliniko] }));

        Assert.Contains("Nookal and Cliniko are active at once", strip.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void LastErrorCard_Failure_IsPlainWordsThenTheTextAsItCame()
    {
        var card = Render<LastErrorCard>(parameters => parameters.Add(part => part.Organisation, Harbour).Add(part => part.SeqUrl, "http://seq/#/events?filter=x"));

        Assert.Contains("Nookal did not accept the key", card.Markup, StringComparison.Ordinal);
        Assert.Contains("41 times in 24 h", card.Markup, StringComparison.Ordinal);
        Assert.Equal("401 Unauthorized: <b>invalid</b> client", card.Find("pre").TextContent);
        Assert.Contains("8f2c-77", card.Find("[data-copy]").GetAttribute("data-copy"), StringComparison.Ordinal);
        Assert.Equal("noopener noreferrer", card.Find("a[target=_blank]").GetAttribute("rel"));
    }

    [Fact]
    public void LastErrorCard_SuccessCameAfter_SaysThatItWorkedSince()
    {
        var card = Render<LastErrorCard>(parameters => parameters.Add(part => part.Organisation, Harbour with { LastSuccessAt = Start }));

        Assert.Contains("It has worked since.", card.Markup, StringComparison.Ordinal);
        Assert.Empty(card.FindAll("a[target=_blank]"));
    }

    [Fact]
    public void LastErrorCard_NoFailure_SaysSo() =>
        Assert.Contains("No failure has been reported.", Render<LastErrorCard>(parameters => parameters.Add(part => part.Organisation, Harbour with { LastError = null })).Markup, StringComparison.Ordinal);

    [Fact]
    public void KeyHistory_SameKeyThrice_HasARowEachAndTheConclusion()
    {
        KeyEntry Failed(int hoursAgo, bool unchanged) => new()
        {
            SavedAt = Start.AddHours(-hoursAgo),
            Fingerprint = "7c1e90abcdef",
            Unchanged = unchanged,
            ActorRole = MoticsRole.Admin,
            KeyType = KeyType.BasicKeyV3,
            Outcome = KeyOutcome.Failed,
            OutcomeAt = Start.AddHours(-hoursAgo).AddMinutes(7),
            OutcomeKind = ErrorKind.AuthenticationFailed,
        };

        var clinic = new OrganisationDetail { Id = "harbour", Ehr = Ehr.Nookal, MigratedAt = Start.AddDays(-6), KeyHistory = [Failed(1, true), Failed(20, true), Failed(30, false)] };
        var table = Render<KeyHistory>(parameters => parameters.Add(part => part.Organisation, clinic));

        Assert.Equal(3, table.FindAll("tbody tr").Count);
        Assert.Contains("Third entry, the same key each time", table.Find("[data-testid=key-conclusion]").TextContent, StringComparison.Ordinal);
        Assert.Contains("7c1e90ab", table.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("7c1e90abcdef", table.Markup, StringComparison.Ordinal);
        Assert.Contains("Failed after 7 min", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void KeyHistory_NoEntry_SaysWhatWouldBeHere() =>
        Assert.Contains("No key has been saved yet", Render<KeyHistory>(parameters => parameters.Add(part => part.Organisation, new OrganisationDetail { Id = "harbour" })).Markup, StringComparison.Ordinal);

    [Fact]
    public void SuggestedCard_Verdict_ShowsReasonsWarningsAndSteps()
    {
        var source = new PlaybookSource("reconnect", "Reconnect article", new DateOnly(2026, 11, 20));
        var evaluation = new Evaluation
        {
            Verdict = Verdict.CheckKeyFirst,
            Title = "The key has not been entered again",
            RuleId = "check-key-first",
            Source = source,
            Steps = [new("open", "Open Settings", null, true, source)],
            Advice = [new(AdviceKind.DoNotRecreatePatients, "Do not create the patients again.", true)],
            Because = [new("keyReentered", "false", FactSource.Events, Start.AddDays(-2), "No key saved since the migration", false)],
            Escalation = EscalationState.No,
            PlaybookVersion = "1",
        };

        var card = Render<SuggestedCard>(parameters => parameters.Add(part => part.Suggested, evaluation));

        Assert.Equal("Likely: the key has not been entered again", card.Find("h2").TextContent);
        Assert.Contains("No key saved since the migration", card.Find(".because").TextContent, StringComparison.Ordinal);
        Assert.Contains("Do not create the patients again.", card.Find(".callout.dont").TextContent, StringComparison.Ordinal);
        Assert.Equal("Open Settings", card.Find(".steps li").TextContent);
    }

    [Fact]
    public void SuggestedCard_ConnectedAndNobodyComplains_AsksAndHasNothingToSendOrTick()
    {
        var clinic = new OrganisationDetail { Id = "mill-lane", Ehr = Ehr.Cliniko, Health = Health.Connected, HealthSince = Start.AddDays(-6) };
        var suggested = SuggestedVerdict.For(PlaybookLoader.Embedded, CaseFacts.Of(clinic, null, Start));

        var card = Render<SuggestedCard>(parameters => parameters.Add(part => part.Suggested, suggested).Add(part => part.Findings, OpenFindings.Of(clinic with { FirstEventAt = Start, LastEventAt = Start, LastSuccessAt = Start }, Start)));

        Assert.StartsWith("Connected since ", card.Find("h2").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("; what do they see?", card.Find("h2").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("What worked last was on", Assert.Single(card.FindAll("li")).TextContent, StringComparison.Ordinal);
        Assert.Empty(card.FindAll(".steps, .callout, [data-copy]"));
    }

    [Fact]
    public void SuggestedCard_NeverReconnected_SaysWhatDidNotHappenAndWhatToDo()
    {
        var clinic = new OrganisationDetail { Id = "mill-lane", Ehr = Ehr.Cliniko, Health = Health.NeedsKey, MigratedAt = Start.AddDays(-6), Copied = new(22, 6), FirstEventAt = Start.AddDays(-60), LastEventAt = Start };
        var card = Render<SuggestedCard>(parameters => parameters
            .Add(part => part.Suggested, SuggestedVerdict.For(PlaybookLoader.Embedded, CaseFacts.Of(clinic, null, Start))).Add(part => part.Findings, OpenFindings.Of(clinic, Start)));

        Assert.Equal("Never reconnected since the migration, and 22 notes were copied out by hand in 7 days", card.Find("h2").TextContent);
        Assert.Contains("on 6 of them: the clinic works around it", card.Find("[data-testid=findings]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Reconnect Cliniko", card.Find("h3").TextContent, StringComparison.Ordinal);
        Assert.Contains("warn", card.Find("section").ClassList);
    }

    [Fact]
    public void SuggestedCard_SwitchedOff_NamesTheEhrAsItIsWrittenAndCallsItByWhatToDo()
    {
        var off = Start.AddDays(-1);
        var clinic = new OrganisationDetail { Id = "mill-lane", Ehr = Ehr.Nookal, Health = Health.Disabled, SwitchedAt = off, MigratedAt = Start.AddDays(-6), LastSuccessAt = off };
        var failing = clinic with { Operations = [new() { Operation = Operation.NotePush, State = OperationStatus.Failing, Unmended = [new(ErrorKind.IntegrationDisabled, Start, Start, 1, new(ErrorKind.IntegrationDisabled, "integration disabled", Start, Operation.NotePush, null, null, null, "g", null, null))] }] };
        var card = Render<SuggestedCard>(parameters => parameters
            .Add(part => part.Suggested, SuggestedVerdict.For(PlaybookLoader.Embedded, CaseFacts.Of(failing, null, Start))).Add(part => part.Findings, OpenFindings.Of(failing, Start)));

        Assert.StartsWith("Nookal was switched off", card.Find("h2").TextContent, StringComparison.Ordinal);
        Assert.Equal("Switch it on again", card.Find(".chip").TextContent);
        Assert.DoesNotContain("once more", card.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ErrorKind.IntegrationDisabled, Ehr.Nookal, false)]
    [InlineData(ErrorKind.AuthenticationFailed, Ehr.Nookal, true)]
    [InlineData(ErrorKind.AuthenticationFailed, Ehr.Meddbase, false)]
    public void LastErrorCard_SwitchOrCredentials_TellsOfNoKey(ErrorKind kind, Ehr ehr, bool key)
    {
        var clinic = Harbour with { Ehr = ehr, KeyHistory = [new() { SavedAt = Start.AddDays(-30), Fingerprint = "a" }], LastError = Harbour.LastError! with { Kind = kind, Message = "no" } };
        var card = Render<LastErrorCard>(parameters => parameters.Add(part => part.Organisation, clinic));

        Assert.Equal(key, card.Markup.Contains("key", StringComparison.OrdinalIgnoreCase) && card.FindAll("[data-testid=key-then]").Count == 1);
        if (!key)
            Assert.DoesNotMatch(@"(?i)\bkeys?\b", card.Find(".in").TextContent);
    }

    [Fact]
    public void SuggestedCard_NothingProven_OffersNoReply()
    {
        var findings = new OpenFindings("Never reconnected", ["22 notes were copied out by hand."], ["Call the clinic."], true);
        var card = Render<SuggestedCard>(parameters => parameters.Add(part => part.Suggested, null).Add(part => part.Findings, findings));

        Assert.Equal("Never reconnected", card.Find("h2").TextContent);
        Assert.Equal("22 notes were copied out by hand.", card.Find("[data-testid=findings] li").TextContent);
        Assert.Equal("Call the clinic.", card.Find("ol li").TextContent);
        Assert.Contains("warn", card.Find("section").ClassList);
        Assert.Empty(card.FindAll("[data-copy]"));
    }
}
