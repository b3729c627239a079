using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Triage.Complaints;

/// <summary>What the connection to an organisation's own EHR has shown last: what a complaint is measured by. Lists read the same off the connection's row.</summary>
public sealed record ProofTimes
{
    /// <summary>Newest search that found somebody.</summary>
    public DateTimeOffset? SearchedAt { get; init; }

    /// <summary>Newest note that was pushed.</summary>
    public DateTimeOffset? PushedAt { get; init; }

    /// <summary>Newest verification.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>Newest failure that nothing mended and that decides something (no timeout, rate limit, unavailability or server error).</summary>
    public DateTimeOffset? FailedAt { get; init; }

    public DateTimeOffset? KeySavedAt { get; init; }

    /// <summary>Null while it lies ahead.</summary>
    public DateTimeOffset? MigratedAt { get; init; }

    /// <summary>Since when trying again counts: the newest key, without one the migration. At one time they come before what was tried.</summary>
    public DateTimeOffset CountsFrom => KeySavedAt ?? MigratedAt ?? DateTimeOffset.MinValue;

    /// <summary>Something has failed since then, and nothing mended it: then nothing is answered, whatever else has worked.</summary>
    public bool Fails => FailedAt >= CountsFrom;

    /// <summary>The newest success of each operation since then.</summary>
    public IEnumerable<ProvenBy> Worked => new[] { One(Operation.NotePush, PushedAt), One(Operation.PatientSearch, SearchedAt), One(Operation.Verify, VerifiedAt) }
        .OfType<ProvenBy>().Where(success => success.At >= CountsFrom);

    /// <summary>The newest success that proves one part of a complaint; null while there is none.</summary>
    /// <param name="proof">What must have come.</param>
    /// <param name="saidAt">When it was complained: what came at that time or before proves nothing.</param>
    public ProvenBy? Proof(ComplaintProof proof, DateTimeOffset saidAt) =>
        proof.HasFlag(ComplaintProof.WithNewKey) && !(KeySavedAt > saidAt) ? null
        : Worked.Where(success => success.At > saidAt && proof.HasFlag(Of(success.Operation))).MaxBy(success => success.At);

    /// <summary>A success for every part of a complaint; null while one is missing, or something that decides fails. Without any part to wait for nothing is proven.</summary>
    public IReadOnlyList<ProvenBy>? Prove(IEnumerable<ComplaintProof> proofs, DateTimeOffset saidAt)
    {
        var proven = proofs.Select(proof => Proof(proof, saidAt)).ToList();
        return Fails || proven.Count == 0 || proven.Contains(null) ? null : [.. proven.OfType<ProvenBy>()];
    }

    /// <summary>As the organisation's page knows them.</summary>
    public static ProofTimes Of(OrganisationDetail organisation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return new()
        {
            SearchedAt = SuccessOf(organisation, Operation.PatientSearch),
            PushedAt = SuccessOf(organisation, Operation.NotePush),
            VerifiedAt = SuccessOf(organisation, Operation.Verify),
            FailedAt = organisation.Operations.Deciding()?.Failures.Last,
            KeySavedAt = organisation.KeyHistory.Count > 0 ? organisation.KeyHistory[0].SavedAt : null,
            MigratedAt = organisation.MigratedAt <= now ? organisation.MigratedAt : null,
        };
    }

    private static ProvenBy? One(Operation operation, DateTimeOffset? success) => success is { } at ? new(operation, at) : null;

    private static ComplaintProof Of(Operation operation) => operation switch
    {
        Operation.PatientSearch => ComplaintProof.PatientSearch,
        Operation.NotePush => ComplaintProof.NotePush,
        _ => ComplaintProof.Verify,
    };

    private static DateTimeOffset? SuccessOf(OrganisationDetail organisation, Operation operation) =>
        organisation.Operations.FirstOrDefault(state => state.Operation == operation)?.LastSuccessAt;
}

/// <summary>The event that proves a complaint answered.</summary>
/// <param name="Operation">Whose success it is.</param>
/// <param name="At">When.</param>
public sealed record ProvenBy(Operation Operation, DateTimeOffset At);
