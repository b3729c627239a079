using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Tests.Organisations;

public sealed class OpenFindingsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);

    private static readonly OrganisationDetail Migrated = new()
    {
        Id = "harbour",
        Ehr = Ehr.Cliniko,
        MigratedAt = Now.AddDays(-6),
        FirstEventAt = Now.AddDays(-200),
        LastEventAt = Now.AddHours(-1),
        LastSuccessAt = Now.AddDays(-7),
    };

    [Fact]
    public void Of_NeverReconnectedAndCopying_SaysBoth()
    {
        var found = OpenFindings.Of(Migrated with { Copied = new(22, 6) }, Now);
        Assert.Equal(
        [
            "No key was saved since the migration on 18 Nov 2026, 6 days ago.",
            "Nothing was tried since: no search, no note pushed, no check of the connection.",
            "22 notes were copied out by hand in the last 7 days, on 6 of them: the clinic works around it.",
            "What worked last was on 17 Nov 2026 09:30 UTC.",
        ], found.Found);
        Assert.True(found.WantsAttention);
        Assert.Equal("Ask why they copy: every note costs them a minute by hand.", found.Next[0]);
    }

    [Fact]
    public void Of_NeverReconnectedAndSilent_SaysSinceWhen()
    {
        var found = OpenFindings.Of(Migrated with { LastEventAt = Now.AddDays(-6) }, Now);
        Assert.Contains("Silent since 18 Nov 2026 09:30 UTC.", found.Found);
        Assert.DoesNotContain(found.Found, line => line.Contains("copied", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_SearchedInVain_IsNotCalledUntried()
    {
        var found = OpenFindings.Of(Migrated with { SearchesSinceMigration = new(2, 2) }, Now);
        Assert.Contains("0 of 2 searches found anybody since the migration.", found.Found);
        Assert.DoesNotContain(found.Found, line => line.StartsWith("Nothing was tried", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_KeySavedOrSomethingWorked_IsNotNeverReconnected(bool worked)
    {
        var key = new KeyEntry { SavedAt = Now.AddDays(-5), Fingerprint = "a" };
        var found = OpenFindings.Of(worked ? Migrated with { LastSuccessAt = Now.AddDays(-1) } : Migrated with { KeyHistory = [key] }, Now);
        Assert.DoesNotContain(found.Found, line => line.StartsWith("No key was saved", StringComparison.Ordinal));
        Assert.False(found.WantsAttention);
    }

    [Fact]
    public void Of_CopyingWithoutAFailure_IsAFinding()
    {
        var found = OpenFindings.Of(Migrated with { MigratedAt = null, Copied = new(1, 1) }, Now);
        Assert.Equal("Nothing failed, yet 1 note was copied out by hand in 7 days", found.Title);
        Assert.True(found.WantsAttention);
    }

    [Fact]
    public void Of_APlannedMigration_IsNoneYet()
    {
        var found = OpenFindings.Of(Migrated with { MigratedAt = Now.AddDays(1) }, Now);
        Assert.Equal("Not migrated to Motics OS yet, and nothing fails", found.Title);
        Assert.DoesNotContain(found.Found, line => line.Contains("migration", StringComparison.Ordinal));
    }

    // Raw events are kept for a time; first and last of what was folded stay, and the newest event is not known any more.
    [Fact]
    public void Of_RawEventsPurged_IsQuietWithoutATimeThatNobodyKnows()
    {
        var found = OpenFindings.Of(Migrated with { MigratedAt = Now.AddDays(-400), FirstEventAt = Now.AddDays(-600), LastEventAt = null, LastSuccessAt = Now.AddDays(-401) }, Now);
        Assert.Equal("Nothing has been heard of this clinic lately", found.Title);
        Assert.DoesNotContain(found.Found, line => line.Contains("Silent", StringComparison.Ordinal) || line.Contains("No event has come", StringComparison.Ordinal));
        Assert.Contains("What worked last was on 19 Oct 2025 09:30 UTC.", found.Found);
        var quiet = OpenFindings.Of(new OrganisationDetail { Id = "old", Ehr = Ehr.Nookal, FirstEventAt = Now.AddDays(-600) }, Now);
        Assert.Equal("Nothing has been heard of this clinic lately", quiet.Title);
        Assert.Equal(["Nothing has ever worked since events began."], quiet.Found);
    }

    [Fact]
    public void Of_NothingKnown_SaysThatAndAsksForTheEhr()
    {
        var found = OpenFindings.Of(new OrganisationDetail { Id = "stub" }, Now);
        Assert.Equal("Nothing has been heard of this clinic yet", found.Title);
        Assert.Equal(["No event has come from it.", "No event has said which EHR it uses."], found.Found);
        Assert.Contains("Ask which EHR they use.", found.Next);
        Assert.False(found.WantsAttention);
    }

    [Fact]
    public void Of_WhatTheEventsDoNotDecide_IsWhereThePageShowsIt() => Assert.Null(SuggestedVerdict.For(PlaybookLoader.Embedded, CaseFacts.Of(Migrated with { LastSuccessAt = Now.AddDays(-1) }, null, Now)));
}
