using Motics.Support.Core.Escalations;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;

namespace Motics.Support.Core.Tickets;

/// <summary>A ticket with everything its walk-through shows, evaluated at the moment of reading.</summary>
public sealed record TicketView
{
    public required Ticket Ticket { get; init; }

    public required OrganisationDetail Organisation { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<TicketNote> Notes { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Screenshot> Screenshots { get; init; } = [];

    /// <summary>Newest first, the newest 200.</summary>
    public IReadOnlyList<TicketActivity> Activity { get; init; } = [];

    /// <summary>All of this ticket's, newest first.</summary>
    public IReadOnlyList<EscalationRow> Escalations { get; init; } = [];

    /// <summary>What the events show, by fact name.</summary>
    public required IReadOnlyDictionary<string, KnownFact> Evidence { get; init; }

    /// <summary>Why it wants its agent again; empty when it does not.</summary>
    public IReadOnlyList<WakeReason> Woken { get; init; } = [];

    /// <summary>What may have mended it, likeliest first; the first are what the verdict and the events suggest.</summary>
    public IReadOnlyList<Mending> MendingOptions { get; init; } = [];

    /// <summary>What closing would warn about now.</summary>
    public IReadOnlyList<string> ClosingWarnings { get; init; } = [];

    /// <summary>
    /// True when the text that was just given held what looks like a key: it was masked, and the clinic must replace that key.
    /// False on plain reads.
    /// </summary>
    public bool KeyWasMasked { get; init; }
}
