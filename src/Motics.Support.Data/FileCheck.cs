using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Motics.Support.Data;

/// <summary>
/// Looks through the pages of the embedded database, table by table with its indexes, for some seconds at a time: pages that nobody reads break unseen.
/// SQL Server checks its own.
/// </summary>
public sealed class FileCheck(Database database)
{
    // Those with pages of their own; the tables behind a virtual one are among them.
    private const string SelectTables = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY name";

    private const string SelectBroken = "SELECT quick_check FROM pragma_quick_check(@table)";

    private string last = "";

    /// <summary>
    /// Goes on where it ended before, until all tables had their turn or the time is over. What it finds is in <see cref="Database.Damage"/>; a whole round
    /// that finds nothing takes back what was said there before.
    /// </summary>
    /// <returns>What is broken; null when nothing was found.</returns>
    public async Task<string?> RunAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        if (database.Options.File is not { } file)
            return database.Damage = null;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (time > TimeSpan.Zero)
            over.CancelAfter(time);
        else
            await over.CancelAsync().ConfigureAwait(false);
        try
        {
            var found = await LookAsync(file, over.Token).ConfigureAwait(false);
            last = "";
            return database.Damage = found;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return database.Damage;
        }
    }

    private async Task<string?> LookAsync(string file, CancellationToken cancellationToken)
    {
        // Not from the pool: its connections remember pages as they were.
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 1 }.ToString());
        var looking = "schema";
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            using var stop = database.Dialect.StopWhenCancelled(connection, cancellationToken);
            var tables = (await connection.QueryAsync<string>(new CommandDefinition(SelectTables, cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();
            var begun = last;
            foreach (var table in tables.SkipWhile(name => string.CompareOrdinal(name, begun) <= 0).Concat(tables.TakeWhile(name => string.CompareOrdinal(name, begun) <= 0)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                // One that takes longer than there is time must not keep the others from their turn.
                last = looking = table;
                if (await connection.QueryFirstAsync<string>(new CommandDefinition(SelectBroken, new { table }, cancellationToken: cancellationToken)).ConfigureAwait(false) is not "ok" and var problem)
                    return $"{table}: {problem.ReplaceLineEndings(" ")}";
            }

            return null;
        }
        catch (DbException exception) when (database.Dialect.IsInterrupted(exception))
        {
            throw new OperationCanceledException("The time was over.", exception, cancellationToken);
        }
        catch (DbException exception) when (database.Dialect.IsDamage(exception))
        {
            return $"{looking}: {exception.Message}";
        }
    }
}
