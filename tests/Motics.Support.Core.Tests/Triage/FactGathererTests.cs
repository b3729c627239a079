using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Tests.Triage;

public sealed class FactGathererTests
{
    [Theory]
    [InlineData(Ehr.Meddbase, false)]
    [InlineData(Ehr.Semble, false)]
    [InlineData(Ehr.Cliniko, true)]
    public void Gather_EhrThatHasNoKeys_SaysNothingOfKeys(Ehr ehr, bool says)
    {
        var facts = FactGatherer.Gather(Clinics.Of() with { Ehr = ehr }, Cases.Now);
        Assert.Equal(says, facts.ContainsKey(FactNames.KeyReentered));
    }

    // Kept before its mask was measured.
    [Fact]
    public void Answer_LongerThanTheLimit_CountsAndIsNotUnknown()
    {
        var facts = new CaseFacts(CaseFacts.Answers(new Dictionary<string, string?> { [FactNames.ErrorText] = new string('x', 3998) + "🙂" + new string('y', 900) }, null), null);
        var counts = facts.Effective(FactNames.ErrorText)!;
        Assert.Equal(new string('x', 3998) + "…", counts);
        Assert.NotNull(facts.ErrorKind);
    }

    private static readonly DateTimeOffset Now = Cases.Now;
    private static readonly DateTimeOffset Migrated = Now.AddDays(-5);

    private static OrganisationDetail Clinic(Ehr ehr = Ehr.Cliniko) => new() { Id = "mill-lane", Ehr = ehr, MigratedAt = Migrated };

    private static KeyEntry Key(DateTimeOffset savedAt, string fingerprint = "aa") => new() { SavedAt = savedAt, Fingerprint = fingerprint };

    private static string? Value(OrganisationDetail organisation, string fact) => FactGatherer.Gather(organisation, Now).GetValueOrDefault(fact)?.Value;

    private static SearchResult[] Searches(DateTimeOffset from, params int[] counts) => [.. counts.Select((count, index) => new SearchResult(from.AddHours(-index), count, null))];

    [Fact]
    public void Gather_Everything_HasEvidenceAndComesFromEvents() =>
        Assert.All(
            FactGatherer.Gather(Clinic() with { KeyHistory = [Key(Now.AddDays(-1))], ClinikoShard = "uk1", EnabledEhrs = [Ehr.Cliniko] }, Now).Values,
            fact => Assert.True(fact.From == FactSource.Events && fact.Evidence!.Length > 0));

    [Theory]
    [InlineData(Ehr.Nookal, "nookal")]
    [InlineData(Ehr.None, null)]
    [InlineData(null, null)]
    public void Ehr_OfTheOrganisation_NoneIsUnknown(Ehr? ehr, string? expected) => Assert.Equal(expected, Value(Clinic() with { Ehr = ehr }, FactNames.Ehr));

    [Fact]
    public void Migrated_PastFutureOrNotKnown_IsTrueFalseOrUnknown()
    {
        Assert.Equal("true", Value(Clinic(), FactNames.Migrated));
        Assert.Equal("false", Value(Clinic() with { MigratedAt = Now.AddDays(1) }, FactNames.Migrated));
        Assert.Null(Value(Clinic() with { MigratedAt = null }, FactNames.Migrated));
    }

    [Fact]
    public void ErrorText_NewestThatNothingMended_WithItsCount()
    {
        var recent = new Dictionary<ErrorKind, int> { [ErrorKind.Timeout] = 4, [ErrorKind.PermissionDenied] = 7 };
        var failed = Clinics.Of(
            Clinics.Failed(Operation.PatientSearch, ErrorKind.Timeout, 2, "search timed out"),
            Clinics.Failed(Operation.NotePush, ErrorKind.PermissionDenied, 3, "not allowed")) with
        { RecentFailures = recent };
        Assert.Equal("search timed out", Value(failed, FactNames.ErrorText));
        Assert.Equal("4", Value(failed, FactNames.RepeatedFailures));
        Assert.Equal("7", CaseFacts.Of(failed, Cases.Said("symptom=notes-not-pushing"), Now).Effective(FactNames.RepeatedFailures));
        Assert.Equal("Newest error in patient search, 24 Nov 2026 08:00 UTC; nothing has mended it since", FactGatherer.Gather(failed, Now)[FactNames.ErrorText].Evidence);
        var longAgo = failed with { RecentFailures = new Dictionary<ErrorKind, int> { [ErrorKind.Timeout] = 0 } };
        Assert.Equal("It has not failed in the same way within 24 hours", FactGatherer.Gather(longAgo, Now)[FactNames.RepeatedFailures].Evidence);
        var mended = Clinics.Of(Clinics.Worked(Operation.NotePush, 1)) with { LastError = Clinics.Error(ErrorKind.Timeout, Now.AddHours(-2)), RecentFailures = recent };
        Assert.Null(Value(mended, FactNames.ErrorText));
        Assert.Null(Value(mended, FactNames.RepeatedFailures));
    }

    [Fact]
    public void ErrorText_AfterAComplaintAboutPushing_IsThatOfPushing()
    {
        var clinic = Clinics.Of(
            Clinics.Failed(Operation.PatientSearch, ErrorKind.Timeout, 2, "search timed out"),
            Clinics.Failed(Operation.NotePush, ErrorKind.PermissionDenied, 3, ""));
        var pushing = CaseFacts.Of(clinic, Cases.Said("symptom=notes-not-pushing"), Now);
        Assert.Equal(("(no message, HTTP 403)", ErrorKind.PermissionDenied), (pushing.Effective(FactNames.ErrorText), pushing.ErrorKind));
        Assert.Equal(ErrorKind.Timeout, CaseFacts.Of(clinic, Cases.Said("symptom=other"), Now).ErrorKind);
        Assert.Null(CaseFacts.Of(clinic with { Operations = [clinic.Operations[0]] }, Cases.Said("symptom=notes-not-pushing"), Now).Effective(FactNames.ErrorText));
    }

    [Fact]
    public void ErrorText_EmptyMessage_IsStillAnErrorWithItsStoredKind()
    {
        var clinic = Clinics.Of(Clinics.Failed(Operation.NotePush, ErrorKind.PermissionDenied, 0, ""));
        Assert.Equal("(no message, HTTP 403)", Value(clinic, FactNames.ErrorText));
        Assert.Equal(ErrorKind.PermissionDenied, CaseFacts.Of(clinic, null, Now).ErrorKind);
    }

    [Theory]
    [InlineData(new[] { 0, 0, 0 }, "none-recognised")]
    [InlineData(new[] { 0, 0 }, null)]
    [InlineData(new[] { 0, 2, 0 }, "works")]
    [InlineData(new[] { 1 }, "works")]
    [InlineData(new int[0], null)]
    public void PatientSearch_LastThreeSearches_Decide(int[] counts, string? expected) =>
        Assert.Equal(expected, Value(Clinic() with { RecentSearches = Searches(Now, counts) }, FactNames.PatientSearch));

    [Fact]
    public void PatientSearch_SearchesBeforeMigrationOrNewestKey_DoNotCount()
    {
        Assert.Null(Value(Clinic() with { RecentSearches = [.. Searches(Now, 0, 0), new(Migrated.AddHours(-1), 0, null)] }, FactNames.PatientSearch));
        var keyed = Clinic() with { KeyHistory = [Key(Now.AddMinutes(-30))], RecentSearches = Searches(Now, 0, 0, 0) };
        Assert.Null(Value(keyed, FactNames.PatientSearch));
        Assert.Equal("The only search since the newest key was saved found nobody", FactGatherer.SearchNote(keyed, Now));
        Assert.Null(FactGatherer.SearchNote(Clinic(), Now));
    }

    [Theory]
    [InlineData(0.1, "works", "1 of the last 3 searches found somebody since the clinic told of it")]
    [InlineData(-0.5, "works", "1 of the last 2 searches found somebody since the clinic told of it")]
    [InlineData(-1.5, "works", "The only search since the clinic told of it found somebody")]
    [InlineData(-2.5, null, null)]
    public void PatientSearch_AnswersAComplaint_TellsOnlyOfSearchesSinceThat(double hours, string? expected, string? evidence)
    {
        // The complaint came before, between and after them.
        var clinic = Clinic() with { SearchesSinceMigration = new(5, 2), RecentSearches = [new(Now.AddHours(-1), 3, null), new(Now.AddHours(-2), 0, null), new(Now.AddHours(-3), 0, null)] };
        var complaint = new Complaint(Now.AddHours(-3 - hours), [ComplaintProof.PatientSearch]) { AboutSearching = true };
        var fact = FactGatherer.Gather(clinic, Now, complaint).GetValueOrDefault(FactNames.PatientSearch);
        Assert.Equal((expected, evidence), (fact?.Value, fact?.Evidence));
    }

    [Fact]
    public void PatientSearch_AtTheVeryTimeOfTheKey_CountsAsAfter() =>
        Assert.Equal("works", Value(Clinic() with { KeyHistory = [Key(Now)], RecentSearches = [new(Now, 3, null)] }, FactNames.PatientSearch));

    [Fact]
    public void PatientSearch_SinceTheMigration_TellsAllSearches()
    {
        var clinic = Clinic() with { RecentSearches = Searches(Now, 0, 0, 0), SearchesSinceMigration = new(17, 17) };
        Assert.Equal("0 of 17 searches found anybody since the migration", FactGatherer.Gather(clinic, Now)[FactNames.PatientSearch].Evidence);
    }

    [Fact]
    public void UsingCopyPaste_CopiedToday_InTheClinicsOwnDay()
    {
        // 10:00 UTC is 21:00 in Sydney: its day began at 13:00 UTC the day before.
        var sydney = Clinic() with { TimeZone = "Australia/Sydney", LastCopiedAt = Now.AddHours(-20) };
        Assert.Equal("true", Value(sydney, FactNames.UsingCopyPaste));
        Assert.Null(Value(sydney with { LastCopiedAt = Now.AddHours(-22) }, FactNames.UsingCopyPaste));
        Assert.Null(Value(sydney with { TimeZone = null }, FactNames.UsingCopyPaste));
        Assert.Null(Value(sydney with { TimeZone = "No/Where" }, FactNames.UsingCopyPaste));
        Assert.Null(Value(Clinic(), FactNames.UsingCopyPaste));
    }

    [Fact]
    public void OtherEhrActive_EnabledEhrs_Decide()
    {
        Assert.Equal("true", Value(Clinic() with { EnabledEhrs = [Ehr.Cliniko, Ehr.Nookal] }, FactNames.OtherEhrActive));
        Assert.Equal("false", Value(Clinic() with { EnabledEhrs = [Ehr.Cliniko] }, FactNames.OtherEhrActive));
        Assert.Null(Value(Clinic(), FactNames.OtherEhrActive));
    }

    [Theory]
    [InlineData(IncidentStatus.Suspected, "suspected")]
    [InlineData(IncidentStatus.Confirmed, "confirmed")]
    [InlineData(IncidentStatus.Over, null)]
    public void ProviderIncident_ThatCovers_IsTheIncidents(IncidentStatus status, string? expected) =>
        Assert.Equal(expected, Value(Clinic() with { Incident = new("1", Ehr.Cliniko, null, status, Now, null, "many clinics at once") }, FactNames.ProviderIncident));

    [Theory]
    [InlineData("", "uk1", "missing")]
    [InlineData("", "au1", "present")]
    [InlineData("", null, null)]
    [InlineData("uk1", "uk1", "present")]
    [InlineData("UK1", "uk1", "present")]
    [InlineData("au2", "uk1", "wrong-shard")]
    [InlineData("au1", "uk1", "wrong-shard")]
    [InlineData("uk1", null, null)]
    [InlineData(null, "uk1", null)]
    [InlineData("au5", "au5", "present")]
    [InlineData("", "not-a-shard", null)]
    [InlineData("motics", "uk1", "missing")]
    public void ClinikoSuffix_AgainstTheShard_Decides(string? suffix, string? shard, string? expected)
    {
        var clinic = Clinic() with { ClinikoShard = shard, KeyHistory = [Key(Now) with { Suffix = suffix }] };
        Assert.Equal(expected, Value(clinic, FactNames.ClinikoSuffix));
        Assert.Null(Value(clinic with { Ehr = Ehr.Nookal }, FactNames.ClinikoSuffix));
    }

    [Theory]
    [InlineData(NookalRegion.Us, null, "app.nookal.com", "true")]
    [InlineData(NookalRegion.Us, null, "app.nookal.co.uk", "false")]
    [InlineData(NookalRegion.Us, NookalRegion.Eu, "app.nookal.co.uk", "true")]
    [InlineData(NookalRegion.AuNz, null, "app.nookal.com.au", "true")]
    [InlineData(NookalRegion.Us, null, "app.example.org", null)]
    [InlineData(null, null, "app.nookal.com", null)]
    [InlineData(NookalRegion.Us, null, null, null)]
    public void NookalRegionMatches_RegionAgainstTheSite_Decides(NookalRegion? organisation, NookalRegion? key, string? site, string? expected)
    {
        var clinic = Clinic(Ehr.Nookal) with { NookalRegion = organisation, NookalSite = site, KeyHistory = [Key(Now) with { NookalRegion = key }] };
        Assert.Equal(expected, Value(clinic, FactNames.NookalRegionMatches));
        Assert.Equal(Kebab.Name(key ?? organisation), Value(clinic, FactNames.NookalRegion));
    }

    [Fact]
    public void NookalKeyType_OfTheNewestKey_NotOfAnOlderOne()
    {
        var old = Key(Now.AddDays(-30)) with { KeyType = KeyType.V2Key };
        Assert.Equal("v2-key", Value(Clinic(Ehr.Nookal) with { KeyHistory = [old] }, FactNames.NookalKeyType));
        Assert.Null(Value(Clinic(Ehr.Nookal) with { KeyHistory = [Key(Now), old] }, FactNames.NookalKeyType));
    }
}
