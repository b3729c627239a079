using System.Data.Common;
using Dapper;
using Motics.Support.Data.Schema;

namespace Motics.Support.Data.Tests.Schema;

/// <summary>A database as the edition before 0008 left it, made of one that this program folded: its tables and columns, and nothing that is told by operation.</summary>
internal static class OldDatabase
{
    private const string FirstNew = "0008";

    private static readonly string[] Tables =
        ["organisation", "connection", "key_entry", "event_identity", "event", "error_group", "error_group_organisation", "daily_count", "organisation_search_number"];

    // What that edition told otherwise is taken away altogether: nothing of the new state may come from it.
    private const string Forget = """
        UPDATE organisation SET health = 'unknown', health_rank = 4, health_reason = '', health_since_at = NULL,
          keys_failed_since_migration = 0, newest_key_outcome = NULL;
        UPDATE key_entry SET outcome = NULL, outcome_at = NULL, outcome_stamp = NULL, outcome_kind = NULL, last_deciding_failure_at = NULL;
        """;

    /// <summary>Makes it.</summary>
    /// <param name="from">Folded by this program.</param>
    /// <param name="forget">False to keep what the row of a key said.</param>
    public static async Task<TemporaryDatabase> OfAsync(TemporaryDatabase from, bool forget = true)
    {
        var old = TemporaryDatabase.CreateEmpty();
        // Through the migrator, for the journal.
        var scripts = SchemaScript.Embedded("sqlite").Where(script => string.CompareOrdinal(script.Name, FirstNew) < 0).ToList();
        Assert.True((await new SchemaMigrator(old.Database, old.Clock, scripts, []).MigrateAsync(TestContext.Current.CancellationToken)).Done);
        await using var connection = await old.Database.OpenAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync("ATTACH DATABASE @file AS new; PRAGMA foreign_keys = OFF; DELETE FROM event_writer; INSERT INTO event_writer SELECT * FROM new.event_writer", new { file = from.File });
        foreach (var table in Tables)
        {
            var columns = string.Join(", ", await ColumnsAsync(connection, table));
            await connection.ExecuteAsync($"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}");
        }
        if (forget)
            await connection.ExecuteAsync(Forget);
        await connection.ExecuteAsync("UPDATE connection SET run_start_stamp = MAX(COALESCE(last_success_stamp, ''), COALESCE(last_failure_stamp, '')) WHERE last_success_stamp IS NOT NULL OR last_failure_stamp IS NOT NULL");
        await connection.ExecuteAsync("DETACH DATABASE new; PRAGMA foreign_keys = ON");
        return old;
    }

    private static Task<IEnumerable<string>> ColumnsAsync(DbConnection connection, string table) =>
        connection.QueryAsync<string>("SELECT name FROM pragma_table_info(@table, 'main')", new { table });
}
