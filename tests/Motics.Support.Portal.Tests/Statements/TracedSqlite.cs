using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Motics.Support.Data;
using SQLitePCL;

namespace Motics.Support.Portal.Tests.Statements;

/// <summary>SQLite that writes down every statement as it begins to run, by whatever way it was sent.</summary>
internal sealed class TracedSqlite(string connectionString) : SqliteDialect(connectionString)
{
    private readonly ConcurrentQueue<string> begun = new();

    /// <summary>The statements since this was asked last, without those of connections and transactions.</summary>
    public List<string> TakeStatements()
    {
        var taken = new List<string>();
        while (begun.TryDequeue(out var statement))
            taken.Add(statement);
        return taken;
    }

    internal override async Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await base.PrepareAsync(connection, cancellationToken);
        raw.sqlite3_trace(((SqliteConnection)connection).Handle, (_, statement) => Note(statement), null);
    }

    // What a trigger does comes as a remark.
    private void Note(string statement)
    {
        if (!statement.StartsWith("--", StringComparison.Ordinal) && !statement.StartsWith("PRAGMA", StringComparison.Ordinal)
            && !statement.StartsWith("BEGIN", StringComparison.Ordinal) && !statement.StartsWith("COMMIT", StringComparison.Ordinal))
            begun.Enqueue(statement);
    }
}
