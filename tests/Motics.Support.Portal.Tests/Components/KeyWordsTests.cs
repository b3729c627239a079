using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Wording;

namespace Motics.Support.Portal.Tests.Components;

public sealed class KeyWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 31, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Migrated = Now.AddDays(-6);

    [Fact]
    public void OfOutcome_FirstAttemptFailed_SaysAfterHowLong()
    {
        var entry = Entry(Now.AddHours(-1)) with { Outcome = KeyOutcome.Failed, OutcomeAt = Now.AddMinutes(-53) };

        Assert.Equal("Failed after 7 min", Words.OfOutcome(entry, null, Now));
        Assert.Equal(Tone.Bad, Status.Of(entry, null, Now).Tone);
    }

    [Fact]
    public void OfOutcome_OldKeyThatWorked_SaysHowLong()
    {
        var entry = Entry(Now.AddDays(-300)) with { Outcome = KeyOutcome.Worked, OutcomeAt = Now.AddDays(-300), FirstSuccessAt = Now.AddDays(-300), LastSuccessAt = Now.AddDays(-12) };

        Assert.Equal("Worked for 288 days", Words.OfOutcome(entry, Now.AddDays(-1), Now));
        Assert.Equal("Working for 300 days", Words.OfOutcome(entry, null, Now));
    }

    [Fact]
    public void OfOutcome_WorkedThenFailedAsKey_IsNoSuccess()
    {
        var entry = Entry(Now.AddDays(-10)) with
        {
            Outcome = KeyOutcome.Worked,
            FirstSuccessAt = Now.AddDays(-10),
            LastSuccessAt = Now.AddDays(-8),
            LastKeyFailureAt = Now.AddDays(-6),
        };

        Assert.Equal("Worked for 2 days, then failed", Words.OfOutcome(entry, null, Now));
        Assert.Equal("Worked once, then failed", Words.OfOutcome(entry with { LastSuccessAt = entry.FirstSuccessAt }, null, Now));
        Assert.Equal(Tone.Warn, Status.Of(entry, null, Now).Tone);
    }

    [Fact]
    public void OfOutcome_NothingFollowed_TellsTheNewestFromAReplacedOne()
    {
        Assert.Equal("Not tried yet", Words.OfOutcome(Entry(Now), null, Now));
        Assert.Equal("Never tried", Words.OfOutcome(Entry(Now), Now.AddMinutes(3), Now));
    }

    [Fact]
    public void Conclusion_SameKeyThreeTimes_SaysThatPastingCannotHelp()
    {
        KeyEntry[] entries = [Failed(Now.AddHours(-1), "aaaa") with { Unchanged = true }, Failed(Now.AddHours(-5), "aaaa") with { Unchanged = true }, Failed(Now.AddHours(-9), "aaaa")];

        Assert.Equal("Third entry, the same key each time: pasting it again cannot help. A new key has to be made.", Words.Conclusion(entries, Migrated));
    }

    [Fact]
    public void Conclusion_SameKeyThatNeverFailed_ClaimsNothing()
    {
        KeyEntry[] entries = [Entry(Now.AddHours(-1)) with { Unchanged = true }, Entry(Now.AddHours(-2))];

        Assert.Null(Words.Conclusion(entries, Migrated));
    }

    [Fact]
    public void Conclusion_OldKeyCameBack_SaysSo()
    {
        KeyEntry[] entries = [Entry(Now.AddHours(-1), "aaaa"), Failed(Now.AddHours(-2), "bbbb"), Failed(Now.AddHours(-3), "aaaa")];

        Assert.StartsWith("A key that had failed before was pasted again", Words.Conclusion(entries, Migrated), StringComparison.Ordinal);
    }

    [Fact]
    public void Conclusion_OnlyEntriesBeforeTheMigration_SaysThatNoneWasSavedSince() =>
        Assert.Equal("No key has been saved since the migration.", Words.Conclusion([Failed(Migrated.AddDays(-3), "aaaa")], Migrated));

    [Theory]
    [InlineData(0, 0, 0, null, "none")]
    [InlineData(2, 2, 2, KeyOutcome.Failed, "2, both failed")]
    [InlineData(3, 3, 1, KeyOutcome.Failed, "3, same key")]
    [InlineData(3, 3, 3, KeyOutcome.Failed, "3, all failed")]
    [InlineData(1, 0, 1, KeyOutcome.Worked, "1, worked")]
    [InlineData(2, 1, 2, KeyOutcome.Worked, "2, newest worked")]
    [InlineData(1, 0, 1, KeyOutcome.NotTried, "1, not tried yet")]
    public void Of_KeySummary_FitsACell(int saved, int failed, int distinct, KeyOutcome? newest, string expected) =>
        Assert.Equal(expected, Words.Of(new KeySummary(saved, failed, distinct, newest)));

    private static KeyEntry Entry(DateTimeOffset at, string fingerprint = "e2aa5510") => new() { SavedAt = at, Fingerprint = fingerprint };

    private static KeyEntry Failed(DateTimeOffset at, string fingerprint) => Entry(at, fingerprint) with
    {
        Outcome = KeyOutcome.Failed,
        OutcomeAt = at.AddMinutes(1),
        OutcomeKind = ErrorKind.AuthenticationFailed,
        LastDecidingFailureAt = at.AddMinutes(1),
    };
}
