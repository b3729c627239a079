using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Portal.Api.Organisations;

/// <summary>Everything about one organisation, over its own EHR.</summary>
public sealed record OrganisationAnswer
{
    public required string Id { get; init; }

    /// <summary>Null for a stub.</summary>
    public required string? Name { get; init; }

    public required Ehr? Ehr { get; init; }

    public required NookalRegion? NookalRegion { get; init; }

    public required string? NookalSite { get; init; }

    public required string? ClinikoShard { get; init; }

    public required string? TimeZone { get; init; }

    /// <summary>Region or shard, where that comes from, and what contradicts it.</summary>
    public required Place Place { get; init; }

    public required DateTimeOffset? MigratedAt { get; init; }

    public required string? Wave { get; init; }

    public required Health Health { get; init; }

    /// <summary>A sentence, with absolute times.</summary>
    public required string HealthReason { get; init; }

    public required DateTimeOffset? HealthSince { get; init; }

    public required LastError? LastError { get; init; }

    public required DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>How each operation stands; empty when nothing was heard of the connection.</summary>
    public required IReadOnlyList<OperationAnswer> Operations { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<KeyEntry> KeyHistory { get; init; }

    public required SearchCount SearchesSinceMigration { get; init; }

    /// <summary>Shown beside the state, not instead of it.</summary>
    public required Incident? Incident { get; init; }

    public required int OpenTickets { get; init; }

    /// <summary>Time of the oldest event; nothing is known of before.</summary>
    public required DateTimeOffset? EventsSince { get; init; }

    /// <summary>What the events prove, by fact name.</summary>
    public required IReadOnlyDictionary<string, FactAnswer> Facts { get; init; }

    internal static OrganisationAnswer Of(OrganisationDetail detail, DateTimeOffset now) => new()
    {
        Id = detail.Id,
        Name = detail.Name,
        Ehr = detail.Ehr,
        NookalRegion = detail.NookalRegion,
        NookalSite = detail.NookalSite,
        ClinikoShard = detail.ClinikoShard,
        TimeZone = detail.TimeZone,
        Place = detail.Place,
        MigratedAt = detail.MigratedAt,
        Wave = detail.Wave,
        Health = detail.Health,
        HealthReason = detail.HealthReason,
        HealthSince = detail.HealthSince,
        LastError = detail.LastError,
        LastSuccessAt = detail.LastSuccessAt,
        Operations = [.. detail.Operations.Select(OperationAnswer.Of)],
        KeyHistory = detail.KeyHistory,
        SearchesSinceMigration = detail.SearchesSinceMigration,
        Incident = detail.Incident,
        OpenTickets = detail.OpenTickets,
        EventsSince = detail.FirstEventAt,
        Facts = FactAnswer.Of(CaseFacts.Of(detail, null, now)),
    };
}

/// <summary>One operation of the connection. Failures count those that nothing mended yet; kind is that of the newest of them.</summary>
public sealed record OperationAnswer(
    Operation Operation, OperationStatus State, DateTimeOffset? Since, int Failures, DateTimeOffset? LastSuccessAt, DateTimeOffset? LastFailureAt, ErrorKind? Kind)
{
    internal static OperationAnswer Of(OperationState state) =>
        new(state.Operation, state.State, state.Since, state.Failures, state.LastSuccessAt, state.LastFailureAt, state.Kind);
}
