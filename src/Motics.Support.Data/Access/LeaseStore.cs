using Dapper;

namespace Motics.Support.Data.Access;

/// <summary>Background work is done by one node: whoever holds its lease. A node that dies loses it when the time is over.</summary>
public sealed class LeaseStore(Database database, TimeProvider clock)
{
    private const string Take = "UPDATE lease SET holder = @holder, until_at = @until WHERE name = @name AND (holder = @holder OR until_at <= @now)";
    private const string TakeFirst = "INSERT INTO lease (name, holder, until_at) SELECT @name, @holder, @until WHERE NOT EXISTS (SELECT 1 FROM lease WHERE name = @name)";
    private const string Release = "DELETE FROM lease WHERE name = @name AND holder = @holder";

    /// <summary>Takes or renews the lease; true when <paramref name="holder"/> has it now, for <paramref name="time"/>.</summary>
    public Task<bool> TryTakeAsync(string name, string holder, TimeSpan time, CancellationToken cancellationToken) =>
        database.WriteAsync(async (connection, transaction) =>
        {
            var now = clock.GetUtcNow();
            var values = new { name, holder, now = UnixTime.Of(now), until = UnixTime.Of(now + time) };
            return await connection.ExecuteAsync(new CommandDefinition(Take, values, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false) > 0
                || await connection.ExecuteAsync(new CommandDefinition(TakeFirst, values, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false) > 0;
        }, cancellationToken);

    /// <summary>Gives the lease back; nothing happens when somebody else has it by now.</summary>
    public Task ReleaseAsync(string name, string holder, CancellationToken cancellationToken) =>
        database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            new CommandDefinition(Release, new { name, holder }, transaction, cancellationToken: cancellationToken)), cancellationToken);
}
