using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Events;
using Motics.Support.Data.Events.Rows;

namespace Motics.Support.Data.Tests.Events;

/// <summary>What is stored of the operations of every connection, in the oracle's words.</summary>
internal static class OperationLines
{
    private const string Select = """
        SELECT organisation_id AS Id, ehr AS Ehr, search_success_at AS Searched, push_success_at AS Pushed, verify_success_at AS Verified, operations AS Operations, unmended AS Unmended
        FROM connection ORDER BY organisation_id, ehr
        """;

    public static Task<List<string>> ReadAsync(Database database) => database.ReadAsync(async connection =>
    {
        var rows = await connection.QueryAsync<Row>(Select);
        return (from row in rows
                from state in OperationColumns.Read(row.Searched, row.Pushed, row.Verified, row.Operations, row.Unmended).States()
                select Line(row, state)).ToList();
    }, CancellationToken.None);

    private static string Line(Row row, OperationState state) => Oracle.Line(
        "operation", row.Id, row.Ehr, Kebab.Name(state.Operation), Kebab.Name(state.State), At(state.Since), state.Failures, At(state.LastSuccessAt), At(state.LastFailureAt), Kebab.Name(state.Kind),
        string.Join(' ', state.Unmended.OrderBy(failures => failures.Kind).Select(failures => $"{Kebab.Name(failures.Kind)}:{At(failures.First)}-{At(failures.Last)}x{failures.Count}:{failures.Newest.Message}")));

    private static long? At(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string Ehr { get; init; } = "";
        public long? Searched { get; init; }
        public long? Pushed { get; init; }
        public long? Verified { get; init; }
        public string? Operations { get; init; }
        public string? Unmended { get; init; }
    }
}
