using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Triage;

namespace Motics.Support.Core.Escalations;

/// <summary>
/// Everything an engineer needs to start, frozen at the moment of handing over. Its names are the contract's
/// (<c>packet</c>); all text in it is masked once more when it is made.
/// </summary>
public sealed record EscalationPacket
{
    public required long Ticket { get; init; }

    public required PacketOrganisation Organisation { get; init; }

    /// <summary>Null when not known.</summary>
    public Ehr? Ehr { get; init; }

    /// <summary>Null when not known or not Nookal.</summary>
    public NookalRegion? NookalRegion { get; init; }

    /// <summary>Null only with an override of another verdict than escalate.</summary>
    public EscalationCriterion? Criterion { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>The facts that made the verdict.</summary>
    public required IReadOnlyList<PacketReason> Because { get; init; }

    /// <summary>Every known fact by name; the agent's word first, the events' kept beside it when it differs.</summary>
    public required IReadOnlyDictionary<string, PacketFact> Facts { get; init; }

    /// <summary>Newest first, fingerprints cut to eight characters.</summary>
    public required IReadOnlyList<PacketKey> KeyHistory { get; init; }

    /// <summary>Newest first, at most ten.</summary>
    public required IReadOnlyList<PacketError> LastErrors { get; init; }

    /// <summary>What was tried in the checklist and by whom.</summary>
    public required IReadOnlyList<PacketStep> Steps { get; init; }

    /// <summary>The group of the last error; null when there is none.</summary>
    public PacketErrorGroup? ErrorGroup { get; init; }

    public required IReadOnlyList<PacketScreenshot> Screenshots { get; init; }

    public required string PlaybookVersion { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public required Person SubmittedBy { get; init; }

    /// <summary>Null when the gate was passed.</summary>
    public PacketOverride? Override { get; init; }

    /// <summary>A key was pasted or sent and no new one was saved since; null otherwise.</summary>
    public PacketExposedKey? ExposedKey { get; init; }

    /// <summary>SHA-256 in lower-case hex over the packet's JSON without this field.</summary>
    public string? Checksum { get; init; }
}

/// <summary>Which clinic, and how its connection stood.</summary>
public sealed record PacketOrganisation(
    string Id, string? Name, string? ClinikoShard, string? NookalSite, DateTimeOffset? MigratedAt,
    Health Health, string HealthReason, DateTimeOffset? HealthSince, DateTimeOffset? LastSuccessAt);

/// <summary>One fact that made the verdict; <paramref name="Overruled"/> for what the events show while the agent's word counted.</summary>
public sealed record PacketReason(string Fact, string Value, FactSource From, DateTimeOffset? At, string? Evidence, bool Overruled);

/// <summary>A known fact; <paramref name="Overruled"/> is what the events show when the agent says otherwise.</summary>
public sealed record PacketFact(string Value, FactSource From, DateTimeOffset? At, string? Evidence, string? SaidBy, KnownFact? Overruled);

/// <summary>One saving of a key; the key itself is never known here.</summary>
public sealed record PacketKey(
    DateTimeOffset SavedAt, string Fingerprint, string? Suffix, KeyType? KeyType, NookalRegion? NookalRegion, MoticsRole? ActorRole,
    bool Unchanged, KeyOutcome Outcome, DateTimeOffset? OutcomeAt, ErrorKind? OutcomeKind, DateTimeOffset? FailedLaterAt = null, string? Story = null);

/// <summary>One failure, to be found again by its correlation id.</summary>
public sealed record PacketError(
    DateTimeOffset At, ErrorKind Kind, Operation? Operation, string? Code, int? HttpStatus, string Message, string? CorrelationId);

/// <summary>A step of the checklist that was ticked.</summary>
public sealed record PacketStep(string Id, string Text, DateTimeOffset At, string By);

/// <summary>The group of the last error and how many other organisations share it.</summary>
public sealed record PacketErrorGroup(
    string Id, string Title, ErrorKind Kind, long Events, int OtherOrganisations, DateTimeOffset FirstSeen, DateTimeOffset LastSeen);

/// <summary>A screenshot of the ticket, by reference.</summary>
public sealed record PacketScreenshot(string Id, string FileName, int Width, int Height, DateTimeOffset At);

/// <summary>A key that others have seen: it has to be replaced whatever else is done.</summary>
/// <param name="At">When it was found, the last time.</param>
/// <param name="In">In what, in words: "a note".</param>
public sealed record PacketExposedKey(DateTimeOffset At, string In);

/// <summary>A hand-over that the gate had refused.</summary>
public sealed record PacketOverride(string Reason, string By, IReadOnlyList<string> Missing);
