using System.Data.Common;
using Dapper;
using Motics.Support.Core.Tickets;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Live;

namespace Motics.Support.Data.Tickets;

/// <summary>Keeps a change of a ticket inside a transaction that somebody else holds: a ticket alone, or with an escalation.</summary>
internal sealed class TicketWriter(AuditTrail audit)
{
    /// <summary>Gives out the next number of a sequence; the row stays locked until the transaction ends.</summary>
    public static async Task<long> NextNumberAsync(DbConnection connection, DbTransaction transaction, string name, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(TicketSql.NextNumber, new { name }, transaction, cancellationToken: ct)).ConfigureAwait(false);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(TicketSql.LastNumber, new { name }, transaction, cancellationToken: ct)).ConfigureAwait(false);
    }

    /// <summary>A new ticket.</summary>
    public async Task InsertAsync(DbConnection connection, DbTransaction transaction, string? requestId, TicketChange change, CancellationToken ct)
    {
        await RunAsync(TicketSql.Insert, TicketRow.Of(change.Ticket, requestId)).ConfigureAwait(false);
        await PartsAsync(connection, transaction, change, ct).ConfigureAwait(false);

        Task RunAsync(string sql, object row) => connection.ExecuteAsync(new CommandDefinition(sql, row, transaction, cancellationToken: ct));
    }

    /// <summary>A changed ticket; false, with nothing written, when the stored version is not the one before.</summary>
    public async Task<bool> UpdateAsync(DbConnection connection, DbTransaction transaction, TicketChange change, CancellationToken ct)
    {
        var command = new CommandDefinition(TicketSql.Update, TicketRow.Of(change.Ticket, null), transaction, cancellationToken: ct);
        if (await connection.ExecuteAsync(command).ConfigureAwait(false) == 0)
        {
            return false;
        }

        await PartsAsync(connection, transaction, change, ct).ConfigureAwait(false);
        return true;
    }

    /// <summary>The newest name of somebody, and when they were last here.</summary>
    public static async Task RememberAsync(DbConnection connection, DbTransaction transaction, Person person, DateTimeOffset now, CancellationToken ct)
    {
        var row = new { person.Id, person.Name, SeenAt = UnixTime.Of(now) };
        if (await connection.ExecuteAsync(new CommandDefinition(TicketSql.UpdatePerson, row, transaction, cancellationToken: ct)).ConfigureAwait(false) == 0)
        {
            await connection.ExecuteAsync(new CommandDefinition(TicketSql.InsertPerson, row, transaction, cancellationToken: ct)).ConfigureAwait(false);
        }
    }

    private async Task PartsAsync(DbConnection connection, DbTransaction transaction, TicketChange change, CancellationToken ct)
    {
        var number = change.Ticket.Number;
        await RunAsync(TicketSql.InsertActivity, change.Activity.Select(ActivityRow.Of)).ConfigureAwait(false);
        await RunAsync(TicketSql.InsertNote, change.Notes.Select(note => NoteRow(number, note))).ConfigureAwait(false);
        await RunAsync(TicketSql.InsertScreenshot, change.Screenshot is { } file ? [ScreenshotRow(number, file)] : []).ConfigureAwait(false);
        if (change.Reply is { } reply)
        {
            await ReplyAsync(connection, transaction, ReplyRow.Of(number, reply), ct).ConfigureAwait(false);
        }

        await RunAsync(TicketSql.InsertRun, change.Run is { } run ? [RunRow(change.Ticket.Version, run)] : []).ConfigureAwait(false);
        foreach (var person in change.People)
        {
            await RememberAsync(connection, transaction, person, change.Ticket.UpdatedAt, ct).ConfigureAwait(false);
        }

        // The organisation too: its open tickets are counted on its page.
        transaction.Wrote(LiveTopic.Ticket(number));
        transaction.Wrote(LiveTopic.Organisation(change.Ticket.OrganisationId));
        await audit.AppendAsync(connection, transaction, change.Audit, ct).ConfigureAwait(false);

        Task RunAsync(string sql, IEnumerable<object> rows) => connection.ExecuteAsync(new CommandDefinition(sql, rows, transaction, cancellationToken: ct));
    }

    private static async Task ReplyAsync(DbConnection connection, DbTransaction transaction, ReplyRow reply, CancellationToken ct)
    {
        if (await connection.ExecuteAsync(new CommandDefinition(TicketSql.UpdateReply, reply, transaction, cancellationToken: ct)).ConfigureAwait(false) == 0)
        {
            await connection.ExecuteAsync(new CommandDefinition(TicketSql.InsertReply, reply, transaction, cancellationToken: ct)).ConfigureAwait(false);
        }
    }

    private static object NoteRow(long number, TicketNote note) =>
        new { note.Id, TicketNumber = number, At = UnixTime.Of(note.At), ActorId = note.By.Id, Actor = note.By.Name, note.Text };

    private static object ScreenshotRow(long number, ScreenshotFile file) => new
    {
        file.Screenshot.Id,
        TicketNumber = number,
        file.Screenshot.FileName,
        file.Screenshot.ContentType,
        file.Screenshot.Width,
        file.Screenshot.Height,
        file.Screenshot.Size,
        At = UnixTime.Of(file.Screenshot.At),
        ActorId = file.Screenshot.By.Id,
        Actor = file.Screenshot.By.Name,
        file.Bytes,
    };

    private static object RunRow(int version, TicketRun run) =>
        new { run.TicketNumber, Version = version, At = UnixTime.Of(run.At), run.PlaybookVersion, run.Facts, run.Verdict, run.Criterion };
}
