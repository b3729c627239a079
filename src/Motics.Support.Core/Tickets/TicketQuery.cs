using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;

namespace Motics.Support.Core.Tickets;

/// <summary>In which order tickets are listed.</summary>
public enum TicketOrder
{
    /// <summary>Newest number first.</summary>
    Newest,

    /// <summary>Oldest number first.</summary>
    Oldest,

    /// <summary>The one that its agent has left alone longest comes first.</summary>
    LongestUntouched,
}

/// <summary>Which tickets; every given condition must hold.</summary>
public sealed record TicketQuery
{
    /// <summary>Assignee that means "nobody".</summary>
    public const string Nobody = "none";

    /// <summary>Any of these; empty for all.</summary>
    public IReadOnlyList<TicketStatus> Statuses { get; init; } = [];

    /// <summary>Only those that are not closed.</summary>
    public bool OpenOnly { get; init; }

    /// <summary>Id of a person, or <see cref="Nobody"/>.</summary>
    public string? Assignee { get; init; }

    public string? OrganisationId { get; init; }

    /// <summary>Only those that this outreach made; null for all.</summary>
    public string? OutreachId { get; init; }

    /// <summary>True: only open ones that want their agent again.</summary>
    public bool Woken { get; init; }

    /// <summary>True: only open ones that nobody has changed for <see cref="StuckAfter"/>.</summary>
    public bool Stuck { get; init; }

    /// <summary>As given back with the page before; null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>1–200; null for 50.</summary>
    public int? Limit { get; init; }

    public TicketOrder Order { get; init; } = TicketOrder.Newest;

    /// <summary>How long an open ticket may rest before leads see it as stuck.</summary>
    public static TimeSpan StuckAfter { get; } = TimeSpan.FromDays(2);
}

/// <summary>A ticket as lists show it, with its clinic as it is now.</summary>
public sealed record TicketItem
{
    public required Ticket Ticket { get; init; }

    public string? OrganisationName { get; init; }

    public Ehr? Ehr { get; init; }

    /// <summary>Nookal region or Cliniko shard, by wire name; null when not known.</summary>
    public string? Place { get; init; }

    public Health Health { get; init; } = Health.Unknown;

    public DateTimeOffset? HealthSince { get; init; }

    /// <summary>The escalation that is open; null when none is.</summary>
    public long? EscalationNumber { get; init; }

    /// <summary>The engineers who have it asked back, and the answers were not sent yet.</summary>
    public bool EngineersAsk { get; init; }

    /// <summary><see cref="Ticket.HasFailedSinceEngineers"/>.</summary>
    public bool HasFailedSinceEngineers { get; init; }

    /// <summary>The event that proves its complaint answered; null while none does.</summary>
    public ProvenBy? ProvenBy { get; init; }

    /// <summary>A key was pasted or sent, and no new one was saved since.</summary>
    public bool KeyExposed { get; init; }

    /// <summary>Why it wants its agent again; empty when it does not.</summary>
    public IReadOnlyList<WakeReason> Woken { get; init; } = [];

    /// <summary>How lists show the reporter; null when nobody is noted.</summary>
    public string? ReporterShort => ReporterMask.Shorten(Ticket.Reporter);

    /// <summary>The agent said that patients are waiting in the room.</summary>
    public bool InClinicNow => Ticket.Answers.TryGetValue("inClinicNow", out var answer) && answer.Value == "true";

    /// <summary>Where it stands, in a few words, and how urgent that is.</summary>
    public TicketStanding Standing => TicketStanding.Of(this);
}
