using System.Data.Common;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Events;

namespace Motics.Support.Data.Organisations;

/// <summary>The conditions of a query over <c>organisation o</c>, each a constant; what was asked for are only ever parameters.</summary>
internal sealed class OrganisationFilter
{
    public const string OpenTicketStatuses = "('new', 'open', 'waiting-on-clinic', 'escalated', 'resolved')";

    // Where more than this many may match, walking the list in its order and comparing finds a page sooner than sorting them all.
    private const int FewEnoughToSort = 2000;

    internal const string ByEhr = " AND o.own_ehr IN @ehrs";
    internal const string ByEhrOrUnknown = " AND (o.own_ehr IN @ehrs OR o.own_ehr IS NULL)";
    private const string ByHealth = " AND o.health_rank IN @ranks";
    internal const string HasMigrated = " AND o.migrated_at IS NOT NULL";
    private const string HasNotMigrated = " AND o.migrated_at IS NULL";

    internal const string ByRegion = " AND o.place IN @regions";

    private const string HasOpenTicket = $" EXISTS (SELECT 1 FROM ticket t WHERE t.organisation_id = o.id AND t.status IN {OpenTicketStatuses})";

    internal const string HasNoTicket = $" AND NOT{HasOpenTicket}";

    /// <summary>An incident that lasts at <c>@now</c> covers the organisation.</summary>
    internal const string Covered = """
        EXISTS (SELECT 1 FROM incident i
          WHERE i.status <> 'over' AND i.since_at <= @now AND (i.until_at IS NULL OR i.until_at > @now) AND i.ehr = o.own_ehr
            AND (i.place IS NULL OR i.place = o.place))
        """;

    private readonly List<string> conditions = [];

    private OrganisationFilter()
    {
    }

    public DynamicParameters Values { get; } = new();

    /// <summary>To stand behind a first condition.</summary>
    public string Conditions => string.Concat(conditions);

    /// <summary>All conditions of a query.</summary>
    public static async Task<OrganisationFilter> OfAsync(OrganisationQuery query, Database database, DbConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var filter = new OrganisationFilter();
        filter.Values.Add("now", UnixTime.Of(now));
        filter.Add(query.Ehrs.Count > 0, query.Ehrs.Contains(Ehr.None) ? ByEhrOrUnknown : ByEhr, "ehrs", query.Ehrs.Select(Kebab.Name).ToList());
        filter.Add(query.Healths.Count > 0, ByHealth, "ranks", query.Healths.Select(health => health.Urgency()).ToList());
        filter.Add(query.Regions.Count > 0, query.Regions.Contains(OrganisationQuery.NotKnown) ? FalloutSql.ByRegionOrNone : ByRegion, "regions", query.Regions);
        filter.Add(query.Migrated is not null, query.Migrated == true ? HasMigrated : HasNotMigrated);
        filter.Add(query.Incident is not null, query.Incident == true ? $" AND {Covered}" : $" AND NOT {Covered}");
        filter.AddTicket(query.HasTicket);
        filter.AddFallout(query, now);
        await filter.SearchAsync(query.Search, database, connection, cancellationToken).ConfigureAwait(false);
        return filter;
    }

    /// <summary>Nothing is left out.</summary>
    public static OrganisationFilter None { get; } = new();

    /// <summary>What has no choices of its own to count, search by comparing: for counting, which looks at every row anyway and tells the other filters apart itself.</summary>
    public static OrganisationFilter OfRest(OrganisationQuery query, Dialect dialect, DateTimeOffset now)
    {
        var filter = new OrganisationFilter();
        filter.Values.Add("now", UnixTime.Of(now));
        filter.AddTicket(query.HasTicket);
        filter.AddFallout(query, now);
        filter.AddText(dialect, TextFolding.Fold(query.Search));
        return filter;
    }

    private async Task SearchAsync(string? search, Database database, DbConnection connection, CancellationToken cancellationToken)
    {
        var folded = TextFolding.Fold(search);
        AddText(database.Dialect, folded);
        if (folded.Length == 0)
        {
            return;
        }

        var statements = database.Dialect.Search;
        var grams = OrganisationGrams.Asked(folded);
        var found = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            statements.CountUpTo, new { grams, bound = FewEnoughToSort + 1 }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        Add(found <= FewEnoughToSort, $" AND {statements.Matching}", "grams", grams);
    }

    private void AddFallout(OrganisationQuery query, DateTimeOffset now)
    {
        AddStates(query.MigrationStates);
        Add(query.Waves.Count > 0, query.Waves.Contains(OrganisationQuery.NotKnown) ? FalloutSql.ByWaveOrNone : FalloutSql.ByWave, "waves", query.Waves);
        Add(query.Reasons.Count > 0, query.Reasons.Contains(OrganisationQuery.NotKnown) ? FalloutSql.ByReasonOrNone : FalloutSql.ByReason, "reasons", query.Reasons);
        Values.Add("week", NeedRows.From(now));
        Add(query.Copying is not null, query.Copying == true ? FalloutSql.Copying : FalloutSql.NotCopying);
        Add(query.Pushing is not null, query.Pushing == true ? FalloutSql.Pushing : FalloutSql.NotPushing);
        Add(query.Reconnected is not null, query.Reconnected == true ? FalloutSql.Reconnected : FalloutSql.NotReconnected);
        Add(query.Took.Count > 0, $" AND ({string.Join(" OR ", query.Took.Select(took => FalloutSql.Took((int)took)))})");
        foreach (var took in query.Took)
        {
            Values.Add($"tookFrom{(int)took}", (long)took.Start().TotalMilliseconds);
            Values.Add($"tookBefore{(int)took}", (long?)took.End()?.TotalMilliseconds ?? long.MaxValue);
        }

        Add(query.From is not null, FalloutSql.SinceFrom, "from", UnixTime.Of(query.From));
        Add(query.Before is not null, FalloutSql.BeforeEnd, "before", UnixTime.Of(query.Before));
        Add(query.BackOn is not null, FalloutSql.BackOn, "backFrom", UnixTime.StartOf(query.BackOn));
        Values.Add("backBefore", UnixTime.StartOf(query.BackOn?.AddDays(1)));
        Add(query.OutOn is not null, FalloutSql.OutOn, "outBefore", UnixTime.StartOf(query.OutOn?.AddDays(1)));
    }

    private void AddStates(IReadOnlyList<MigrationState> states)
    {
        var hidden = states.Any(state => state > MigrationState.Outage && state != MigrationState.Connected);
        Add(
            states.Count > 0,
            states.Contains(MigrationState.Outage) ? FalloutSql.InStatesOrOutage : hidden ? FalloutSql.InStates : FalloutSql.InPlainStates,
            "states",
            states.Where(state => state != MigrationState.Outage).Select(state => (int)state).DefaultIfEmpty(-1).ToList());
    }

    private void AddTicket(bool? has) => Add(has is not null, has == true ? $" AND{HasOpenTicket}" : HasNoTicket);

    private void AddText(Dialect dialect, string folded) => Add(folded.Length > 0, $" AND {dialect.Contains("o.search_folded")}", "part", folded);

    private void Add(bool wanted, string condition, string? name = null, object? value = null)
    {
        if (!wanted)
        {
            return;
        }

        conditions.Add(condition);
        if (name is not null)
        {
            Values.Add(name, value);
        }
    }
}
