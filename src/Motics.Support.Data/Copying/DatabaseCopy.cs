using System.Data.Common;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Data.Schema;

namespace Motics.Support.Data.Copying;

/// <summary>Where a copy is.</summary>
/// <param name="Table">The table in work.</param>
/// <param name="Copied">Rows of it that are in the destination.</param>
/// <param name="Total">Rows of it in the source.</param>
public sealed record CopyProgress(string Table, long Copied, long Total);

/// <summary>A table after the copy, on both sides.</summary>
public sealed record CopiedTable(string Name, TableSum From, TableSum To)
{
    /// <summary>The same rows on both sides.</summary>
    public bool IsEqual => From == To;
}

/// <summary>
/// Moves an installation from one database to another, of the same or another engine: all tables, in steps, each with its place in one
/// transaction, so that a copy that was cut off is finished by running it again. Nobody may write to the source meanwhile; what changed there is
/// found by the comparison at the end.
/// </summary>
public sealed class DatabaseCopy(Database from, Database to, TimeProvider clock)
{
    private const int RowsInStep = 2_000;
    private const int BytesInStep = 8 * 1024 * 1024;
    private const string Search = "organisation_search";
    private const string SelectOrganisations = "SELECT id AS Id, search_folded AS Folded FROM organisation WHERE id > @id ORDER BY id ";

    private readonly CopyPlace place = new(to);

    /// <summary>
    /// Copies what is not copied yet and compares. Refused when the source is not at this program's schema, when there is something in the
    /// destination that no copy put there, and when the two differ in the end.
    /// </summary>
    /// <param name="progress">Told after every step.</param>
    /// <param name="cancellationToken">Stops between two steps; what was copied stays.</param>
    public async Task<Outcome<IReadOnlyList<CopiedTable>>> RunAsync(IProgress<CopyProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var tables = CopyTable.All();
        if (await BeginAsync(tables, cancellationToken).ConfigureAwait(false) is { } refusal)
            return refusal;
        foreach (var table in tables)
            await CopyAsync(table, progress, cancellationToken).ConfigureAwait(false);
        await IndexAsync(progress, cancellationToken).ConfigureAwait(false);
        var compared = new List<CopiedTable>(tables.Count);
        foreach (var table in tables)
            compared.Add(new CopiedTable(table.Name, await SumAsync(from, table, cancellationToken).ConfigureAwait(false), await SumAsync(to, table, cancellationToken).ConfigureAwait(false)));
        if (compared.Where(table => !table.IsEqual).Select(table => table.Name).ToList() is { Count: > 0 } different)
            return new Refusal.Conflict($"Not the same on both sides: {string.Join(", ", different)}. Something wrote to one of them. Stop the portal, empty the destination and copy again.");
        await place.EndAsync(cancellationToken).ConfigureAwait(false);
        return compared;
    }

    private async Task<Refusal?> BeginAsync(IReadOnlyList<CopyTable> tables, CancellationToken cancellationToken)
    {
        if (!(await new SchemaMigrator(from, clock).StatusAsync(cancellationToken).ConfigureAwait(false)).IsCurrent)
            return new Refusal.Conflict("The source is not at the schema of this program. Run migrate on it first.");
        if ((await new SchemaMigrator(to, clock).MigrateAsync(cancellationToken).ConfigureAwait(false)).Refusal is { } refusal)
            return refusal;
        if (await place.ExistsAsync(cancellationToken).ConfigureAwait(false))
            return null;
        foreach (var table in tables.Where(table => !CopyTable.Filled.Contains(table.Name)))
        {
            if (await CountAsync(to, table, cancellationToken).ConfigureAwait(false) > 0)
                return new Refusal.Conflict($"The destination is in use: {table.Name} has rows. A copy goes into an empty database only.");
        }
        await to.WriteAsync((connection, transaction) => EmptyAsync(connection, transaction, cancellationToken), Database.LongPatience, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static async Task EmptyAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await CopyPlace.BeginAsync(connection, transaction, cancellationToken).ConfigureAwait(false);
        foreach (var name in CopyTable.Filled)
            await connection.ExecuteAsync(new CommandDefinition($"DELETE FROM {name}", transaction: transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    private async Task CopyAsync(CopyTable table, IProgress<CopyProgress> progress, CancellationToken cancellationToken)
    {
        var (total, (key, copied)) = (await CountAsync(from, table, cancellationToken).ConfigureAwait(false), await place.ReadAsync(table, cancellationToken).ConfigureAwait(false));
        progress.Report(new CopyProgress(table.Name, copied, total));
        for (var rows = await ReadAsync(table, key, cancellationToken).ConfigureAwait(false); rows.Count > 0; rows = await ReadAsync(table, key, cancellationToken).ConfigureAwait(false))
        {
            key = [.. table.Key.Select(column => rows[^1][column]!)];
            copied += rows.Count;
            await to.WriteAsync(async (connection, transaction) =>
            {
                await to.Dialect.InsertAsync(connection, transaction, table, rows, cancellationToken).ConfigureAwait(false);
                await CopyPlace.WriteAsync(connection, transaction, table.Name, key, copied, cancellationToken).ConfigureAwait(false);
            }, Database.LongPatience, cancellationToken).ConfigureAwait(false);
            progress.Report(new CopyProgress(table.Name, copied, total));
        }
    }

    // Each engine searches in its own way, so what is searched is made anew from the organisations that are there.
    private async Task IndexAsync(IProgress<CopyProgress> progress, CancellationToken cancellationToken)
    {
        var organisations = new CopyTable(Search, [new CopyColumn("id", typeof(string))], [0]);
        var (key, copied) = await place.ReadAsync(organisations, cancellationToken).ConfigureAwait(false);
        for (var id = (string?)key?[0] ?? ""; ;)
        {
            var rows = (await to.ReadAsync(connection => connection.QueryAsync<(string Id, string Folded)>(new CommandDefinition(
                SelectOrganisations + to.Dialect.Take, new { id, take = RowsInStep }, cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false)).AsList();
            if (rows.Count == 0)
                return;
            id = rows[^1].Id;
            copied += rows.Count;
            await to.WriteAsync(async (connection, transaction) =>
            {
                foreach (var row in rows)
                {
                    await connection.ExecuteAsync(new CommandDefinition(
                        to.Dialect.Search.Update, new { id = row.Id, grams = OrganisationGrams.Kept(row.Folded) }, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
                }
                await CopyPlace.WriteAsync(connection, transaction, Search, [id], copied, cancellationToken).ConfigureAwait(false);
            }, Database.LongPatience, cancellationToken).ConfigureAwait(false);
            progress.Report(new CopyProgress(Search, copied, copied));
        }
    }

    private Task<List<object?[]>> ReadAsync(CopyTable table, IReadOnlyList<object>? key, CancellationToken cancellationToken) => from.ReadAsync(async connection =>
    {
        var parameters = new DynamicParameters();
        parameters.Add("take", RowsInStep);
        for (var index = 0; index < (key?.Count ?? 0); index++)
            parameters.Add($"key{index}", key![index]);
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(
            table.SelectAfter(key is null, from.Dialect.Take), parameters, cancellationToken: cancellationToken)).ConfigureAwait(false);
        var (rows, bytes) = (new List<object?[]>(), 0L);
        while (bytes < BytesInStep && await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(Row(table, reader));
            bytes += rows[^1].Sum(value => value switch { string text => 2L * text.Length, byte[] blob => blob.Length, _ => sizeof(long) });
        }
        return rows;
    }, cancellationToken);

    private static object?[] Row(CopyTable table, DbDataReader reader) => [.. table.Columns.Select((column, index) => column.Value(reader, index))];

    private static Task<long> CountAsync(Database database, CopyTable table, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.ExecuteScalarAsync<long>(new CommandDefinition($"SELECT COUNT(*) FROM {table.Name}", cancellationToken: cancellationToken)), cancellationToken);

    private static Task<TableSum> SumAsync(Database database, CopyTable table, CancellationToken cancellationToken) => database.ReadAsync(async connection =>
    {
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(table.SelectAll, commandTimeout: 0, cancellationToken: cancellationToken)).ConfigureAwait(false);
        var sum = default(TableSum);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            sum = sum.With(Row(table, reader));
        return sum;
    }, cancellationToken);
}
