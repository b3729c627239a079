using System.Data.Common;

namespace Motics.Support.Data;

/// <summary>
/// The way to the data, on either engine. A store says what it reads or writes; connections, turns, transactions,
/// and trying again after a passing failure are settled here.
/// </summary>
public sealed class Database(DatabaseOptions options) : IDisposable
{
    private const int Tries = 8;

    /// <summary>Where the data is.</summary>
    public DatabaseOptions Options { get; } = options;

    /// <summary>What differs between the engines.</summary>
    public Dialect Dialect { get; } = Dialect.For(options);

    /// <summary>An open connection with its settings made; the caller disposes it. Stores use <see cref="ReadAsync{T}"/> and <see cref="WriteAsync{T}"/>.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var connection = Dialect.Create();
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
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
    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken) =>
        RetryAsync(async () =>
        {
            await using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
            using var stop = Dialect.StopWhenCancelled(connection, cancellationToken);
            return await read(connection).ConfigureAwait(false);
        }, cancellationToken);

    /// <summary>
    /// Writes in one transaction: committed when <paramref name="write"/> returns, rolled back when it throws. It is run again
    /// after a passing failure (busy, deadlock), so it must change nothing but the database.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        using var turn = await Dialect.EnterWriterAsync(cancellationToken).ConfigureAwait(false);
        return await RetryAsync(async () =>
        {
            await using var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
            // SQLite begins IMMEDIATE here: a transaction that reads first and writes later would fail with BUSY_SNAPSHOT.
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            var result = await write(connection, transaction).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            // From here on there is no way back: a cancelled commit would leave the caller not knowing.
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            return result;
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes in one transaction, with no result.</summary>
    public Task WriteAsync(Func<DbConnection, DbTransaction, Task> write, CancellationToken cancellationToken) =>
        WriteAsync<bool>(async (connection, transaction) =>
        {
            await write(connection, transaction).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => Dialect.ClearPool();

    internal async Task<T> RetryAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
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
            catch (DbException exception) when (attempt < Tries && Dialect.IsTransient(exception))
            {
                // Spread over time, or two that collided would collide again.
                await Task.Delay(Random.Shared.Next(10, 50 * attempt), cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
