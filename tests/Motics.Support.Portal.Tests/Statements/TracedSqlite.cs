using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Data;
using SQLitePCL;

namespace Motics.Support.Portal.Tests.Statements;

/// <summary>SQLite that writes down every statement as it begins to run, by whatever way it was sent.</summary>
internal sealed class TracedSqlite(string connectionString) : SqliteDialect(connectionString)
{
    private readonly ConcurrentQueue<string> begun = new();

    /// <summary>A portal on such a database.</summary>
    public static Hosting.Portal Portal() => new()
    {
        Instead = services => services
            .AddSingleton(provider => new TracedSqlite(provider.GetRequiredService<DatabaseOptions>().ConnectionString))
            .AddSingleton(provider => new Database(provider.GetRequiredService<DatabaseOptions>(), provider.GetRequiredService<TracedSqlite>())),
    };

    /// <summary>The statements since this was asked last, without the settings of connections.</summary>
    public List<string> Sent()
    {
        var taken = new List<string>();
        while (begun.TryDequeue(out var statement))
            taken.Add(statement);
        return taken;
    }

    internal override async Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await base.PrepareAsync(connection, cancellationToken);
        raw.sqlite3_trace(((SqliteConnection)connection).Handle, (_, statement) => Note(statement.Trim()), null);
    }

    // What a trigger does comes as a remark.
    private void Note(string statement)
    {
        if (!statement.StartsWith("--", StringComparison.Ordinal) && !statement.StartsWith("PRAGMA", StringComparison.Ordinal))
            begun.Enqueue(statement);
    }
}
