using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Core.Organisations;

/// <summary>What a line of the timeline is about; the timeline's filter.</summary>
public enum TimelineKind { Errors, Keys, Searches, Successes, Tickets, Organisation }

/// <summary>Which part of an organisation's timeline; newest first.</summary>
/// <param name="Kinds">Empty for all.</param>
/// <param name="Cursor">As given back with the page before; null for the first.</param>
/// <param name="Limit">1 to 200; null for the default.</param>
public sealed record TimelineQuery(IReadOnlyList<TimelineKind> Kinds, string? Cursor = null, int? Limit = null);

/// <summary>A page of everything that happened to an organisation.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Next">Cursor of the next page; null when this is the last.</param>
/// <param name="EventsSince">Time of the oldest event still kept: nothing is known of before. Null when there is no event.</param>
public sealed record Timeline(IReadOnlyList<TimelineItem> Items, string? Next, DateTimeOffset? EventsSince);

/// <summary>Something that happened: an event of Motics OS, or something done to a ticket. Null where it says nothing. Texts are masked.</summary>
public sealed record TimelineItem
{
    /// <summary>Stable within the organisation's timeline.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required TimelineKind Kind { get; init; }

    /// <summary>Wire name: of the <see cref="Event"/> or of the <see cref="Ticket"/>'s activity, with <c>ticket-</c> before it.</summary>
    public required string Type { get; init; }

    /// <summary>Set when it is an event.</summary>
    public EventType? Event { get; init; }

    public Ehr? Ehr { get; init; }

    public string? CorrelationId { get; init; }

    public string? ErrorGroupId { get; init; }

    public TimelineError? Error { get; init; }

    public TimelineKey? Key { get; init; }

    /// <summary>Patients found by a search.</summary>
    public int? ResultCount { get; init; }

    public string? LocationId { get; init; }

    /// <summary>What <c>organisation.updated</c> and <c>.migrated</c> told.</summary>
    public TimelineChange? Change { get; init; }

    /// <summary>Set when it was done to a ticket.</summary>
    public TimelineTicket? Ticket { get; init; }
}

/// <summary>A failure.</summary>
public sealed record TimelineError(
    ErrorKind Kind, string Message, Operation? Operation, string? Code, int? HttpStatus, NookalRegion? NookalRegion, string? ClinikoShard);

/// <summary>A saved key. <see cref="Fingerprint"/> is its first 8 characters.</summary>
public sealed record TimelineKey(string Fingerprint, string? Suffix, KeyType? Type, NookalRegion? NookalRegion, MoticsRole? ActorRole);

/// <summary>What became of the organisation itself.</summary>
public sealed record TimelineChange(string? Name, NookalRegion? NookalRegion, string? NookalSite, string? ClinikoShard, string? TimeZone, string? Wave);

/// <summary>Something done to a ticket.</summary>
public sealed record TimelineTicket(long Number, TicketActivityKind Activity, string ActorName, string Text);
