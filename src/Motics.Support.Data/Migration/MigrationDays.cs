using System.Data.Common;
using Motics.Support.Core.Migration;

namespace Motics.Support.Data.Migration;

/// <summary>The days of a summary: from the query's first day to its last or today, the newest 30 of them while there is no first, and never more than 366.</summary>
internal sealed class MigrationDays
{
    private const long Day = 86_400_000;
    private const int DaysUnlessTold = 30;
    private const int MostDays = 366;

    private const string Migrated = "SELECT o.migrated_at - o.migrated_at % 86400000 AS DayAt, COUNT(*) AS Count FROM organisation o WHERE 1 = 1";
    private const string ByMigration = " GROUP BY o.migrated_at - o.migrated_at % 86400000";
    private const string Reconnected = "SELECT o.reconnected_at - o.reconnected_at % 86400000 AS DayAt, COUNT(*) AS Count FROM organisation o WHERE o.reconnected_at IS NOT NULL";
    private const string ByReconnection = " GROUP BY o.reconnected_at - o.reconnected_at % 86400000";

    // ehr = '' holds attempts that named no EHR: they count for the own one.
    private const string Activity = """
        SELECT d.day_at AS DayAt, SUM(d.successes) AS Successes, SUM(d.failures) AS Failures, SUM(d.key_failures) AS KeyFailures, SUM(d.keys_saved) AS KeysSaved,
          SUM(d.searches) AS Searches, SUM(d.searches_empty) AS SearchesEmpty, SUM(d.copies) AS Copies
        FROM daily_count d JOIN organisation o ON o.id = d.organisation_id AND (d.ehr = o.own_ehr OR d.ehr = '')
        WHERE d.day_at >= @firstDay AND d.day_at <= @lastDay AND o.migrated_at < d.day_at + 86400000
        """;

    private const string ByDay = " GROUP BY d.day_at";

    private readonly long first;
    private readonly long last;

    public MigrationDays(MigrationQuery query, DateTimeOffset now)
    {
        var end = query.Before is { } before && before <= now ? before.AddMilliseconds(-1) : now;
        last = DayOf(UnixTime.Of(end));
        // There is no day before the calendar's first.
        var most = Math.Max(last - (((query.From is null ? DaysUnlessTold : MostDays) - 1) * Day), UnixTime.Of(DateTimeOffset.MinValue));
        first = query.From is { } from ? Math.Max(DayOf(UnixTime.Of(from)), most) : most;
    }

    public async Task<IReadOnlyList<MigrationDay>> ReadAsync(DbConnection connection, MigrationFilter filter, CancellationToken cancellationToken)
    {
        filter.Values.Add("firstDay", first);
        filter.Values.Add("lastDay", last);
        var migrated = await filter.QueryAsync<CountRow>(connection, Migrated + filter.Moved + ByMigration, cancellationToken).ConfigureAwait(false);
        var reconnected = await filter.QueryAsync<CountRow>(connection, Reconnected + filter.Moved + ByReconnection, cancellationToken).ConfigureAwait(false);
        var activity = await filter.QueryAsync<ActivityRow>(connection, Activity + filter.Moved + ByDay, cancellationToken).ConfigureAwait(false);
        return [.. Days(migrated.ToDictionary(row => row.DayAt, row => row.Count), reconnected.ToDictionary(row => row.DayAt, row => row.Count), activity.ToDictionary(row => row.DayAt))];
    }

    private static long DayOf(long at) => at - (((at % Day) + Day) % Day);

    private IEnumerable<MigrationDay> Days(Dictionary<long, int> migrated, Dictionary<long, int> reconnected, Dictionary<long, ActivityRow> activity)
    {
        var waiting = Before(first, migrated) - Before(first, reconnected);
        for (var day = first; day <= last; day += Day)
        {
            var (came, back) = (migrated.GetValueOrDefault(day), reconnected.GetValueOrDefault(day));
            waiting += came - back;
            var did = activity.GetValueOrDefault(day) ?? new ActivityRow();
            yield return new MigrationDay(
                DateOnly.FromDateTime(UnixTime.Time(day).UtcDateTime), came, back, waiting,
                did.Successes, did.Failures, did.KeyFailures, did.KeysSaved, did.Searches, did.SearchesEmpty, did.Copies);
        }
    }

    private static int Before(long first, Dictionary<long, int> counts) => counts.Where(count => count.Key < first).Sum(count => count.Value);

    private sealed class CountRow
    {
        public long DayAt { get; init; }
        public int Count { get; init; }
    }

    private sealed class ActivityRow
    {
        public long DayAt { get; init; }
        public long Successes { get; init; }
        public long Failures { get; init; }
        public long KeyFailures { get; init; }
        public long KeysSaved { get; init; }
        public long Searches { get; init; }
        public long SearchesEmpty { get; init; }
        public long Copies { get; init; }
    }
}
