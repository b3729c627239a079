using System.Data.Common;
using Dapper;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Home;

namespace Motics.Support.Data.Errors;

/// <summary>Reads the errors that an engineer looks at first.</summary>
internal static class HomeErrors
{
    private const string Select = $"""
        SELECT {ErrorGroupRow.Columns},
          (SELECT COUNT(*) FROM escalation e WHERE e.error_group_id = g.id AND e.status <> 'resolved') AS OpenEscalations
        FROM error_group g WHERE
        """ + " ";

    private const string MostClinicsFirst = " ORDER BY g.organisations DESC, g.last_seen_at DESC, g.id ";
    private const string Regressed = Select + "g.status = 'regressed'" + MostClinicsFirst;
    private const string New = Select + "g.status = 'open' AND g.first_seen_at > @newSince" + MostClinicsFirst;
    private const string Shared = Select + "g.status IN ('open', 'acknowledged', 'regressed')" + MostClinicsFirst;

    public static async Task<IReadOnlyList<HomeError>> ReadAsync(DbConnection connection, Dialect dialect, int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new { take = limit, newSince = UnixTime.Of(now - HomeError.NewFor) };
        List<HomeError> found = [];
        foreach (var (statement, why) in new[] { (Regressed, HomeErrorWhy.Regressed), (New, HomeErrorWhy.New), (Shared, HomeErrorWhy.Shared) })
        {
            var rows = await connection.QueryAsync<HomeErrorRow>(new CommandDefinition(statement + dialect.Take, values, cancellationToken: cancellationToken)).ConfigureAwait(false);
            found.AddRange(rows.Select(row => new HomeError(row.ToGroup(), why, row.OpenEscalations)));
        }

        return [.. found.DistinctBy(error => error.Group.Id)];
    }

    private sealed class HomeErrorRow : ErrorGroupRow
    {
        public int OpenEscalations { get; init; }
    }
}
