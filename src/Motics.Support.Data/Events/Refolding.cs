using System.Data.Common;
using Dapper;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Events.Rows;

namespace Motics.Support.Data.Events;

/// <summary>
/// Folds every organisation anew that was folded by an edition before, some at a time, each lot in one transaction with its mark: what was cut off goes on
/// where it was. Part of the migration.
/// </summary>
internal static class Refolding
{
    // Their raw events are held in memory together.
    private const int Lot = 25;

    private const string SelectBehind = "SELECT o.id FROM organisation o WHERE o.id > @after AND o.folding < @current ORDER BY o.id ";

    /// <summary>Does what is left to do.</summary>
    public static async Task RunAsync(Database database, TimeProvider clock, CancellationToken cancellationToken)
    {
        for (var ids = await NextAsync(database, "", cancellationToken).ConfigureAwait(false); ids.Count > 0; ids = await NextAsync(database, ids[^1], cancellationToken).ConfigureAwait(false))
            await database.WriteAsync((connection, transaction) => Task.FromResult(Fold(database.Dialect, connection, transaction, ids, clock.GetUtcNow())), Database.LongPatience, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>One organisation that somebody found behind while reading it.</summary>
    public static Task CatchAsync(Database database, string id, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync((connection, transaction) => Task.FromResult(Fold(database.Dialect, connection, transaction, [id], now)), cancellationToken);

    private static Task<List<string>> NextAsync(Database database, string after, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QueryAsync<string>(new CommandDefinition(
            SelectBehind + database.Dialect.Take, new { after, current = FoldingEdition.Current, take = Lot }, cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList(), cancellationToken);

    private static bool Fold(Dialect dialect, DbConnection connection, DbTransaction transaction, List<string> ids, DateTimeOffset now)
    {
        using var statements = dialect.Statements(connection, transaction);
        // Nobody folds meanwhile, and whoever remembers organisations reads them again.
        new KnownOrganisations(dialect, Guid.CreateVersion7().ToString()).Begin(statements);
        var stored = new OrganisationRows(statements).Find(ids);
        new ConnectionRows(statements).Load(stored.ToDictionary(each => each.Key, each => each.Value.State, StringComparer.Ordinal));
        new Refold(statements, now).Run(stored);
        statements.Send();
        return true;
    }
}
