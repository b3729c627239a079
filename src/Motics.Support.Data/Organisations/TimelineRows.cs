using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Data.Events;

namespace Motics.Support.Data.Organisations;

/// <summary>A line of the timeline with its place in it.</summary>
internal sealed record PlacedItem(TimelineItem Item, TimelinePlace Place);

/// <summary>An event as the timeline reads it.</summary>
internal sealed class TimelineEventRow
{
    private const int ShownOfFingerprint = 8;

    public long Seq { get; init; }
    public long At { get; init; }
    public int TypeOrder { get; init; }
    public string Type { get; init; } = "";
    public string? Ehr { get; init; }
    public string? ErrorKind { get; init; }
    public string? ErrorGroupId { get; init; }
    public string? CorrelationId { get; init; }
    public int? ResultCount { get; init; }
    public string Detail { get; init; } = "";

    public PlacedItem ToItem()
    {
        var type = Kebab.Parse<EventType>(Type)!.Value;
        var detail = EventDetail.Read(Detail);
        var item = new TimelineItem
        {
            Id = FormattableString.Invariant($"e{Seq}"),
            At = UnixTime.Time(At),
            Kind = KindOf(type),
            Type = Type,
            Event = type,
            Ehr = Kebab.Parse<Ehr>(Ehr),
            CorrelationId = CorrelationId,
            ErrorGroupId = ErrorGroupId,
            Error = detail.Error is { } error
                ? new TimelineError(Kebab.Parse<ErrorKind>(ErrorKind) ?? Core.Errors.ErrorKind.Unknown, error.Message, detail.Operation, error.Code, error.HttpStatus, error.NookalRegion, error.ClinikoShard)
                : null,
            Key = type == EventType.KeySaved ? Key(detail) : null,
            ResultCount = ResultCount,
            LocationId = detail.LocationId,
            Change = type is EventType.OrganisationUpdated or EventType.OrganisationMigrated
                ? new TimelineChange(detail.Name, detail.NookalRegion, detail.NookalSite, detail.ClinikoShard, detail.TimeZone, detail.Wave)
                : null,
        };
        return new PlacedItem(item, new TimelinePlace(At, null, TypeOrder, Seq));
    }

    private static TimelineKey Key(EventDetail detail)
    {
        var fingerprint = detail.KeyFingerprint ?? "";
        return new TimelineKey(TextCut.Plain(fingerprint, ShownOfFingerprint), detail.KeySuffix, detail.KeyType, detail.NookalRegion, detail.ActorRole);
    }

    private static TimelineKind KindOf(EventType type) => type switch
    {
        EventType.KeySaved => TimelineKind.Keys,
        EventType.PatientSearchCompleted => TimelineKind.Searches,
        EventType.Verified or EventType.NotePushSucceeded => TimelineKind.Successes,
        _ when type.IsFailing() => TimelineKind.Errors,
        _ => TimelineKind.Organisation,
    };
}

/// <summary>Something done to a ticket as the timeline reads it.</summary>
internal sealed class TimelineTicketRow
{
    public string Id { get; init; } = "";
    public long TicketNumber { get; init; }
    public long At { get; init; }
    public string Actor { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Text { get; init; } = "";

    public PlacedItem ToItem()
    {
        var item = new TimelineItem
        {
            Id = $"t{Id}",
            At = UnixTime.Time(At),
            Kind = TimelineKind.Tickets,
            Type = $"ticket-{Kind}",
            Ticket = new TimelineTicket(TicketNumber, Kebab.Parse<TicketActivityKind>(Kind)!.Value, Actor, Text),
        };
        return new PlacedItem(item, new TimelinePlace(At, Id, 0, 0));
    }
}
