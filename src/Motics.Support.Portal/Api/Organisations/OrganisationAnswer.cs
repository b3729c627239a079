using System.Diagnostics.CodeAnalysis;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Portal.Api.Organisations;

/// <summary>Everything about one organisation, over its own EHR; what is left out stands in <c>Untold</c>.</summary>
public sealed record OrganisationAnswer : OrganisationDetail
{
    [SetsRequiredMembers]
    internal OrganisationAnswer(OrganisationDetail detail, DateTimeOffset now)
        : base(detail) => (Operations, EventsSince, Facts) =
            ([.. detail.Operations.Select(OperationAnswer.Of)], detail.FirstEventAt, FactAnswer.Of(CaseFacts.Of(detail, null, now)));

    /// <inheritdoc cref="OrganisationDetail.Operations"/>
    public new IReadOnlyList<OperationAnswer> Operations { get; init; }

    /// <summary>Time of the oldest event; nothing is known of before.</summary>
    public DateTimeOffset? EventsSince { get; init; }

    /// <summary>What the events prove, by fact name.</summary>
    public IReadOnlyDictionary<string, FactAnswer> Facts { get; init; }
}

/// <summary>One operation of the connection. Failures count those that nothing mended yet; kind is that of the newest of them.</summary>
public sealed record OperationAnswer(
    Operation Operation, OperationStatus State, DateTimeOffset? Since, int Failures, DateTimeOffset? LastSuccessAt, DateTimeOffset? LastFailureAt, ErrorKind? Kind)
{
    internal static OperationAnswer Of(OperationState state) =>
        new(state.Operation, state.State, state.Since, state.Failures, state.LastSuccessAt, state.LastFailureAt, state.Kind);
}
