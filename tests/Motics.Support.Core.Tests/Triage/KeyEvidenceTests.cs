using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Triage.Replies;

namespace Motics.Support.Core.Tests.Triage;

public sealed class KeyEvidenceTests
{
    private static readonly DateTimeOffset Now = Cases.Now;
    private static readonly DateTimeOffset Migrated = Now.AddDays(-5);

    private static KeyEntry Key(double daysAgo, string fingerprint = "aa") => new() { SavedAt = Now.AddDays(-daysAgo), Fingerprint = fingerprint };

    private static string? Value(string fact, params KeyEntry[] keys) => Value(Clinic(keys), fact);

    private static string? Value(OrganisationDetail clinic, string fact) => FactGatherer.Gather(clinic, Now).GetValueOrDefault(fact)?.Value;

    private static OrganisationDetail Clinic(params KeyEntry[] keys) => new() { Id = "a", Ehr = Ehr.Cliniko, MigratedAt = Migrated, KeyHistory = keys };

    [Fact]
    public void KeyReentered_SavedAfterTheMigration_IsTrue()
    {
        Assert.Equal("true", Value(FactNames.KeyReentered, Key(1)));
        Assert.Equal("true", Value(FactNames.KeyReentered, Key(5)));
        Assert.Equal("false", Value(FactNames.KeyReentered, Key(6)));
        Assert.Equal("false", Value(FactNames.KeyReentered));
        Assert.Null(Value(Clinic(Key(1)) with { MigratedAt = null }, FactNames.KeyReentered));
    }

    [Fact]
    public void KeyReentered_WorkedAndThenFailedAsAKey_IsFalseAgain()
    {
        var worked = Key(3) with { FirstSuccessAt = Now.AddDays(-2) };
        Assert.Equal("true", Value(FactNames.KeyReentered, worked));
        Assert.Equal("false", Value(Failing(worked, ErrorKind.AuthenticationFailed), FactNames.KeyReentered));
        Assert.Equal("true", Value(Failing(worked, ErrorKind.PermissionDenied), FactNames.KeyReentered));
        Assert.Equal("true", Value(Failing(Key(3), ErrorKind.AuthenticationFailed), FactNames.KeyReentered));
        // Mended since: whatever the key's own history remembers.
        Assert.Equal("true", Value(FactNames.KeyReentered, worked with { LastKeyFailureAt = Now.AddDays(-1), LastDecidingFailureAt = Now.AddDays(-1) }));
    }

    [Fact]
    public void KeyReentered_SwitchedOff_IsNotSaidToBeTheKeysFailure()
    {
        var worked = Key(3) with { FirstSuccessAt = Now.AddDays(-2) };
        Assert.Equal(
            "The key saved on 21 Nov 2026 10:00 UTC had worked until the integration was switched off; tried in vain on 23 Nov 2026 10:00 UTC",
            FactGatherer.Gather(Failing(worked, ErrorKind.IntegrationDisabled), Now)[FactNames.KeyReentered].Evidence);
    }

    [Fact]
    public void EvidenceOfAnEhrWithoutKeys_SpeaksOfNone()
    {
        var searches = new SearchResult[] { new(Now.AddHours(-3), 0, null), new(Now.AddHours(-2), 0, null), new(Now.AddHours(-1), 0, null) };
        var facts = FactGatherer.Gather(Failing(Key(3), ErrorKind.AuthenticationFailed) with { Ehr = Ehr.Meddbase, RecentSearches = searches }, Now);
        Assert.Contains("after the newest credentials were saved", facts[FactNames.RetriedAfterReentry].Evidence, StringComparison.Ordinal);
        Assert.Contains("since the newest credentials were saved", facts[FactNames.PatientSearch].Evidence, StringComparison.Ordinal);
        Assert.DoesNotContain(facts.Values, fact => fact.Evidence?.Contains("key", StringComparison.OrdinalIgnoreCase) == true);
    }

    [Theory]
    [InlineData(5, 0, "All 5 searches found somebody")]
    [InlineData(1, 0, "The only search found somebody")]
    [InlineData(1, 1, "The only search found nobody")]
    [InlineData(1204, 1204, "0 of 1,204 searches found anybody")]
    [InlineData(5, 2, "3 of 5 searches found somebody")]
    public void SearchCount_InWords_SaysWhoWasFound(int total, int empty, string words) => Assert.Equal(words, new SearchCount(total, empty).InWords());

    private static OrganisationDetail Failing(KeyEntry key, ErrorKind kind) => Clinic(key) with { Operations = [Clinics.Failed(Operation.NotePush, kind, 24)] };

    [Fact]
    public void KeyUnchanged_FingerprintOfAKeyThatFailedSinceTheMigration_IsTrue()
    {
        var failed = Key(3) with { LastDecidingFailureAt = Now.AddDays(-2) };
        Assert.Equal("true", Value(FactNames.KeyUnchanged, Key(1), failed));
        Assert.Equal("true", Value(FactNames.KeyUnchanged, Key(1), Key(2, "bb"), failed));
        Assert.Equal("false", Value(FactNames.KeyUnchanged, Key(1, "bb"), failed));
        Assert.Equal("false", Value(FactNames.KeyUnchanged, Key(1), Key(3)));
        Assert.Equal("false", Value(FactNames.KeyUnchanged, failed));
        Assert.Null(Value(FactNames.KeyUnchanged));
    }

    [Fact]
    public void KeyUnchanged_OldKeyThatWorkedUntilTheMigration_MayBeEnteredOnceMore()
    {
        var old = Key(200) with { FirstSuccessAt = Now.AddDays(-199), LastSuccessAt = Now.AddDays(-6), LastDecidingFailureAt = Now.AddDays(-4) };
        Assert.Equal("false", Value(FactNames.KeyUnchanged, Key(1), old));
        Assert.Equal("true", Value(FactNames.KeyUnchanged, Key(1), old with { FirstSuccessAt = null, LastSuccessAt = null }));
        Assert.Equal("false", Value(FactNames.KeyUnchanged, Key(1), old with { FirstSuccessAt = null, LastSuccessAt = null, LastDecidingFailureAt = Now.AddDays(-6) }));
    }

    [Fact]
    public void SuggestedVerdict_FromEventsAlone_SaysWhatTheyProve()
    {
        var silent = Clinic() with { MigratedAt = null };
        Assert.Null(SuggestedVerdict.For(Cases.Playbook, CaseFacts.Of(silent, null, Now)));
        SearchResult[] empty = [new(Now, 0, null), new(Now.AddHours(-1), 0, null), new(Now.AddHours(-2), 0, null)];
        var suggested = SuggestedVerdict.For(Cases.Playbook, CaseFacts.Of(Clinic() with { RecentSearches = empty }, null, Now))!;
        Assert.Equal(Verdict.CheckKeyFirst, suggested.Verdict);
        Assert.Equal(["patientSearch", "keyReentered"], suggested.Because.Select(reason => reason.Fact));
        Assert.All(suggested.Because, reason => Assert.NotNull(reason.Evidence));
    }

    [Fact]
    public void SuggestedVerdict_ConnectedAndNoComplaint_AsksWhatTheySeeAndSendsNothing()
    {
        var suggested = SuggestedVerdict.For(Cases.Playbook, CaseFacts.Of(Clinics.Connected(Clinics.Worked(Operation.NotePush, 1)) with { KeyHistory = [Key(4)] }, null, Now))!;
        Assert.Equal(("connected", Verdict.NeedMoreInformation), (suggested.RuleId, suggested.Verdict));
        Assert.Equal("Connected since 20 Nov 2026 10:00 UTC; what do they see?", suggested.Title);
        Assert.Equal(["symptom"], suggested.Asks);
        Assert.True(suggested.SendsNothing);
        Assert.Empty(suggested.Steps);
        Assert.Null(ReplyComposer.Compose(Cases.Playbook, CaseFacts.Of(Clinics.Connected(), null, Now), suggested, new()));
    }
}
