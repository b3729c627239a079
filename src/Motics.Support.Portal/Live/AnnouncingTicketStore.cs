using Motics.Support.Core;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Portal.Live;

/// <summary>Wakes open pages after every change of a ticket that was kept, whoever made it: page, API or demo.</summary>
internal sealed class AnnouncingTicketStore(ITicketStore inner, LiveUpdates live) : ITicketStore
{
    public async Task<long> CreateAsync(string? requestId, Func<long, TicketChange> compose, CancellationToken ct)
    {
        TicketChange? made = null;
        var number = await inner.CreateAsync(requestId, given => made = compose(given), ct);
        if (made is not null)
        {
            Announce(made);
        }

        return number;
    }

    public async Task<bool> SaveAsync(TicketChange change, CancellationToken ct)
    {
        var kept = await inner.SaveAsync(change, ct);
        if (kept)
        {
            Announce(change);
        }

        return kept;
    }

    public Task<TicketFile?> FindAsync(long number, CancellationToken ct) => inner.FindAsync(number, ct);

    public Task<IReadOnlyList<TicketActivity>> ActivitySinceAsync(long number, int version, CancellationToken ct) => inner.ActivitySinceAsync(number, version, ct);

    public Task<Outcome<TicketPage>> ListAsync(TicketQuery query, DateTimeOffset now, CancellationToken ct) => inner.ListAsync(query, now, ct);

    public Task<ScreenshotFile?> ScreenshotAsync(long number, string id, CancellationToken ct) => inner.ScreenshotAsync(number, id, ct);

    public Task<IReadOnlyList<Person>> PeopleAsync(CancellationToken ct) => inner.PeopleAsync(ct);

    public Task RememberAsync(Person person, DateTimeOffset now, CancellationToken ct) => inner.RememberAsync(person, now, ct);

    public Task AuditAsync(AuditEntry entry, CancellationToken ct) => inner.AuditAsync(entry, ct);

    // The organisation too: its open tickets are counted on its page and in lists.
    private void Announce(TicketChange change)
    {
        live.TicketChanged(change.Ticket.Number);
        live.OrganisationsChanged([change.Ticket.OrganisationId]);
    }
}
