using System.Data.Common;
using Dapper;
using Motics.Support.Core.Escalations;

namespace Motics.Support.Data.Escalations;

/// <summary>Reads of escalations that the ticket's store needs too.</summary>
internal static class EscalationReader
{
    /// <summary>All escalations of a ticket, newest first.</summary>
    public static async Task<IReadOnlyList<EscalationItem>> OfTicketAsync(DbConnection connection, long ticketNumber, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<EscalationRow>(new CommandDefinition(EscalationSql.OfTicket, new { ticketNumber }, cancellationToken: ct)).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToItem())];
    }
}
