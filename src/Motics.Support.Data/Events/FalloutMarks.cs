using Motics.Support.Core.Errors;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;

namespace Motics.Support.Data.Events;

/// <summary>How an organisation came through the migration, as far as its events alone say: outages are found while reading. Times are unix milliseconds.</summary>
internal sealed record FalloutMarks
{
    private const long Day = 86_400_000;

    /// <summary>Never <see cref="MigrationState.Outage"/>.</summary>
    public MigrationState State { get; init; } = MigrationState.NotMigrated;

    /// <summary>Of the operations that fail, when the one that began last began to: an outage that is confirmed covers it from its own beginning on.</summary>
    public long? FailingBeganAt { get; init; }

    /// <summary>The same of those that fail in passing trouble alone, for an outage that is only suspected.</summary>
    public long? TransientBeganAt { get; init; }

    /// <summary>Since when it does not work: the migration while nothing worked after it, else since its state began. Null while it works or was not moved.</summary>
    public long? BlockedAt { get; init; }

    /// <summary>Day in UTC of the newest note that was copied out over the own EHR.</summary>
    public long? CopiedDayAt { get; init; }

    /// <summary>Day in UTC of the newest note that was pushed.</summary>
    public long? PushedDayAt { get; init; }

    public static FalloutMarks Of(OrganisationState organisation, HealthFinding finding)
    {
        var (own, migration) = (organisation.Own, organisation.Migration);
        var reconnected = own?.ReconnectedAt;
        var state = MigrationStates.Of(migration is not null, finding.Health, reconnected is not null, Heard(own, migration));
        var failing = (own?.Operations.Unmended ?? []).GroupBy(run => run.Operation).ToList();
        return new FalloutMarks
        {
            State = state,
            FailingBeganAt = Began(failing),
            TransientBeganAt = Began(failing.Where(runs => runs.All(run => run.Kind.IsTransient()))),
            BlockedAt = !state.CanNeed() ? null : reconnected is null ? migration?.At : UnixTime.Of(finding.Since) ?? migration?.At,
            CopiedDayAt = DayOf(own?.LastCopiedAt),
            PushedDayAt = DayOf(own?.Operations[Core.Events.Operation.NotePush].LastSuccess?.At),
        };
    }

    private static bool Heard(ConnectionState? own, EventStamp? migration) =>
        own is not null && (EventStamp.IsAfter(own.LastKey, migration) || EventStamp.IsAfter(own.LastFailure, migration) || own.SearchesSinceMigration.Total > 0);

    private static long? Began(IEnumerable<IGrouping<Core.Events.Operation, UnmendedRun>> failing) => failing.Max(runs => (long?)runs.Min(run => run.First.At));

    private static long? DayOf(long? at) => at - (at % Day);
}
