using System.Data.Common;
using DbUp.Builder;
using Motics.Support.Data.Copying;
using Motics.Support.Data.Events;
using Motics.Support.Data.Events.Statements;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Data;

/// <summary>
/// Everything in which the two engines differ. Nothing above it knows which one it talks to;
/// a statement is written once, in the subset both take, and asks for these few pieces.
/// </summary>
public abstract class Dialect
{
    /// <summary>The folder of this engine's migrations: <c>sql/&lt;engine&gt;/</c>.</summary>
    public abstract string Engine { get; }

    /// <summary>Several processes may serve people from the database at once.</summary>
    internal abstract bool IsShared { get; }

    /// <summary>Ends a SELECT that has an ORDER BY: at most <c>@take</c> rows.</summary>
    public abstract string Take { get; }

    /// <summary>Table hint for a row that is read in order to be written in the same transaction. Empty where writers are alone anyway.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>A condition: the text in <paramref name="column"/> contains <c>@part</c>, character by character.</summary>
    internal abstract string Contains(string column);

    /// <summary>Counts the tables called <c>@name</c>.</summary>
    internal abstract string TableExists { get; }

    /// <summary>The search index over organisations.</summary>
    internal abstract SearchStatements Search { get; }

    /// <summary>The statements of a transaction that writes many rows.</summary>
    internal abstract StatementSet Statements(DbConnection connection, DbTransaction transaction);

    /// <summary>True when the failure says that the same transaction may succeed when it is run once more: busy, deadlock, lost connection.</summary>
    public abstract bool IsTransient(DbException exception);

    /// <summary>
    /// True when the database as a whole cannot serve, whatever is asked of it, and trying again in some seconds will not help: disk full, read only,
    /// damaged, no access. Somebody has to look after it; the same may succeed then.
    /// </summary>
    public abstract bool IsUnusable(DbException exception);

    /// <summary>True when pages of the database are broken: part of what it holds may be lost. Always <see cref="IsUnusable"/> too.</summary>
    public abstract bool IsDamage(DbException exception);

    /// <summary>How long people wait for a database that is busy before they are told.</summary>
    internal abstract TimeSpan Patience { get; }

    /// <summary>True when a row with the same unique key was there first.</summary>
    public abstract bool IsUniqueViolation(DbException exception);

    /// <summary>True for a statement that was stopped because its caller went away.</summary>
    internal abstract bool IsInterrupted(DbException exception);

    internal abstract DbConnection Create();

    /// <summary>Settings that belong to a connection, not to the database.</summary>
    internal abstract Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>
    /// Holds every other process that would migrate too, until disposed. Where a migration is one exclusive transaction anyway, that is enough.
    /// </summary>
    internal abstract Task<IAsyncDisposable> LockMigrationAsync(CancellationToken cancellationToken);

    /// <summary>DbUp's engine for this database.</summary>
    internal abstract UpgradeEngineBuilder Upgrade();

    /// <summary>Waits for the turn to write, where the engine has one writer at a time; disposing gives the turn back. Null when it did not come in time.</summary>
    internal abstract ValueTask<IDisposable?> EnterWriterAsync(TimeSpan patience, CancellationToken cancellationToken);

    /// <summary>Lets a cancelled token stop the statement that runs; dispose before the connection goes back.</summary>
    internal abstract IDisposable StopWhenCancelled(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Inserts rows of a table as they are, numbers that the engine would give included.</summary>
    internal abstract Task InsertAsync(DbConnection connection, DbTransaction transaction, CopyTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken);

    /// <summary>Sentences: how the database is set up otherwise than it should be, and what to run. Empty when all is well.</summary>
    internal abstract Task<IReadOnlyList<string>> AdviceAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Gives idle connections back, so that the file can be moved or deleted.</summary>
    internal abstract void ClearPool();

    internal static Dialect For(DatabaseOptions options) => options.Provider switch
    {
        DatabaseProvider.Sqlite => new SqliteDialect(options.ConnectionString),
        DatabaseProvider.SqlServer => new SqlServerDialect(options.ConnectionString),
        _ => throw new ArgumentOutOfRangeException(nameof(options)),
    };

    private protected sealed class Nothing : IDisposable, IAsyncDisposable
    {
        public static readonly Nothing Instance = new();

        public void Dispose()
        {
            // There is nothing to give back.
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
