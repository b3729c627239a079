using Dapper;

namespace Motics.Support.Data.Events;

/// <summary>
/// Takes the days that are over out of everybody's need: once a day, by whoever reads first after midnight in UTC, some at a time. What was cut off goes on where it was.
/// </summary>
internal sealed class NeedWindow(Database database)
{
    private const int Lot = 500;

    private const string SelectDay = "SELECT day_at FROM need_window WHERE id = 1";
    private const string SelectNeeding = "SELECT o.id FROM organisation o WHERE o.need > 0 AND o.id > @after ORDER BY o.id ";
    private const string UpdateDay = "UPDATE need_window SET day_at = @day WHERE id = 1 AND day_at < @day";

    // For this day it was done; a clock that is set back finds more days than it asks for, which are none of the past.
    private long known = long.MinValue;

    /// <summary>Makes sure that need is counted as of a moment.</summary>
    public async Task EnsureAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var from = NeedRows.From(now);
        if (Interlocked.Read(ref known) >= from)
            return;
        var counted = await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(new CommandDefinition(SelectDay, cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
        if (counted < from)
            await RollAsync(from, now, cancellationToken).ConfigureAwait(false);
        Interlocked.Exchange(ref known, from);
    }

    private async Task RollAsync(long from, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var ids = await NextAsync("", cancellationToken).ConfigureAwait(false); ids.Count > 0; ids = await NextAsync(ids[^1], cancellationToken).ConfigureAwait(false))
        {
            await database.WriteAsync((connection, transaction) =>
            {
                using var statements = database.Dialect.Statements(connection, transaction);
                NeedRows.Save(statements, ids, now);
                statements.Send();
                return Task.FromResult(true);
            }, Database.LongPatience, cancellationToken).ConfigureAwait(false);
        }
        await database.WriteAsync((connection, transaction) => connection.ExecuteAsync(new CommandDefinition(UpdateDay, new { day = from }, transaction, cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
    }

    private Task<List<string>> NextAsync(string after, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QueryAsync<string>(new CommandDefinition(
            SelectNeeding + database.Dialect.Take, new { after, take = Lot }, cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList(), cancellationToken);
}
