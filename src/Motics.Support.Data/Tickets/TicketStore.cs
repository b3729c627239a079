using System.Data.Common;
using System.Globalization;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Tickets;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Escalations;

namespace Motics.Support.Data.Tickets;

/// <summary>Keeps tickets, with their notes, screenshots, activity and runs.</summary>
public sealed class TicketStore(Database database, AuditTrail audit) : ITicketStore
{
    private readonly TicketWriter writer = new(audit);

    /// <inheritdoc />
    public Task<(long Number, TicketChange? Made)> CreateAsync(string? requestId, Func<long, TicketChange> compose, CancellationToken ct) =>
        database.WriteAsync<(long, TicketChange?)>(async (connection, transaction) =>
        {
            // The sequence row first: whoever holds it is alone, so two calls of one request cannot both find nothing.
            var number = await TicketWriter.NextNumberAsync(connection, transaction, "ticket", ct).ConfigureAwait(false);
            if (requestId is not null && await KnownAsync(connection, transaction, requestId, ct).ConfigureAwait(false) is { } known)
            {
                return (known, null);
            }

            var made = compose(number);
            await writer.InsertAsync(connection, transaction, requestId, made, ct).ConfigureAwait(false);
            return (number, made);
        }, ct);

    /// <inheritdoc />
    public Task<bool> SaveAsync(TicketChange change, CancellationToken ct) =>
        database.WriteAsync((connection, transaction) => writer.UpdateAsync(connection, transaction, change, ct), ct);

    /// <inheritdoc />
    public Task<TicketFile?> FindAsync(long number, CancellationToken ct) =>
        database.ReadAsync(connection => FindAsync(connection, database.Dialect, number, ct), ct);

    /// <summary>The same over a connection that is open already.</summary>
    internal static async Task<TicketFile?> FindAsync(DbConnection connection, Dialect dialect, long number, CancellationToken ct)
    {
        var row = await connection.QueryFirstOrDefaultAsync<TicketRow>(Read(TicketSql.Find, new { number }, ct)).ConfigureAwait(false);
        return row is null ? null : new TicketFile(
            row.ToTicket(),
            [.. (await connection.QueryAsync<NoteRow>(Read(TicketSql.Notes, new { number }, ct)).ConfigureAwait(false)).Select(note => note.ToNote())],
            [.. (await connection.QueryAsync<ScreenshotRow>(Read(TicketSql.Screenshots, new { number }, ct)).ConfigureAwait(false)).Select(shot => shot.ToScreenshot())],
            [.. (await connection.QueryAsync<ActivityRow>(Read(TicketSql.NewestActivity + dialect.Take, new { number, take = TicketFile.MostActivity }, ct)).ConfigureAwait(false)).Select(line => line.ToActivity())],
            await EscalationReader.OfTicketAsync(connection, number, ct).ConfigureAwait(false))
        {
            Reply = (await connection.QueryFirstOrDefaultAsync<ReplyRow>(Read(TicketSql.Reply, new { number }, ct)).ConfigureAwait(false))?.ToReply(),
        };
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<TicketActivity>> ActivitySinceAsync(long number, int version, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<TicketActivity>>(async connection =>
            [.. (await connection.QueryAsync<ActivityRow>(Read(TicketSql.ActivitySince, new { number, version }, ct)).ConfigureAwait(false)).Select(line => line.ToActivity())], ct);

    /// <inheritdoc />
    public async Task<Outcome<CountedPage<TicketItem>>> ListAsync(TicketQuery query, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        var limit = PageLimit.Check(query.Limit);
        var keys = Cursor.Read(query.Cursor, Scope(query), CursorKey.Number, CursorKey.Number);
        if (limit.Refusal is { } refusal || (refusal = keys.Refusal) is not null)
        {
            return refusal;
        }

        var values = Values(query, keys.Value!, now, limit.Value + 1);
        return await database.ReadAsync(async connection =>
        {
            var rows = await connection.QueryAsync<TicketListRow>(Read(TicketListSql.Page(query, keys.Value!.Length == 0, database.Dialect), values, ct)).ConfigureAwait(false);
            var page = Page.Of([.. rows.Select(row => row.ToItem(now))], limit.Value, row => CursorAfter(query, row.Ticket));
            // All there is needs no counting.
            return new CountedPage<TicketItem>(page.Items, page.Next, keys.Value!.Length == 0 && page.Next is null
                ? page.Items.Count
                : await connection.ExecuteScalarAsync<int>(Read(TicketListSql.Total(query), values, ct)).ConfigureAwait(false));
        }, ct).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task<ScreenshotFile?> ScreenshotAsync(long number, string id, CancellationToken ct) =>
        database.ReadAsync(async connection =>
            await connection.QueryFirstOrDefaultAsync<ScreenshotRow>(Read(TicketSql.Screenshot, new { number, id }, ct)).ConfigureAwait(false) is { } row
                ? new ScreenshotFile(row.ToScreenshot(), row.Bytes) : null, ct);

    /// <inheritdoc />
    public Task<IReadOnlyList<Person>> PeopleAsync(CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Person>>(async connection => [.. await connection.QueryAsync<Person>(Read(TicketSql.People, null, ct)).ConfigureAwait(false)], ct);

    /// <inheritdoc />
    public Task RememberAsync(Person person, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync((connection, transaction) => TicketWriter.RememberAsync(connection, transaction, person, now, ct), ct);

    /// <inheritdoc />
    public Task AuditAsync(AuditEntry entry, CancellationToken ct) =>
        database.WriteAsync((connection, transaction) => audit.AppendAsync(connection, transaction, entry, ct), ct);

    private static async Task<long?> KnownAsync(DbConnection connection, DbTransaction transaction, string requestId, CancellationToken ct) =>
        await connection.ExecuteScalarAsync<long?>(new CommandDefinition(TicketSql.NumberOfRequest, new { requestId }, transaction, cancellationToken: ct)).ConfigureAwait(false);

    private static CommandDefinition Read(string sql, object? values, CancellationToken ct) => new(sql, values, cancellationToken: ct);

    private static object Values(TicketQuery query, string?[] keys, DateTimeOffset now, int take) => new
    {
        statuses = query.Statuses.Select(status => Kebab.Name(status)),
        assignee = query.Assignee,
        organisationId = query.OrganisationId,
        outreachId = query.OutreachId,
        now = UnixTime.Of(now),
        stuckBefore = UnixTime.Of(now - TicketQuery.StuckAfter),
        number = Key(keys, 0),
        touchedAt = Key(keys, 1),
        take,
    };

    private static long Key(string?[] keys, int index) => keys.Length > index ? Cursor.Number(keys[index]) : 0;

    internal static string Scope(TicketQuery query) =>
        $"tickets\n{query.Order}\n{string.Join(',', query.Statuses)}\n{query.OpenOnly}\n{query.Assignee}\n{query.OrganisationId}\n{query.OutreachId}\n{query.Woken}\n{query.Stuck}";

    private static string CursorAfter(TicketQuery query, Ticket last) => Cursor.Write(
        Scope(query), last.Number.ToString(CultureInfo.InvariantCulture), UnixTime.Of(last.TouchedAt).ToString(CultureInfo.InvariantCulture));
}
