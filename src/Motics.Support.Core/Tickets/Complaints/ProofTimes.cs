using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Tickets.Complaints;

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

    /// <summary>As the organisation's page knows them.</summary>
    public static ProofTimes Of(OrganisationDetail organisation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return new()
        {
            SearchedAt = SuccessOf(organisation, Operation.PatientSearch),
            PushedAt = SuccessOf(organisation, Operation.NotePush),
            VerifiedAt = SuccessOf(organisation, Operation.Verify),
            FailedAt = organisation.Operations.SelectMany(operation => operation.Unmended).Where(failures => !failures.Kind.IsTransient()).Max(failures => (DateTimeOffset?)failures.Last),
            KeySavedAt = organisation.KeyHistory.Count > 0 ? organisation.KeyHistory[0].SavedAt : null,
            MigratedAt = organisation.MigratedAt <= now ? organisation.MigratedAt : null,
        };
    }

    private static DateTimeOffset? SuccessOf(OrganisationDetail organisation, Operation operation) =>
        organisation.Operations.FirstOrDefault(state => state.Operation == operation)?.LastSuccessAt;
}
