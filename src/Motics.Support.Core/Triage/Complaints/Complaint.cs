using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Complaints;

/// <summary>Which events answer a complaint: any one of those named.</summary>
[Flags]
public enum ComplaintProof
{
    /// <summary>Nothing that an event says.</summary>
    None = 0,

    /// <summary>A search that found somebody.</summary>
    PatientSearch = 1,

    /// <summary>A note that was pushed.</summary>
    NotePush = 2,

    /// <summary>The connection was verified.</summary>
    Verify = 4,

    /// <summary>Any success.</summary>
    AnySuccess = PatientSearch | NotePush | Verify,

    /// <summary>The success must be one with a key that was saved after the complaint.</summary>
    WithNewKey = 8,
}

/// <summary>
/// What a clinic complains of, and when it was said (<c>triage.md</c>, "What the clinic says now beats what events said before"): older events may explain
/// it and never answer it.
/// </summary>
/// <param name="At">When the newest part of it was given, or when it was renewed.</param>
/// <param name="Proofs">What must come after <paramref name="At"/> before events may say that it works; each of them.</param>
public sealed record Complaint(DateTimeOffset At, IReadOnlyList<ComplaintProof> Proofs)
{
    /// <summary>It is about notes that are not pushed: the error in hand is that of pushing.</summary>
    public bool AboutPushing { get; init; }

    /// <summary>It is about patients that are not found: searches before it say nothing.</summary>
    public bool AboutSearching { get; init; }

    /// <summary>When the ticket was reopened last: that it worked was said before that, and counts no more. Null when it was not.</summary>
    public DateTimeOffset? RenewedAt { get; init; }

    /// <summary>It is about a key that nobody can get at: a key that is saved after it says that somebody could.</summary>
    public bool AboutKeyAccess => Proofs.Any(proof => proof.HasFlag(ComplaintProof.WithNewKey));

    /// <summary>The complaint in what an agent said and in how a ticket began; null when nobody complains.</summary>
    /// <param name="answers">The agent's answers by fact name, with their times; null for none.</param>
    /// <param name="organisation">As it was when the complaint was given: which operation fails by its events is read off it. Null when none is known.</param>
    /// <param name="opening">What the ticket was opened about; null when nothing was wrong then.</param>
    /// <param name="renewedAt">When the ticket was reopened last; null when it was not.</param>
    public static Complaint? Of(
        IReadOnlyDictionary<string, KnownFact>? answers, OrganisationDetail? organisation = null, OpeningComplaint? opening = null, DateTimeOffset? renewedAt = null) =>
        ComplaintReading.Of(answers, organisation, opening, renewedAt);
}

/// <summary>A ticket that was opened while the connection was in trouble has that trouble as its complaint.</summary>
/// <param name="At">When the ticket was opened.</param>
/// <param name="KeyAsked">A key was asked for: any success answers it.</param>
/// <param name="Failing">The operation that failed longest; null when none did (outage) or a key was asked for.</param>
public sealed record OpeningComplaint(DateTimeOffset At, bool KeyAsked, Operation? Failing);
