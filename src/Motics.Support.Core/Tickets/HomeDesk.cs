using Motics.Support.Core.Access;
using Motics.Support.Core.Escalations;

namespace Motics.Support.Core.Tickets;

/// <summary>What needs somebody now, by what they may do. Counts and rows come from the queries that the pages behind them use.</summary>
public sealed class HomeDesk(IHomeStore store, ITicketStore tickets, IEscalationStore escalations, TimeProvider clock)
{
    private const int MineShown = 200;
    private const int Shown = 8;

    /// <summary>Everything the home page shows.</summary>
    public async Task<Outcome<NeedsMe>> NeedsMeAsync(Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.May(Permission.ReadTickets))
        {
            return new Refusal.Denied(Permission.ReadTickets);
        }

        var mine = new TicketQuery { Assignee = actor.Id, OpenOnly = true };
        return new NeedsMe
        {
            Mine = MostUrgentFirst(await TicketsAsync(mine, MineShown, ct).ConfigureAwait(false)),
            Woken = MostUrgentFirst(await TicketsAsync(mine with { Woken = true }, MineShown, ct).ConfigureAwait(false)),
            Waiting = await TicketsAsync(mine with { Statuses = [TicketStatus.WaitingOnClinic], Order = TicketOrder.LongestUntouched }, Shown, ct).ConfigureAwait(false),
            Unassigned = await TicketsAsync(new() { Assignee = TicketQuery.Nobody, OpenOnly = true, Order = TicketOrder.Oldest }, Shown, ct).ConfigureAwait(false),
            Returned = await EscalationsAsync(new() { Statuses = [EscalationStatus.NeedsInfo], TicketAssignee = actor.Id }, ct).ConfigureAwait(false),
            Unattended = await store.UnattendedAsync(Shown, clock.GetUtcNow(), ct).ConfigureAwait(false),
            Stuck = actor.May(Permission.ReassignTickets) ? await TicketsAsync(new() { Stuck = true, Order = TicketOrder.LongestUntouched }, Shown, ct).ConfigureAwait(false) : null,
            Submitted = actor.May(Permission.WorkEscalations) ? await EscalationsAsync(new() { Statuses = [EscalationStatus.Submitted] }, ct).ConfigureAwait(false) : null,
            Accepted = actor.May(Permission.WorkEscalations) ? await EscalationsAsync(new() { Statuses = [EscalationStatus.Accepted] }, ct).ConfigureAwait(false) : null,
        };
    }

    private async Task<TicketPart> TicketsAsync(TicketQuery query, int limit, CancellationToken ct)
    {
        var page = (await tickets.ListAsync(query with { Limit = limit }, clock.GetUtcNow(), ct).ConfigureAwait(false)).Value!;
        return new(page.Total, page.Items, query);
    }

    private async Task<EscalationPart> EscalationsAsync(EscalationQuery query, CancellationToken ct)
    {
        var page = (await escalations.ListAsync(query with { Limit = Shown }, ct).ConfigureAwait(false)).Value!;
        return new(page.Total, page.Items, query);
    }

    private static TicketPart MostUrgentFirst(TicketPart part) =>
        part with { First = [.. part.First.OrderBy(row => row.Standing.Urgency).ThenBy(row => row.Ticket.TouchedAt)] };
}

/// <summary>Reads for the home page.</summary>
public interface IHomeStore
{
    /// <summary>Organisations that need a key or fail, have no open ticket and are in no outage: how many, and the first of them, longest first.</summary>
    /// <param name="limit">How many of them to give.</param>
    /// <param name="now">Which incidents last is judged by it.</param>
    /// <param name="ct">Stops reading.</param>
    Task<UnattendedPart> UnattendedAsync(int limit, DateTimeOffset now, CancellationToken ct);
}
