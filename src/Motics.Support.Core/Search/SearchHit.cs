namespace Motics.Support.Core.Search;

/// <summary>What the global search found something in.</summary>
public enum SearchHitKind { Organisation, Ticket, Escalation, Event, ErrorGroup }

/// <summary>One thing that the global search found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Organisation id, ticket or escalation number, error group id; for <see cref="SearchHitKind.Event"/> the organisation's id.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Context">What stands beside it: the clinic of a ticket, the correlation id that led here; null for nothing.</param>
public sealed record SearchHit(SearchHitKind Kind, string Id, string Title, string? Context);
