using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;
using static Motics.Support.Core.Tests.Triage.Clinics;

namespace Motics.Support.Core.Tests.Triage;

/// <summary>Whether it works since the newest key, by events alone: they may say that it fails or that nothing was tried, and never that it works.</summary>
public sealed class RetryEvidenceTests
{
    private static readonly DateTimeOffset Now = Cases.Now;

    private static KnownFact? Retry(OrganisationDetail clinic, Complaint? complaint = null) =>
        FactGatherer.Gather(clinic, Now, complaint).GetValueOrDefault(FactNames.RetriedAfterReentry);

    private static string? Value(OrganisationDetail clinic) => Retry(clinic)?.Value;

    [Theory]
    [InlineData(ErrorKind.AuthenticationFailed, "fails")]
    [InlineData(ErrorKind.PermissionDenied, "fails")]
    [InlineData(ErrorKind.PatientNotLinked, "fails")]
    [InlineData(ErrorKind.Unknown, "fails")]
    [InlineData(ErrorKind.Timeout, "not-tried")]
    [InlineData(ErrorKind.RateLimited, "not-tried")]
    [InlineData(ErrorKind.EhrUnavailable, "not-tried")]
    [InlineData(ErrorKind.ServerError, "not-tried")]
    public void Retried_FailureAfterTheNewestKey_DecidesUnlessItPasses(ErrorKind kind, string expected) =>
        Assert.Equal(expected, Value(Of(Failed(Operation.NotePush, kind, 2)) with { KeyHistory = [Key(1)] }));

    [Fact]
    public void Retried_UnmendedWhileAnotherOperationWorks_StillFails()
    {
        var clinic = Of(Worked(Operation.PatientSearch, 1), Failed(Operation.NotePush, ErrorKind.PermissionDenied, 2)) with { KeyHistory = [Key(1)] };
        Assert.Equal("fails", Value(clinic));
        Assert.Equal("Pushing notes has failed after the newest key was saved, last on 24 Nov 2026 08:00 UTC; nothing has mended it since", Retry(clinic)!.Evidence);
    }

    [Fact]
    public void Retried_BeforeTheNewestKey_IsNotTried()
    {
        Assert.Equal("not-tried", Value(Of(Failed(Operation.NotePush, ErrorKind.AuthenticationFailed, 30)) with { KeyHistory = [Key(1)] }));
        Assert.Equal("not-tried", Value(Of(Worked(Operation.NotePush, 30)) with { KeyHistory = [Key(1)] }));
        Assert.Equal("fails", Value(Of(Failed(Operation.NotePush, ErrorKind.AuthenticationFailed, 24)) with { KeyHistory = [Key(1)] }));
    }

    [Fact]
    public void Retried_WithoutAKey_CountsSinceTheMigrationElseEver()
    {
        var failed = Of(Failed(Operation.NotePush, ErrorKind.AuthenticationFailed, 24 * 6));
        Assert.Equal("not-tried", Value(failed));
        Assert.Equal("fails", Value(failed with { MigratedAt = null }));
        Assert.Equal("fails", Value(Of(Failed(Operation.NotePush, ErrorKind.AuthenticationFailed, 24 * 4))));
        Assert.Equal("fails", Value(failed with { MigratedAt = Now.AddDays(1) }));
        Assert.Equal("not-tried", Value(Of()));
    }

    [Fact]
    public void Retried_ThreeEmptySearchesAndNoSuccess_Fails()
    {
        SearchResult[] empty = [new(Now, 0, null), new(Now.AddHours(-1), 0, null), new(Now.AddHours(-2), 0, null)];
        var clinic = Of() with { KeyHistory = [Key(1)], RecentSearches = empty };
        Assert.Equal("fails", Value(clinic));
        Assert.Equal("not-tried", Value(clinic with { RecentSearches = empty[..2] }));
        Assert.Equal("not-tried", Value(clinic with { KeyHistory = [Key(0.05)] }));
        Assert.Null(Value(clinic with { Operations = [Worked(Operation.NotePush, 3)] }));
    }

    /// <summary>The key in use is as old as it is: what counts began with the move.</summary>
    [Fact]
    public void Retried_KeyFromBeforeTheMigration_IsSaidSinceTheMigration()
    {
        var clinic = Of(Failed(Operation.NotePush, ErrorKind.AuthenticationFailed, 2)) with { KeyHistory = [Key(170)] };
        Assert.Equal("Pushing notes has failed since the migration, last on 24 Nov 2026 08:00 UTC; nothing has mended it since", Retry(clinic)!.Evidence);
        Assert.Equal("Nothing has been tried since the migration that shows whether it works", Retry(Of() with { KeyHistory = [Key(170)] })!.Evidence);
        Assert.Equal("Nothing has been tried after the newest key was saved that shows whether it works", Retry(Of() with { KeyHistory = [Key(170)], MigratedAt = null })!.Evidence);
    }

    [Fact]
    public void Retried_WorksAndNobodyComplains_SaysNothing() => Assert.Null(Value(Connected(Worked(Operation.NotePush, 1)) with { KeyHistory = [Key(1)] }));

    [Fact]
    public void Retried_ComplaintAndNothingTried_SaysNothing() => Assert.Null(Retry(Of() with { KeyHistory = [Key(1)] }, new Complaint(Now.AddHours(-1), [ComplaintProof.AnySuccess])));
}
