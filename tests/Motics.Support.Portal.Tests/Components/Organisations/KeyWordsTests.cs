using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Wording;

namespace Motics.Support.Portal.Tests.Components.Organisations;

public sealed class KeyWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 31, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Migrated = Now.AddDays(-6);

    [Theory]
    [InlineData(KeyEnding.Works, Tone.Ok)]
    [InlineData(KeyEnding.Worked, Tone.Ok)]
    [InlineData(KeyEnding.EndedByMigration, Tone.Mute)]
    [InlineData(KeyEnding.FailedLater, Tone.Warn)]
    [InlineData(KeyEnding.Failed, Tone.Bad)]
    [InlineData(KeyEnding.NotJudged, Tone.Mute)]
    [InlineData(KeyEnding.NotTried, Tone.Mute)]
    public void Status_OfAStory_IsRedOnlyForAKeyThatFailed(KeyEnding ending, Tone tone) =>
        Assert.Equal((tone, "What became of it"), (Status.Of(new KeyStory(ending, "What became of it", "Why.")).Tone, Status.Of(new KeyStory(ending, "What became of it", "Why.")).Word));

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
    public void Conclusion_KeyThatTheMigrationSwitchedOffIsEnteredAgain_ClaimsNothing()
    {
        var before = Entry(Migrated.AddDays(-97), "aaaa") with
        {
            Outcome = KeyOutcome.Worked,
            FirstSuccessAt = Migrated.AddDays(-97),
            LastSuccessAt = Migrated.AddHours(-1),
            LastKeyFailureAt = Migrated.AddHours(1),
            LastDecidingFailureAt = Migrated.AddHours(1),
        };

        Assert.Null(Words.Conclusion([Entry(Migrated.AddHours(2), "aaaa"), before], Migrated));
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
    [InlineData(1, 0, 1, KeyOutcome.NotTried, "1, unproven")]
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
