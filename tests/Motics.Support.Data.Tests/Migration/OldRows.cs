using System.Data.Common;
using Dapper;
using Motics.Support.Data.Schema;

namespace Motics.Support.Data.Tests.Migration;

/// <summary>Rows that stood in a database before a migration, and what it made of them.</summary>
internal static class OldRows
{
    /// <summary>Applies every migration before the named one, writes the rows, and applies it.</summary>
    public static async Task MigrateAsync(DbConnection connection, string name, string rows)
    {
        var scripts = SchemaScript.Embedded("sqlite");
        foreach (var script in scripts.Where(script => string.CompareOrdinal(script.Name, name) < 0))
        {
            await connection.ExecuteAsync(script.Sql);
        }

        await connection.ExecuteAsync(rows);
        await connection.ExecuteAsync(scripts.Single(script => script.Name == name).Sql);
    }
}
