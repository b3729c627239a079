using System.Data.Common;
using System.Diagnostics;
using Motics.Support.Data.Live;

namespace Motics.Support.Data;

/// <summary>
/// The way to the data, on either engine. A store says what it reads or writes; connections, turns, transactions,
/// and trying again after a passing failure are settled here.
/// </summary>
public sealed class Database : IDisposable
{
    /// <summary>How long work waits that nobody watches and that would only be sent again: intake, migrations, copies. People are told sooner (<see cref="Dialect.Patience"/>).</summary>
    public static readonly TimeSpan LongPatience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    // Of others in this process; waiting for them costs no thread, and it is over soon.
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(0.8);

    // Somebody was there first: looking again finds what he wrote. Many at once may be beaten several times; who is beaten always has made a mistake.
    private const int Collisions = 10;
    private const int LongestPauseMilliseconds = 20;

    /// <summary>The data at this place.</summary>
    public Database(DatabaseOptions options)
        : this(options, Dialect.For(options))
    {
    }

    internal Database(DatabaseOptions options, Dialect dialect) => (Options, Dialect) = (options, dialect);

    /// <summary>Where the data is.</summary>
    public DatabaseOptions Options { get; }

    /// <summary>What an engine said when it last found its pages broken, here or in a <see cref="FileCheck"/>; null when it found none. Set until a check finds all well.</summary>
    public string? Damage { get; internal set; }

    /// <summary>What differs between the engines.</summary>
    public Dialect Dialect { get; }

    /// <summary>
    /// The feed of what changed: raised after each commit that wrote something an open page may show, with what it wrote. Nothing is raised for what was
    /// rolled back. Whoever listens is quick and throws nothing, because the next writer waits.
    /// </summary>
    public event Action<IReadOnlyCollection<LiveTopic>>? Changed;

    /// <summary>An open connection with its settings made; the caller disposes it. Stores use <see cref="ReadAsync{T}"/> and <see cref="WriteAsync{T}"/>.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var connection = Dialect.Create();
        try
        {
            await OpenAsync(connection, cancellationToken).ConfigureAwait(false);
            await Dialect.PrepareAsync(connection, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Reads. A cancelled token stops the statement that runs, not only the next one.</summary>
    /// <exception cref="DatabaseUnavailableException">The database did not answer in time, or cannot be used as it is.</exception>
    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken) =>
        RetryAsync(new Budget(Dialect.Patience), async () =>
        {
            await using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
            using var stop = Dialect.StopWhenCancelled(connection, cancellationToken);
            return await read(connection).ConfigureAwait(false);
        }, cancellationToken);

    /// <summary>
    /// Writes in one transaction: committed when <paramref name="write"/> returns, rolled back when it throws. It is run again
    /// after a passing failure (busy, deadlock, lost connection) and when somebody else made the same row first, so it must change nothing but
    /// the database, and looks before it inserts.
    /// </summary>
    /// <exception cref="DatabaseUnavailableException">The database did not answer in time or cannot be used as it is; it says whether anything may have been written.</exception>
    public Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellationToken) => WriteAsync(write, Dialect.Patience, cancellationToken);

    /// <summary>As the other, with a patience of its own for the turn to write and for whoever else holds the database.</summary>
    /// <exception cref="DatabaseUnavailableException">As the other.</exception>
    public async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, TimeSpan patience, CancellationToken cancellationToken)
    {
        var budget = new Budget(patience);
        using var turn = await Dialect.EnterWriterAsync(patience == TimeSpan.Zero ? patience : patience + LongestTurn, cancellationToken).ConfigureAwait(false)
            ?? throw new DatabaseUnavailableException(new TimeoutException("Another writer of this program has its turn for too long."));
        return await RetryAsync(budget, async () =>
        {
            await using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
            // SQLite begins IMMEDIATE here: a transaction that reads first and writes later would fail with BUSY_SNAPSHOT.
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            var result = await write(connection, transaction).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            await CommitAsync(transaction).ConfigureAwait(false);
            if (Changed is { } listening && transaction.Topics() is { Count: > 0 } topics)
                listening(topics);
            return result;
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes in one transaction, with no result.</summary>
    public Task WriteAsync(Func<DbConnection, DbTransaction, Task> write, CancellationToken cancellationToken) => WriteAsync(write, Dialect.Patience, cancellationToken);

    /// <summary>As the other, with a patience of its own.</summary>
    public Task WriteAsync(Func<DbConnection, DbTransaction, Task> write, TimeSpan patience, CancellationToken cancellationToken) =>
        WriteAsync<bool>(async (connection, transaction) =>
        {
            await write(connection, transaction).ConfigureAwait(false);
            return true;
        }, patience, cancellationToken);

    /// <summary>Sentences: how the database is set up otherwise than it should be, and what to run. Empty when all is well.</summary>
    public Task<IReadOnlyList<string>> AdviceAsync(CancellationToken cancellationToken) =>
        ReadAsync(connection => Dialect.AdviceAsync(connection, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public void Dispose() => CloseIdle();

    /// <summary>Closes the connections that nobody uses, with what they remember of the database; the next are opened anew.</summary>
    public void CloseIdle() => Dialect.ClearPool();

    private async Task OpenAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException exception) when (Dialect.IsShared)
        {
            // All connections of the pool were in use for as long as one may take to open.
            throw new DatabaseUnavailableException(exception);
        }
    }

    private async Task CommitAsync(DbTransaction transaction)
    {
        try
        {
            // From here on there is no way back: a cancelled commit would leave the caller not knowing.
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (DbException exception) when (Dialect.IsShared && Dialect.IsTransient(exception))
        {
            // The server may have committed and only its answer been lost. Running the same again could then write it twice.
            throw new DatabaseUnavailableException(exception, mayBeKept: true);
        }
    }

    private async Task<T> RetryAsync<T>(Budget budget, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (DbException exception) when (cancellationToken.IsCancellationRequested && Dialect.IsInterrupted(exception))
            {
                throw new OperationCanceledException("The caller went away.", exception, cancellationToken);
            }
            catch (DbException exception) when (Dialect.IsUniqueViolation(exception) && attempt < Collisions)
            {
                await Task.Delay(Random.Shared.Next(LongestPauseMilliseconds), cancellationToken).ConfigureAwait(false);
            }
            catch (DbException exception) when (Dialect.IsTransient(exception))
            {
                if (budget.IsSpent)
                    throw new DatabaseUnavailableException(exception);
                await Task.Delay(Wait(attempt), cancellationToken).ConfigureAwait(false);
            }
            catch (DbException exception) when (Dialect.IsUnusable(exception))
            {
                if (Dialect.IsDamage(exception))
                    Damage = exception.Message;
                throw new DatabaseUnavailableException(exception);
            }
        }
    }

    private readonly struct Budget(TimeSpan patience)
    {
        private readonly long began = Stopwatch.GetTimestamp();

        public bool IsSpent => Stopwatch.GetElapsedTime(began) > patience;
    }

    // Longer each time, and spread, or two that collided would collide again.
    private static TimeSpan Wait(int attempt)
    {
        var longest = Math.Min(LongestWait.TotalMilliseconds, 25 * Math.Pow(2, attempt));
        return TimeSpan.FromMilliseconds(longest * (0.5 + (Random.Shared.NextDouble() / 2)));
    }
}

/// <summary>The database was busy or out of reach for too long, or it is full, read only or damaged: the cause says which. The same may succeed later.</summary>
/// <param name="cause">What the driver said.</param>
/// <param name="mayBeKept">The connection was lost while the transaction was being committed, so nobody knows whether it was; otherwise nothing was written.</param>
public sealed class DatabaseUnavailableException(Exception cause, bool mayBeKept = false) : Exception("The database does not answer at the moment.", cause)
{
    /// <summary>True when it is not known whether the change was kept: whoever asked looks before he asks again.</summary>
    public bool MayBeKept => mayBeKept;
}
