using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;

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
    public void KeyReentered_WorkedAndThenFailedWithAKeyKind_IsFalseAgain()
    {
        var worked = Key(3) with { FirstSuccessAt = Now.AddDays(-2), LastSuccessAt = Now.AddDays(-2) };
        Assert.Equal("true", Value(FactNames.KeyReentered, worked));
        Assert.Equal("false", Value(FactNames.KeyReentered, worked with { LastKeyFailureAt = Now.AddDays(-1), LastDecidingFailureAt = Now.AddDays(-1) }));
        Assert.Equal("true", Value(FactNames.KeyReentered, worked with { LastDecidingFailureAt = Now.AddDays(-1) }));
        Assert.Equal("true", Value(FactNames.KeyReentered, Key(3) with { LastKeyFailureAt = Now.AddDays(-1), LastDecidingFailureAt = Now.AddDays(-1) }));
        Assert.Equal("true", Value(FactNames.KeyReentered, worked with { LastKeyFailureAt = Now.AddDays(-2.5) }));
    }

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
    public void RetriedAfterReentry_NewestOutcome_Decides()
    {
        Assert.Equal("not-tried", Value(FactNames.RetriedAfterReentry, Key(1)));
        Assert.Equal("fails", Value(FactNames.RetriedAfterReentry, Key(1) with { LastDecidingFailureAt = Now }));
        Assert.Equal("works", Value(FactNames.RetriedAfterReentry, Key(1) with { LastSuccessAt = Now }));
        Assert.Equal("fails", Value(FactNames.RetriedAfterReentry, Key(1) with { LastSuccessAt = Now.AddHours(-2), LastDecidingFailureAt = Now.AddHours(-1) }));
        Assert.Equal("works", Value(FactNames.RetriedAfterReentry, Key(1) with { LastSuccessAt = Now.AddHours(-1), LastDecidingFailureAt = Now.AddHours(-2) }));
    }

    [Fact]
    public void RetriedAfterReentry_KeyFromBeforeTheMigration_SaysNothing()
    {
        Assert.Null(Value(FactNames.RetriedAfterReentry, Key(200) with { LastSuccessAt = Now.AddDays(-6) }));
        Assert.Null(Value(FactNames.RetriedAfterReentry));
        Assert.Equal("works", Value(Clinic(Key(200) with { LastSuccessAt = Now.AddDays(-6) }) with { MigratedAt = null }, FactNames.RetriedAfterReentry));
    }

    [Fact]
    public void RetriedAfterReentry_ThreeEmptySearchesAndNoSuccess_Fails()
    {
        SearchResult[] empty = [new(Now, 0, null), new(Now.AddHours(-1), 0, null), new(Now.AddHours(-2), 0, null)];
        var clinic = Clinic(Key(1)) with { RecentSearches = empty };
        Assert.Equal("fails", Value(clinic, FactNames.RetriedAfterReentry));
        Assert.Equal("not-tried", Value(clinic with { RecentSearches = empty[..2] }, FactNames.RetriedAfterReentry));
        Assert.Equal("not-tried", Value(clinic with { KeyHistory = [Key(0.05)] }, FactNames.RetriedAfterReentry));
        Assert.Equal("works", Value(clinic with { KeyHistory = [Key(1) with { LastSuccessAt = Now.AddHours(-3) }] }, FactNames.RetriedAfterReentry));
    }

    [Fact]
    public void SuggestedVerdict_FromEventsAlone_SaysWhatTheyProve()
    {
        var silent = Clinic() with { MigratedAt = null };
        Assert.Null(SuggestedVerdict.For(Cases.Playbook, silent, Now));
        SearchResult[] empty = [new(Now, 0, null), new(Now.AddHours(-1), 0, null), new(Now.AddHours(-2), 0, null)];
        var suggested = SuggestedVerdict.For(Cases.Playbook, Clinic() with { RecentSearches = empty }, Now)!;
        Assert.Equal(Verdict.CheckKeyFirst, suggested.Verdict);
        Assert.Equal(["patientSearch", "keyReentered"], suggested.Because.Select(reason => reason.Fact));
        Assert.All(suggested.Because, reason => Assert.NotNull(reason.Evidence));
    }
}
