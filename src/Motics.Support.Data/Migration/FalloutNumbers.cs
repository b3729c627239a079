using System.Data.Common;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Data.Migration;

/// <summary>
/// The numbers of the fallout, each over the organisations that its query of <see cref="MigrationNumbers"/> lists. All read indexes over organisations, none an event.
/// </summary>
internal sealed class FalloutNumbers(Database database, DbConnection connection, MigrationQuery asked, DateTimeOffset now, CancellationToken cancellationToken)
{
    private const string SelectGroups = $"""
        SELECT g.Ehr, g.Place, g.Wave, g.State, g.HealthRank, COUNT(*) AS Organisations, COUNT(g.ReconnectedAt) AS Reconnected, MIN(g.MigratedAt) AS FirstMovedAt
        FROM (SELECT o.own_ehr AS Ehr, o.place AS Place, o.wave AS Wave, {FalloutSql.State} AS State, o.health_rank AS HealthRank, o.reconnected_at AS ReconnectedAt, o.migrated_at AS MigratedAt
          FROM organisation o WHERE 1 = 1
        """;

    private const string ByGroup = ") g GROUP BY g.Ehr, g.Place, g.Wave, g.State, g.HealthRank";

    private const string SelectReasons = $"""
        SELECT g.Reason, COUNT(*) AS Organisations, SUM(g.Alone) AS WithoutTicket
        FROM (SELECT o.reason AS Reason, CASE WHEN EXISTS (SELECT 1 FROM ticket t WHERE t.organisation_id = o.id AND t.status IN {OrganisationFilter.OpenTicketStatuses}) THEN 0 ELSE 1 END AS Alone
          FROM organisation o WHERE 1 = 1
        """;

    private const string ByReason = ") g GROUP BY g.Reason";

    private const string SelectMoved = """
        SELECT o.wave AS Wave, o.migrated_at - o.migrated_at % 86400000 AS MovedAt, o.reconnected_at - o.reconnected_at % 86400000 AS BackAt, COUNT(*) AS Organisations
        FROM organisation o WHERE 1 = 1
        """;

    private const string ByDays = " GROUP BY o.wave, o.migrated_at - o.migrated_at % 86400000, o.reconnected_at - o.reconnected_at % 86400000";

    // Every bar ends at a full hour.
    private const string SelectHours = "SELECT (o.reconnected_at - o.migrated_at) / 3600000 AS Hours, COUNT(*) AS Organisations FROM organisation o WHERE o.reconnected_at IS NOT NULL";
    private const string ByHours = " GROUP BY (o.reconnected_at - o.migrated_at) / 3600000";

    // The one in the middle, or both of them, and the one that nine in ten are not behind.
    private const string SelectRanks = """
        SELECT m.waited AS Waited, m.rank AS Rank, m.total AS Total FROM (
          SELECT o.reconnected_at - o.migrated_at AS waited, COUNT(*) OVER () AS total, ROW_NUMBER() OVER (ORDER BY o.reconnected_at - o.migrated_at, o.id) AS rank
          FROM organisation o WHERE o.reconnected_at IS NOT NULL
        """;

    private const string AtRanks = ") m WHERE m.rank = (m.total + 1) / 2 OR m.rank = (m.total + 2) / 2 OR m.rank = (m.total * 9 + 9) / 10";
    private const string Count = "SELECT COUNT(*) FROM organisation o WHERE 1 = 1";

    /// <summary>Those that match, not migrated ones included, by all that numbers are broken down by.</summary>
    public Task<List<FalloutGroupRow>> GroupsAsync() => QueryAsync<FalloutGroupRow>(MigrationNumbers.All(asked), SelectGroups, ByGroup);

    /// <summary>What holds up those that do not work.</summary>
    public async Task<IReadOnlyList<ReasonCount>> ReasonsAsync() =>
    [
        .. (await QueryAsync<ReasonRow>(MigrationNumbers.DoNotWork(asked), SelectReasons, ByReason).ConfigureAwait(false))
            .Select(row => new ReasonCount(row.Reason, row.Organisations, row.WithoutTicket))
            .OrderByDescending(reason => reason.Organisations).ThenBy(reason => reason.Reason, StringComparer.Ordinal),
    ];

    /// <summary>Who was moved and came back on which days.</summary>
    public async Task<IReadOnlyList<MovedGroup>> MovedAsync() =>
    [
        .. (await QueryAsync<MovedRow>(MigrationNumbers.Moved(asked), SelectMoved, ByDays).ConfigureAwait(false))
            .Select(row => new MovedGroup(Known(row.Wave), Day(row.MovedAt)!.Value, Day(row.BackAt), row.Organisations)),
    ];

    /// <summary>How long those that are back took.</summary>
    public async Task<TimeToReconnect> TimesAsync(int notBack)
    {
        var hours = await QueryAsync<HoursRow>(MigrationNumbers.Moved(asked), SelectHours, ByHours).ConfigureAwait(false);
        var ranks = await QueryAsync<RankRow>(MigrationNumbers.Moved(asked), SelectRanks, AtRanks).ConfigureAwait(false);
        var bars = hours.ToLookup(row => Enum.GetValues<ReturnTime>().Last(took => took.Start().TotalHours <= row.Hours), row => row.Organisations);
        return new TimeToReconnect(
            Seconds([.. ranks.Where(row => row.Rank == (row.Total + 1) / 2 || row.Rank == (row.Total + 2) / 2)]), Seconds([.. ranks.Where(row => row.Rank == ((row.Total * 9) + 9) / 10)]),
            [.. Enum.GetValues<ReturnTime>().Select(took => new ReturnCount(took, bars[took].Sum()))], notBack);
    }

    /// <summary>Those who copy notes out, push none, and have told nobody.</summary>
    public async Task<int> SilentSufferersAsync() => (await QueryAsync<int>(MigrationNumbers.SilentSufferers(asked), Count, "").ConfigureAwait(false)).FirstOrDefault();

    /// <summary>A wave that is called as what is not known is none.</summary>
    internal static string? Known(string? wave) => wave == OrganisationQuery.NotKnown ? null : wave;

    private async Task<List<T>> QueryAsync<T>(OrganisationQuery number, string select, string end)
    {
        var filter = await OrganisationFilter.OfAsync(number, database, connection, now, cancellationToken).ConfigureAwait(false);
        return (await connection.QueryAsync<T>(new CommandDefinition(select + filter.Conditions + end, filter.Values, cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();
    }

    private static double? Seconds(List<RankRow> rows) => rows.Count == 0 ? null : TimeSpan.FromMilliseconds(rows.Average(row => row.Waited)).TotalSeconds;

    private static DateOnly? Day(long? at) => at is { } known ? DateOnly.FromDateTime(UnixTime.Time(known).UtcDateTime) : null;

    private sealed class ReasonRow
    {
        public string? Reason { get; init; }
        public int Organisations { get; init; }
        public int WithoutTicket { get; init; }
    }

    private sealed class MovedRow
    {
        public string? Wave { get; init; }
        public long MovedAt { get; init; }
        public long? BackAt { get; init; }
        public int Organisations { get; init; }
    }

    private sealed class HoursRow
    {
        public long Hours { get; init; }
        public int Organisations { get; init; }
    }

    private sealed class RankRow
    {
        public long Waited { get; init; }
        public long Rank { get; init; }
        public long Total { get; init; }
    }
}
