using Motics.Support.Core.Audit;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Tickets.Replies;

namespace Motics.Support.Core.Tickets;

/// <summary>How tickets are kept. Each write is one transaction, its audit entries included.</summary>
public interface ITicketStore
{
    /// <summary>Gives out the next number and keeps what is composed for it, which is given back. An already known request id keeps nothing and gives its ticket's number alone.</summary>
    Task<(long Number, TicketChange? Made)> CreateAsync(string? requestId, Func<long, TicketChange> compose, CancellationToken ct);

    /// <summary>Keeps the change when the stored version is one less than the change's; false, and nothing kept, when it is not.</summary>
    Task<bool> SaveAsync(TicketChange change, CancellationToken ct);

    /// <summary>The ticket with its parts; null when there is none.</summary>
    Task<TicketFile?> FindAsync(long number, CancellationToken ct);

    /// <summary>What happened after this version, oldest first.</summary>
    Task<IReadOnlyList<TicketActivity>> ActivitySinceAsync(long number, int version, CancellationToken ct);

    /// <summary>A page of rows; <paramref name="now"/> decides which reminders are due. Refused when limit or cursor are no good.</summary>
    Task<Outcome<CountedPage<TicketItem>>> ListAsync(TicketQuery query, DateTimeOffset now, CancellationToken ct);

    /// <summary>The bytes of one screenshot; null when this ticket has no such one.</summary>
    Task<ScreenshotFile?> ScreenshotAsync(long number, string id, CancellationToken ct);

    /// <summary>Everybody who ever acted or was given a ticket, by name.</summary>
    Task<IReadOnlyList<Person>> PeopleAsync(CancellationToken ct);

    /// <summary>Remembers somebody who signed in, so that tickets can be given to them.</summary>
    Task RememberAsync(Person person, DateTimeOffset now, CancellationToken ct);

    /// <summary>Keeps an audit entry that belongs to no change: a refusal, the reading of a screenshot.</summary>
    Task AuditAsync(AuditEntry entry, CancellationToken ct);
}

/// <summary>A ticket with what is kept beside it.</summary>
public sealed record TicketFile(
    Ticket Ticket, IReadOnlyList<TicketNote> Notes, IReadOnlyList<Screenshot> Screenshots,
    IReadOnlyList<TicketActivity> Activity, IReadOnlyList<EscalationItem> Escalations)
{
    /// <summary>How many lines of activity are read.</summary>
    public const int MostActivity = 200;

    /// <summary>What became of the reply; null while nobody has edited or copied it.</summary>
    public TicketReply? Reply { get; init; }

    /// <summary>As it would be read once this change is kept.</summary>
    public TicketFile After(TicketChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with
        {
            Ticket = change.Ticket,
            Notes = [.. Notes, .. change.Notes],
            Screenshots = change.Screenshot is { } added ? [.. Screenshots, added.Screenshot] : Screenshots,
            Activity = [.. change.Activity.Reverse().Concat(Activity).Take(MostActivity)],
            Escalations = [.. Escalations.Select(row => row with { TicketSubject = change.Ticket.Subject })],
            Reply = change.Reply ?? Reply,
        };
    }
}

/// <summary>One change of one ticket, with everything that is kept together with it.</summary>
public sealed record TicketChange
{
    /// <summary>As it is afterwards, version included.</summary>
    public required Ticket Ticket { get; init; }

    public IReadOnlyList<TicketActivity> Activity { get; init; } = [];

    public IReadOnlyList<AuditEntry> Audit { get; init; } = [];

    public IReadOnlyList<TicketNote> Notes { get; init; } = [];

    public ScreenshotFile? Screenshot { get; init; }

    /// <summary>What became of the reply, whole; null when that did not change.</summary>
    public TicketReply? Reply { get; init; }

    public TicketRun? Run { get; init; }

    /// <summary>People to remember by name: the actor, the new assignee.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];
}
