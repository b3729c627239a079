using Dapper;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Data.Tickets;

/// <summary>
/// Fills what tickets keep since migration 0009 into open tickets that were there before, once. It may be broken off and begun again: a ticket that somebody
/// changes meanwhile keeps it by that.
/// </summary>
internal sealed class ComplaintFilling(Database database, TimeProvider clock)
{
    /// <summary>The migration that it belongs to.</summary>
    public const string Script = "0009_tickets.sql";

    private const string Open = "SELECT number FROM ticket WHERE complaint_known = 0 AND status <> 'closed' ORDER BY number";

    private readonly OrganisationReading organisations = new(database);

    /// <summary>Gives back how many were filled.</summary>
    public async Task<int> FillAsync(CancellationToken ct)
    {
        var numbers = await database.ReadAsync(connection => connection.QueryAsync<long>(new CommandDefinition(Open, cancellationToken: ct)), ct).ConfigureAwait(false);
        var filled = 0;
        foreach (var number in numbers)
        {
            filled += await FillAsync(number, ct).ConfigureAwait(false);
        }

        return filled;
    }

    private async Task<int> FillAsync(long number, CancellationToken ct)
    {
        var ticket = await database.ReadAsync(async connection =>
        {
            var file = await TicketStore.FindAsync(connection, database.Dialect, number, ct).ConfigureAwait(false);
            var organisation = file is null ? null : await organisations.FindAsync(connection, file.Ticket.OrganisationId, clock.GetUtcNow(), ct).ConfigureAwait(false);
            return organisation is null ? null : TicketFilling.Fill(file!, organisation, clock.GetUtcNow());
        }, ct).ConfigureAwait(false);
        return ticket is null ? 0 : await database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            new CommandDefinition(TicketSql.Fill, TicketRow.Of(ticket, null), transaction, cancellationToken: ct)), Database.LongPatience, ct).ConfigureAwait(false);
    }
}
