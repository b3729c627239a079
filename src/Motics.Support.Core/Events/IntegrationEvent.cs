using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Events;

/// <summary>
/// An event of Motics OS as it is kept: validated, masked, classified. Null means that the event did not say.
/// Made by the event reader only, so whatever holds one may trust its texts to hold no secret.
/// </summary>
public sealed record IntegrationEvent
{
    /// <summary>CloudEvents source; with <see cref="Id"/> it identifies the event.</summary>
    public required string Source { get; init; }

    public required string Id { get; init; }

    public required EventType Type { get; init; }

    /// <summary>When it happened, UTC, cut to the millisecond.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>CloudEvents subject.</summary>
    public required string OrganisationId { get; init; }

    /// <summary>The EHR that the event speaks of; null where the type allows it and the sender left it out.</summary>
    public Ehr? Ehr { get; init; }

    public string? OrganisationName { get; init; }

    public NookalRegion? NookalRegion { get; init; }

    /// <summary>Host the clinic signs in at, lower case, without scheme and path.</summary>
    public string? NookalSite { get; init; }

    /// <summary>Cliniko shard such as <c>uk1</c>, lower case, no hyphen.</summary>
    public string? ClinikoShard { get; init; }

    public string? TimeZone { get; init; }

    public string? Wave { get; init; }

    /// <summary>Keyed hash of the saved key, made by Motics OS; the key itself never comes here.</summary>
    public string? KeyFingerprint { get; init; }

    public int? KeyLength { get; init; }

    /// <summary>What follows the key's last hyphen; empty when the key has none, null when not told.</summary>
    public string? KeySuffix { get; init; }

    public KeyType? KeyType { get; init; }

    public MoticsRole? ActorRole { get; init; }

    public Operation? Operation { get; init; }

    /// <summary>How many patients a search found.</summary>
    public int? ResultCount { get; init; }

    public string? LocationId { get; init; }

    /// <summary>The failure; present exactly for the failing types.</summary>
    public IntegrationError? Error { get; init; }

    /// <summary>A success or a failure; false for searches that found nobody and for everything that is no attempt.</summary>
    public bool IsOutcome => IsSuccess || IsFailure;

    /// <summary>A search that found somebody, a pushed note, a verification.</summary>
    public bool IsSuccess => Type is EventType.Verified or EventType.NotePushSucceeded || (Type is EventType.PatientSearchCompleted && ResultCount > 0);

    public bool IsFailure => Error is not null;
}

/// <summary>A failure as it is kept. <see cref="Message"/> is masked.</summary>
public sealed record IntegrationError
{
    public string? Code { get; init; }

    public required string Message { get; init; }

    public int? HttpStatus { get; init; }

    public string? CorrelationId { get; init; }

    public NookalRegion? NookalRegion { get; init; }

    public string? ClinikoShard { get; init; }

    public required ErrorKind Kind { get; init; }

    /// <summary>The message with what varies taken out; equal messages make one error group.</summary>
    public required string NormalisedMessage { get; init; }
}
