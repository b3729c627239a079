using Motics.Support.Core.Events;

namespace Motics.Support.Core.Triage;

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
/// <param name="At">When it was given, or renewed.</param>
/// <param name="Proofs">What must come after <paramref name="At"/> before events may say that it works; each of them.</param>
public sealed record Complaint(DateTimeOffset At, IReadOnlyList<ComplaintProof> Proofs)
{
    /// <summary>It is about notes that are not pushed: the error in hand is that of pushing.</summary>
    public bool AboutPushing { get; init; }

    /// <summary>It is about patients that are not found: searches before it say nothing.</summary>
    public bool AboutSearching { get; init; }
}

/// <summary>A ticket that was opened while the connection was in trouble has that trouble as its complaint.</summary>
/// <param name="At">When the ticket was opened.</param>
/// <param name="KeyAsked">A key was asked for: any success answers it.</param>
/// <param name="Failing">The operation that failed longest; null when none did (outage) or a key was asked for.</param>
public sealed record OpeningComplaint(DateTimeOffset At, bool KeyAsked, Operation? Failing);
