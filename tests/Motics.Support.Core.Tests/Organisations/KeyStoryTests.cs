using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Tests.Organisations;

public sealed class KeyStoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Migrated = Now.AddDays(-6);

    [Fact]
    public void Of_KeyThatTheMigrationSwitchedOff_WorkedUntilTheMigration()
    {
        var key = Worked(Migrated.AddDays(-97), Migrated.AddHours(-2));
        var story = KeyStory.Of(key, null, Migrated, Now);
        Assert.Equal((KeyEnding.EndedByMigration, "Worked for 97 days, until the migration"), (story.Ending, story.Text));
        Assert.Contains("nothing was wrong with this one", story.Why, StringComparison.Ordinal);
        Assert.Equal(story, KeyStory.Of(key with { LastKeyFailureAt = Migrated.AddHours(1), LastDecidingFailureAt = Migrated.AddHours(1) }, null, Migrated, Now));
        Assert.Equal(story, KeyStory.Of(key, Migrated.AddHours(3), Migrated, Now));
    }

    [Fact]
    public void Of_KeyThatFailedBeforeTheMigration_IsNotTheMigrationsDoing()
    {
        var key = Worked(Migrated.AddDays(-97), Migrated.AddDays(-90)) with { LastKeyFailureAt = Migrated.AddDays(-80) };
        Assert.Equal("Worked for 7 days, then failed", KeyStory.Of(key, null, Migrated, Now).Text);
    }

    [Fact]
    public void Of_KeyReplacedBeforeTheMigration_IsNotTheMigrationsDoing() =>
        Assert.Equal((KeyEnding.Worked, "Worked for 17 days"), Ending(KeyStory.Of(Worked(Migrated.AddDays(-97), Migrated.AddDays(-80)), Migrated.AddDays(-79), Migrated, Now)));

    [Fact]
    public void Of_KeyThatWorkedOnAfterTheMigration_StillWorks() =>
        Assert.Equal((KeyEnding.Works, "Working for 103 days"), Ending(KeyStory.Of(Worked(Migrated.AddDays(-97), Now.AddHours(-1)), null, Migrated, Now)));

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public void Of_NoMigrationYet_EndsNothing(int? daysAhead) =>
        Assert.Equal((KeyEnding.Works, "Working for 30 days"), Ending(KeyStory.Of(Worked(Now.AddDays(-30), Now.AddDays(-1)), null, daysAhead is { } days ? Now.AddDays(days) : null, Now)));

    [Fact]
    public void Of_KeyThatWorkedAndThenFailedAsAKey_SaysBoth()
    {
        var key = Worked(Now.AddDays(-4), Now.AddDays(-2)) with { LastKeyFailureAt = Now.AddDays(-1) };
        Assert.Equal((KeyEnding.FailedLater, "Worked for 2 days, then failed"), Ending(KeyStory.Of(key, null, Migrated, Now)));
        Assert.Equal("Worked once, then failed", KeyStory.Of(key with { LastSuccessAt = key.FirstSuccessAt }, null, Migrated, Now).Text);
    }

    [Fact]
    public void Of_FirstAttemptThatJudgesFailed_SaysAfterHowLongAndWithWhat()
    {
        var key = Entry(Now.AddHours(-5)) with { Outcome = KeyOutcome.Failed, OutcomeAt = Now.AddHours(-5).AddMinutes(7), OutcomeKind = ErrorKind.AuthenticationFailed };
        var story = KeyStory.Of(key, null, Migrated, Now);
        Assert.Equal((KeyEnding.Failed, "Failed after 7 min"), Ending(story));
        Assert.Equal("Failed after 7 min: authentication failed", story.Whole);
        Assert.Equal("Authentication failed, 24 Nov 2026 04:37 UTC.", story.Why);
    }

    [Theory]
    [InlineData(ErrorKind.Timeout, "Not judged yet: a timeout says nothing of a key")]
    [InlineData(ErrorKind.ServerError, "Not judged yet: a server error says nothing of a key")]
    [InlineData(ErrorKind.PatientNotLinked, "Not judged yet: a session without its patient says nothing of a key")]
    [InlineData(ErrorKind.Unknown, "Not judged yet: an error that nobody knows says nothing of a key")]
    public void Of_FailureThatSaysNothingOfAKey_DoesNotMakeItFailed(ErrorKind kind, string whole)
    {
        var key = Entry(Now.AddHours(-5)) with { FirstUndecided = new(kind, Now.AddHours(-4)) };
        Assert.False(kind.JudgesKey());
        Assert.Equal((KeyEnding.NotJudged, whole), (KeyStory.Of(key, null, Migrated, Now).Ending, KeyStory.Of(key, null, Migrated, Now).Whole));
        Assert.StartsWith("Never judged", KeyStory.Of(key, Now.AddHours(-1), Migrated, Now).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NothingTried_TellsTheNewestFromAReplacedOne()
    {
        Assert.Equal((KeyEnding.NotTried, "Not proven yet"), Ending(KeyStory.Of(Entry(Now), null, Migrated, Now)));
        Assert.Equal("Never proven", KeyStory.Of(Entry(Now), Now.AddMinutes(3), Migrated, Now).Text);
    }

    [Fact]
    public void Of_AHistory_TellsEachUntilTheNext()
    {
        IReadOnlyList<KeyEntry> history = [Entry(Now.AddHours(-1)), Worked(Now.AddDays(-3), Now.AddDays(-1))];
        var clinic = new OrganisationDetail { Id = "harbour", Ehr = Ehr.Nookal, KeyHistory = history };
        Assert.Equal(["Not proven yet", "Worked for 2 days"], KeyStory.Of(clinic, Now).Select(story => story.Text));
        Assert.Equal("Worked for 2 days", KeyStory.BySaving(clinic, Now)[Now.AddDays(-3)].Text);
        Assert.Empty(KeyStory.Of(clinic with { Ehr = Ehr.Semble }, Now));
    }

    [Theory]
    [InlineData(new[] { ErrorKind.IntegrationDisabled }, KeyEnding.SwitchedOff, "Worked for 2 days, until it was switched off")]
    [InlineData(new[] { ErrorKind.IntegrationDisabled, ErrorKind.AuthenticationFailed }, KeyEnding.FailedLater, "Worked for 2 days, then failed")]
    [InlineData(new[] { ErrorKind.AuthenticationFailed }, KeyEnding.FailedLater, "Worked for 2 days, then failed")]
    public void Of_SwitchedOff_IsNotTheKeysDoing(ErrorKind[] kinds, KeyEnding ending, string text)
    {
        var key = Worked(Now.AddDays(-4), Now.AddDays(-2)) with { LastKeyFailureAt = Now.AddDays(-1) };
        var failing = kinds.Select(kind => new UnmendedFailures(kind, Now.AddDays(-1), Now.AddDays(-1), 1, new(kind, "no", Now.AddDays(-1), Core.Events.Operation.NotePush, null, null, null, "g", null, null)));
        var clinic = new OrganisationDetail { Id = "harbour", Ehr = Ehr.Nookal, MigratedAt = Migrated, KeyHistory = [key], Operations = [new() { Operation = Core.Events.Operation.NotePush, Unmended = [.. failing] }] };
        Assert.Equal((ending, text), Ending(KeyStory.Of(clinic, Now)[0]));
    }

    /// <summary>Nothing needs to have failed since: nothing can work while it is off.</summary>
    [Theory]
    [InlineData(Health.Disabled, KeyEnding.SwitchedOff, "Worked for 2 days, until it was switched off")]
    [InlineData(Health.Connected, KeyEnding.Works, "Working for 4 days")]
    public void Of_SwitchedOffAndNotTriedSince_IsNotCalledWorking(Health health, KeyEnding ending, string text)
    {
        var clinic = new OrganisationDetail { Id = "harbour", Ehr = Ehr.Nookal, MigratedAt = Migrated, KeyHistory = [Worked(Now.AddDays(-4), Now.AddDays(-2))], Health = health };
        Assert.Equal((ending, text), Ending(KeyStory.Of(clinic, Now)[0]));
    }

    [Fact]
    public void Of_SwitchedOffFromTheBeginning_IsNotJudged()
    {
        var story = KeyStory.Of(Entry(Now.AddHours(-2)) with { Outcome = KeyOutcome.Failed, OutcomeKind = ErrorKind.IntegrationDisabled, OutcomeAt = Now }, null, Migrated, Now);
        Assert.Equal((KeyEnding.SwitchedOff, "Not judged yet: it was switched off in Motics"), (story.Ending, story.Whole));
    }

    [Fact]
    public void EveryKindThatJudgesOrNot_HasItsStory() => Assert.All(Enum.GetValues<ErrorKind>(), kind =>
    {
        var failed = KeyStory.Of(Entry(Now) with { Outcome = KeyOutcome.Failed, OutcomeKind = kind }, null, null, Now);
        Assert.DoesNotContain(Kebab.Name(kind), failed.Whole.Contains('-', StringComparison.Ordinal) ? failed.Whole : "", StringComparison.Ordinal);
        Assert.EndsWith("says nothing of a key", KeyStory.Of(Entry(Now) with { FirstUndecided = new(kind, Now) }, null, null, Now).Whole, StringComparison.Ordinal);
    });

    private static (KeyEnding, string) Ending(KeyStory story) => (story.Ending, story.Text);

    private static KeyEntry Entry(DateTimeOffset at) => new() { SavedAt = at, Fingerprint = "e2aa5510" };

    private static KeyEntry Worked(DateTimeOffset at, DateTimeOffset last) =>
        Entry(at) with { Outcome = KeyOutcome.Worked, OutcomeAt = at, FirstSuccessAt = at, LastSuccessAt = last };
}
