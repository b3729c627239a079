using System.Data.Common;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Data.Migration;

/// <summary>The conditions of a query over <c>organisation o</c>, each a constant; what was asked for are only ever parameters.</summary>
internal sealed class MigrationFilter
{
    private const string ByWave = " AND o.wave = @wave";
    private const string ByNoWave = " AND (o.wave = @wave OR o.wave IS NULL)";
    private const string WasMoved = " AND o.health_rank <> @notApplicable";
    private const string SinceFrom = " AND o.migrated_at >= @from";
    private const string BeforeEnd = " AND o.migrated_at < @before";

    private MigrationFilter(string conditions, DynamicParameters values) => (Conditions, Values) = (conditions, values);

    /// <summary>To stand behind a first condition; migrated organisations only, also those that the migration asks nothing of.</summary>
    public string Conditions { get; }

    /// <summary>The same for those that were moved: without EHRs that there is nothing to reconnect for.</summary>
    public string Moved => Conditions + WasMoved;

    public DynamicParameters Values { get; }

    /// <summary>The rows of a statement that ends in these conditions or goes on behind them.</summary>
    public async Task<List<T>> QueryAsync<T>(DbConnection connection, string statement, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<T>(new CommandDefinition(statement, Values, cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();

    public static MigrationFilter Of(MigrationQuery query)
    {
        var values = new DynamicParameters();
        values.Add("ehrs", query.Ehrs.Select(Kebab.Name).ToList());
        values.Add("regions", query.Regions);
        values.Add("wave", query.Wave);
        values.Add("notApplicable", Health.NotApplicable.Urgency());
        values.Add("from", UnixTime.Of(query.From));
        values.Add("before", UnixTime.Of(query.Before));
        var byEhr = query.Ehrs.Contains(Ehr.None) ? OrganisationFilter.ByEhrOrUnknown : OrganisationFilter.ByEhr;
        return new MigrationFilter(
            string.Concat(
                OrganisationFilter.HasMigrated,
                query.Ehrs.Count > 0 ? byEhr : "",
                query.Regions.Count == 0 ? "" : query.Regions.Contains(OrganisationQuery.NotKnown) ? FalloutSql.ByRegionOrNone : OrganisationFilter.ByRegion,
                query.Wave is null ? "" : query.Wave == OrganisationQuery.NotKnown ? ByNoWave : ByWave,
                query.From is null ? "" : SinceFrom,
                query.Before is null ? "" : BeforeEnd),
            values);
    }
}
