using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Simulator.Events;

/// <summary>The <c>data</c> of an event, in the contract's own field names; what is null is not sent.</summary>
public sealed record EventData
{
    public string? Name { get; init; }

    public Ehr? Ehr { get; init; }

    public NookalRegion? NookalRegion { get; init; }

    public string? NookalSite { get; init; }

    public string? ClinikoShard { get; init; }

    public string? TimeZone { get; init; }

    public string? Wave { get; init; }

    public string? KeyFingerprint { get; init; }

    public string? KeySuffix { get; init; }

    public KeyType? KeyType { get; init; }

    public MoticsRole? ActorRole { get; init; }

    public Operation? Operation { get; init; }

    public int? ResultCount { get; init; }

    public string? LocationId { get; init; }

    public ErrorData? Error { get; init; }
}

/// <summary>The <c>error</c> of a failure.</summary>
public sealed record ErrorData
{
    public string? Code { get; init; }

    public required string Message { get; init; }

    public int? HttpStatus { get; init; }

    public string? CorrelationId { get; init; }

    public NookalRegion? NookalRegion { get; init; }

    public string? ClinikoShard { get; init; }
}
