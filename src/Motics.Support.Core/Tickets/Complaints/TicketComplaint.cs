using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Tickets.Complaints;

/// <summary>
/// The complaint that a ticket keeps, so that lists know when it is answered. What proves it is kept as it was when it was said: a success mends the
/// operation that failed, and afterwards nobody could tell any more which one that was.
/// </summary>
/// <param name="At">When it was said, or said again.</param>
/// <param name="Proofs">One bit for each proof that must come after it: <c>1 &lt;&lt; (int)proof</c>. The bit of <see cref="ComplaintProof.None"/>: nothing that an event says.</param>
public sealed record TicketComplaint(DateTimeOffset At, int Proofs)
{
    /// <summary>It is about notes that are not pushed.</summary>
    public bool AboutPushing { get; init; }

    /// <summary>It is about patients that are not found.</summary>
    public bool AboutSearching { get; init; }

    /// <summary>What of a complaint is kept; null for none.</summary>
    public static TicketComplaint? Of(Complaint? complaint) => complaint is null ? null : new(Moment.Kept(complaint.At), complaint.Proofs.Aggregate(0, (bits, proof) => bits | (1 << (int)proof)))
    {
        AboutPushing = complaint.AboutPushing,
        AboutSearching = complaint.AboutSearching,
    };

    /// <summary>The complaint, for triage.</summary>
    /// <param name="renewedAt">When the ticket was reopened, or the clinic said that it still does not work.</param>
    public Complaint ToComplaint(DateTimeOffset? renewedAt) => new(At, [.. Needed]) { AboutPushing = AboutPushing, AboutSearching = AboutSearching, RenewedAt = renewedAt };

    /// <summary>Each proof that is needed.</summary>
    public IEnumerable<ComplaintProof> Needed
    {
        get
        {
            for (var proof = 0; proof <= (int)(ComplaintProof.AnySuccess | ComplaintProof.WithNewKey); proof++)
            {
                if ((Proofs & (1 << proof)) != 0)
                {
                    yield return (ComplaintProof)proof;
                }
            }
        }
    }

    /// <summary>The newest of the events that prove it; null while one is missing, or something that decides fails. Without any proof to wait for nothing is proven.</summary>
    public ProvenBy? AnsweredBy(ProofTimes seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return seen.Prove(Needed, At)?.MaxBy(success => success.At);
    }
}
