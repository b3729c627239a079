using System.Data.Common;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Escalations;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Live;
using Motics.Support.Data.Tickets;

namespace Motics.Support.Data.Escalations;

/// <summary>Thrown inside a transaction to roll it back when somebody else was faster: a transaction that returns is committed.</summary>
internal sealed class ChangedInBetweenException : Exception;

/// <summary>Keeps a change of an escalation inside a transaction.</summary>
internal sealed class EscalationWriter(AuditTrail audit)
{
    private readonly TicketWriter tickets = new(audit);

    /// <summary>A new one, under the number that it gets.</summary>
    public async Task<long> InsertAsync(DbConnection connection, DbTransaction transaction, Func<long, EscalationChange> compose, CancellationToken ct)
    {
        // The sequence row first: whoever holds it is alone with the question whether one is open.
        var number = await TicketWriter.NextNumberAsync(connection, transaction, "escalation", ct).ConfigureAwait(false);
        var change = compose(number);
        var open = new CommandDefinition(EscalationSql.OpenOfTicket, new { ticketNumber = change.Escalation.TicketNumber }, transaction, cancellationToken: ct);
        if (await connection.ExecuteScalarAsync<int>(open).ConfigureAwait(false) > 0)
        {
            throw new ChangedInBetweenException();
        }

        await connection.ExecuteAsync(new CommandDefinition(EscalationSql.Insert, EscalationRow.Of(change.Escalation), transaction, cancellationToken: ct)).ConfigureAwait(false);
        await PartsAsync(connection, transaction, change, ct).ConfigureAwait(false);
        return number;
    }

    /// <summary>A changed one.</summary>
    public async Task UpdateAsync(DbConnection connection, DbTransaction transaction, EscalationChange change, CancellationToken ct)
    {
        var update = new CommandDefinition(EscalationSql.Update, EscalationRow.Of(change.Escalation), transaction, cancellationToken: ct);
        if (await connection.ExecuteAsync(update).ConfigureAwait(false) == 0)
        {
            throw new ChangedInBetweenException();
        }

        await PartsAsync(connection, transaction, change, ct).ConfigureAwait(false);
    }

    private async Task PartsAsync(DbConnection connection, DbTransaction transaction, EscalationChange change, CancellationToken ct)
    {
        if (change.Ticket is { } ticket && !await tickets.UpdateAsync(connection, transaction, ticket, ct).ConfigureAwait(false))
        {
            throw new ChangedInBetweenException();
        }

        var log = change.Log.Select(entry => LogRow(change.Escalation.Number, entry));
        await connection.ExecuteAsync(new CommandDefinition(EscalationSql.InsertLog, log, transaction, cancellationToken: ct)).ConfigureAwait(false);
        // Its ticket and its organisation show it, whether or not they change with it.
        transaction.Wrote(LiveTopic.Escalation(change.Escalation.Number));
        transaction.Wrote(LiveTopic.Ticket(change.Escalation.TicketNumber));
        transaction.Wrote(LiveTopic.Organisation(change.Escalation.OrganisationId));
        await audit.AppendAsync(connection, transaction, change.Audit, ct).ConfigureAwait(false);
    }

    private static object LogRow(long number, EscalationLogEntry entry) => new
    {
        entry.Id,
        EscalationNumber = number,
        entry.Version,
        At = UnixTime.Of(entry.At),
        ActorId = entry.By.Id,
        Actor = entry.By.Name,
        Kind = Kebab.Name(entry.Kind),
        entry.Text,
    };
}
