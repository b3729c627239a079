namespace Motics.Support.Data.Organisations;

/// <summary>Conditions over <c>organisation o</c> about how it came through the migration (contract, "The fallout"). Numbers stand for <c>MigrationState</c>.</summary>
internal static class FalloutSql
{
    /// <summary>
    /// An operation fails, and trouble at its EHR that lasts at <c>@now</c> explains it: confirmed, when it began to fail then or later; suspected, when it also fails in passing
    /// trouble alone.
    /// </summary>
    private const string Covered = """
        o.failing_began_at IS NOT NULL AND EXISTS (SELECT 1 FROM incident i
          WHERE i.status IN ('suspected', 'confirmed') AND i.since_at <= @now AND (i.until_at IS NULL OR i.until_at > @now) AND i.ehr = o.own_ehr
            AND (i.place IS NULL OR i.place = o.place)
            AND (o.transient_began_at >= i.since_at OR (i.status = 'confirmed' AND o.failing_began_at >= i.since_at)))
        """;

    /// <summary>In an outage. Not moved, not applicable and switched off come first.</summary>
    public const string Outage = $"(o.migration_state > 2 AND {Covered})";

    /// <summary>The state, outages found.</summary>
    public const string State = $"CASE WHEN {Outage} THEN 3 ELSE o.migration_state END";

    /// <summary>In one of <c>@states</c>, outages found and not asked for.</summary>
    public const string InStates = $" AND o.migration_state IN @states AND NOT {Outage}";

    /// <summary>In one of <c>@states</c>, none of which an outage can hide.</summary>
    public const string InPlainStates = " AND o.migration_state IN @states";

    /// <summary>In one of <c>@states</c> or in an outage.</summary>
    public const string InStatesOrOutage = $" AND (o.migration_state IN @states OR {Outage})";

    public const string ByWave = " AND o.wave IN @waves";
    public const string ByWaveOrNone = " AND (o.wave IN @waves OR o.wave IS NULL)";
    public const string ByReason = " AND o.reason IN @reasons";
    public const string ByReasonOrNone = " AND (o.reason IN @reasons OR o.reason IS NULL)";
    public const string ByRegionOrNone = " AND (o.place IN @regions OR o.place IS NULL)";
    public const string Copying = " AND o.copied_day_at >= @week";
    public const string NotCopying = " AND (o.copied_day_at IS NULL OR o.copied_day_at < @week)";
    public const string Pushing = " AND o.pushed_day_at >= @week";
    public const string NotPushing = " AND (o.pushed_day_at IS NULL OR o.pushed_day_at < @week)";
    public const string Reconnected = " AND o.reconnected_at IS NOT NULL";
    public const string NotReconnected = " AND o.reconnected_at IS NULL";
    public const string SinceFrom = " AND o.migrated_at >= @from";
    public const string BeforeEnd = " AND o.migrated_at < @before";
    public const string BackOn = " AND o.reconnected_at >= @backFrom AND o.reconnected_at < @backBefore";
    public const string OutOn = " AND o.migrated_at < @outBefore AND (o.reconnected_at IS NULL OR o.reconnected_at >= @outBefore)";

    /// <summary>Back after so many milliseconds: the bounds of one bar of the distribution (<c>ReturnTime</c>).</summary>
    public static string Took(int bar) => $"(o.reconnected_at - o.migrated_at >= @tookFrom{bar} AND o.reconnected_at - o.migrated_at < @tookBefore{bar})";

    /// <summary>Its need counts for nothing: none is kept, or an outage explains what failed.</summary>
    public const string WithoutNeed = $" AND (o.need = 0 OR {Outage})";

    public const string WithNeed = $" AND o.need > 0 AND NOT {Outage}";
}
