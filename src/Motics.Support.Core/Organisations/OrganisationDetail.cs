using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations.Providers;

namespace Motics.Support.Core.Organisations;

/// <summary>
/// Everything the console knows of one organisation now, over its own EHR only. What the organisation's page shows,
/// what the API answers and what the facts are gathered from: one read, one record.
/// </summary>
public record OrganisationDetail : OrganisationHead
{
    public OrganisationDetail()
    {
    }

    [SetsRequiredMembers]
    public OrganisationDetail(OrganisationHead head)
        : base(head)
    {
    }

    /// <summary>True when <see cref="Ehr"/> was not told but concluded from the events.</summary>
    public bool EhrIsImplied { get; init; }

    /// <summary>EHRs whose newest switch is "enabled".</summary>
    public IReadOnlyList<Ehr> EnabledEhrs { get; init; } = [];

    /// <summary>When the integration of its own EHR was last switched on or off; null when no event told. Who did it no event tells.</summary>
    public DateTimeOffset? SwitchedAt { get; init; }

    public string? NookalSite { get; init; }

    /// <summary>Everything that tells of <see cref="Place"/>.</summary>
    public PlaceSigns PlaceSigns => new(NookalRegion, NookalSite, ClinikoShard, KeyHistory is [var newest, ..] ? newest.NookalRegion : null, KeyHistory is [var last, ..] ? last.Suffix : null);

    public string? TimeZone { get; init; }

    /// <summary>How each operation stands, in the order of <see cref="Operation"/>; empty when nothing was heard of the connection.</summary>
    public IReadOnlyList<OperationState> Operations { get; init; } = [];

    /// <summary>The newest failure ever, mended or not. What fails now: <see cref="CurrentError"/>.</summary>
    public LastError? LastError { get; init; }

    /// <summary>The newest failure that nothing mended yet; null while nothing fails.</summary>
    public LastError? CurrentError => Operations.SelectMany(operation => operation.Unmended).MaxBy(failures => failures.Last)?.Newest;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<KeyEntry> KeyHistory { get; init; } = [];

    /// <summary>The newest three searches, newest first.</summary>
    public IReadOnlyList<SearchResult> RecentSearches { get; init; } = [];

    public DateTimeOffset? LastCopiedAt { get; init; }

    /// <summary>Notes copied out today and on the six days before (UTC).</summary>
    public CopiedNotes Copied { get; init; } = CopiedNotes.None;

    /// <summary>Failures of <see cref="CurrentError"/>'s kind in the 24 hours before the read, mended or not; null when there is no current error.</summary>
    public int? RepeatedFailures { get; init; }

    /// <summary>The same for every kind that something fails with now; empty while nothing fails.</summary>
    public IReadOnlyDictionary<ErrorKind, int> RecentFailures { get; init; } = new Dictionary<ErrorKind, int>();

    /// <summary>
    /// Nobody made its connection again after the migration: no key was saved and nothing worked since. False for a migration that lies ahead of
    /// <paramref name="now"/>, and while nobody knows an EHR that the migration disconnects.
    /// </summary>
    public bool IsNeverReconnected(DateTimeOffset now) => MigratedAt is { } migrated && migrated <= now && Ehr is { } ehr && ehr != Organisations.Ehr.None && !ehr.IsLeftAlone()
        && !(LastSuccessAt >= migrated) && !KeyHistory.Any(key => key.SavedAt >= migrated);

    /// <summary>Time of the oldest event that came; null when none did.</summary>
    public DateTimeOffset? FirstEventAt { get; init; }

    public DateTimeOffset? LastEventAt { get; init; }
}

/// <summary>The newest failure. <see cref="Message"/> is masked.</summary>
public sealed record LastError(
    ErrorKind Kind, string Message, DateTimeOffset At, Operation Operation, string? Code, int? HttpStatus, string? CorrelationId,
    string ErrorGroupId, NookalRegion? NookalRegion, string? ClinikoShard);

/// <summary>How often patients were searched for, and how often nobody was found.</summary>
public sealed record SearchCount(int Total, int Empty)
{
    /// <summary>As a sentence begins, of at least one: "0 of 41 searches found anybody", "All 5 searches found somebody".</summary>
    public string InWords() => (Total, Found: Total - Empty) switch
    {
        (1, 0) => "The only search found nobody",
        (1, _) => "The only search found somebody",
        var (total, found) when found == total => string.Create(CultureInfo.InvariantCulture, $"All {total:#,0} searches found somebody"),
        var (total, found) => string.Create(CultureInfo.InvariantCulture, $"{found:#,0} of {total:#,0} searches found {(found == 0 ? "anybody" : "somebody")}"),
    };
}

/// <summary>One search.</summary>
public sealed record SearchResult(DateTimeOffset At, int ResultCount, string? LocationId);

/// <summary>
/// What the first success, or failure that judges a key (<see cref="ErrorKinds.JudgesKey"/>), after a key entry and before the next one says of it. Not
/// tried also when it was tried and what came of it says nothing of the key.
/// </summary>
public enum KeyOutcome { Worked, Failed, NotTried }

/// <summary>One saving of a key in Motics. The key itself is never known here.</summary>
public sealed record KeyEntry
{
    public required DateTimeOffset SavedAt { get; init; }

    public required string Fingerprint { get; init; }

    public int? Length { get; init; }

    /// <summary>Empty when the key has none; null when not told.</summary>
    public string? Suffix { get; init; }

    public KeyType? KeyType { get; init; }

    public NookalRegion? NookalRegion { get; init; }

    public MoticsRole? ActorRole { get; init; }

    /// <summary>The fingerprint is that of the entry before.</summary>
    public bool Unchanged { get; init; }

    public KeyOutcome Outcome { get; init; } = KeyOutcome.NotTried;

    /// <summary>Time of the success or failure that decided; null when nothing did.</summary>
    public DateTimeOffset? OutcomeAt { get; init; }

    /// <summary>Kind of the failure when <see cref="Outcome"/> is failed.</summary>
    public ErrorKind? OutcomeKind { get; init; }

    /// <summary>
    /// The first failure after it that says nothing of a key, such as a timeout; null when there was none. While <see cref="Outcome"/> is not-tried it is
    /// why the key is not judged.
    /// </summary>
    public UndecidedFailure? FirstUndecided { get; init; }

    /// <summary>First success while it was the newest key.</summary>
    public DateTimeOffset? FirstSuccessAt { get; init; }

    /// <summary>Newest success while it was the newest key.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>Newest failure of a key kind while it was the newest key; that the integration is switched off is none of the key.</summary>
    public DateTimeOffset? LastKeyFailureAt { get; init; }

    /// <summary>When a key that had worked last failed as a key; null when it never did, or worked again since.</summary>
    public DateTimeOffset? FailedLaterAt => Outcome == KeyOutcome.Worked && LastKeyFailureAt > LastSuccessAt ? LastKeyFailureAt : null;

    /// <summary>
    /// Newest failure that judges a key (<see cref="ErrorKinds.JudgesKey"/>) while it was the newest: what <c>keyUnchanged</c> goes by. What fails now, whatever
    /// its kind, is in <see cref="OrganisationDetail.Operations"/>.
    /// </summary>
    public DateTimeOffset? LastDecidingFailureAt { get; init; }
}

/// <summary>A failure that would have happened with any key.</summary>
public sealed record UndecidedFailure(ErrorKind Kind, DateTimeOffset At);
