using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Migration;

/// <summary>
/// Which organisations each number of the summary counts: one query for the count, the list that it opens and the CSV. Each begins with what the summary was
/// asked for.
/// </summary>
public static class MigrationNumbers
{
    /// <summary>All that match, not migrated ones included.</summary>
    public static OrganisationQuery All(MigrationQuery asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return new OrganisationQuery
        {
            Ehrs = asked.Ehrs,
            Regions = asked.Regions,
            Waves = asked.Wave is null ? [] : [asked.Wave],
            From = asked.From,
            Before = asked.Before,
        };
    }

    /// <summary>Moved: <see cref="MigrationSummary.Organisations"/>.</summary>
    public static OrganisationQuery Moved(MigrationQuery asked) => All(asked) with { MigrationStates = Migration.MigrationStates.Moved };

    /// <summary>In this state.</summary>
    public static OrganisationQuery In(MigrationQuery asked, params MigrationState[] states) => All(asked) with { MigrationStates = states };

    /// <summary>Moved and not connected now: <see cref="MigrationSummary.StragglerCount"/>.</summary>
    public static OrganisationQuery DoNotWork(MigrationQuery asked) =>
        All(asked) with { MigrationStates = Migration.MigrationStates.DoNotWork, Sort = OrganisationSort.Need, Descending = true };

    /// <summary>Moved and in this state of the connection: <see cref="MigrationSummary.States"/>.</summary>
    public static OrganisationQuery InHealth(MigrationQuery asked, Health health) => All(asked) with { Migrated = true, Healths = [health] };

    /// <summary>Of a wave, narrowed to it.</summary>
    public static OrganisationQuery OfWave(OrganisationQuery number, string? wave) => number with { Waves = [wave ?? OrganisationQuery.NotKnown] };

    /// <summary>Of an EHR at a place, narrowed to both.</summary>
    public static OrganisationQuery AtPlace(OrganisationQuery number, Ehr? ehr, string? place) =>
        number with { Ehrs = [ehr ?? Ehr.None], Regions = [place ?? OrganisationQuery.NotKnown] };

    /// <summary>Those that do not work for a reason: <see cref="MigrationSummary.Reasons"/>.</summary>
    public static OrganisationQuery For(MigrationQuery asked, string? reason) => DoNotWork(asked) with { Reasons = [reason ?? OrganisationQuery.NotKnown] };

    /// <summary>Of these, those without an open ticket.</summary>
    public static OrganisationQuery WithoutTicket(OrganisationQuery number) => number with { HasTicket = false };

    /// <summary>With a success since the move, or without one.</summary>
    public static OrganisationQuery Back(MigrationQuery asked, bool isBack) => Moved(asked) with { Reconnected = isBack };

    /// <summary>Back after so long: a bar of <see cref="TimeToReconnect.Histogram"/>.</summary>
    public static OrganisationQuery Took(MigrationQuery asked, ReturnTime took) => Moved(asked) with { Took = [took] };

    /// <summary>Moved on a day: <see cref="MigrationDay.Migrated"/>. Null where the summary leaves that day out.</summary>
    public static OrganisationQuery? MovedOn(MigrationQuery asked, DateOnly day)
    {
        var (start, end) = (new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero));
        var number = Moved(asked) with { From = asked.From > start ? asked.From : start, Before = asked.Before < end ? asked.Before : end };
        return number.From < number.Before ? number : null;
    }

    /// <summary>First success on a day: <see cref="MigrationDay.Reconnected"/>.</summary>
    public static OrganisationQuery BackOn(MigrationQuery asked, DateOnly day) => Moved(asked) with { BackOn = day };

    /// <summary>Not back at the end of a day: <see cref="MigrationDay.Waiting"/>.</summary>
    public static OrganisationQuery OutOn(MigrationQuery asked, DateOnly day) => Moved(asked) with { OutOn = day };

    /// <summary><see cref="MigrationSummary.SilentSufferers"/>.</summary>
    public static OrganisationQuery SilentSufferers(MigrationQuery asked) => All(asked) with
    {
        MigrationStates = [.. Migration.MigrationStates.Moved.Where(state => state != MigrationState.Outage)],
        Copying = true,
        Pushing = false,
        HasTicket = false,
        Sort = OrganisationSort.Need,
        Descending = true,
    };

    /// <summary><see cref="MigrationSummary.Relapsed"/>.</summary>
    public static OrganisationQuery Relapsed(MigrationQuery asked) => In(asked, MigrationState.Relapsed);
}
