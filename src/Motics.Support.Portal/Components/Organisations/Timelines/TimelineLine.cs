using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Wording;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Wording;

namespace Motics.Support.Portal.Components.Organisations.Timelines;

/// <summary>How one thing that happened is read in the timeline.</summary>
/// <param name="Tone">Colour of its dot.</param>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Rest">The rest of the line; null when there is none.</param>
public sealed record TimelineLine(Tone Tone, string Title, string? Rest)
{
    /// <summary>A group in one line: what all of it has in common.</summary>
    public static TimelineLine Of(TimelineGroup group, Ehr? own)
    {
        var line = Of(group.Newest, own);
        var whats = group.Items.Select(What).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select((what, index) => index == 0 ? what : Words.Lower(what)).ToList();
        if (group.Count == 1 || whats.Count == 0)
            return line;
        return TimelineGroup.Worked(group.Newest)
            ? line with { Title = $"{string.Join(", ", whats)} worked", Rest = null }
            : line with { Title = $"{string.Join(", ", whats)} {(group.Newest.Error is null ? "found nobody" : "failed")}", Rest = group.Newest.Error is null ? null : line.Rest };
    }

    /// <param name="item">What happened.</param>
    /// <param name="own">The organisation's own EHR; another one is named in the line.</param>
    public static TimelineLine Of(TimelineItem item, Ehr? own)
    {
        var line = item switch
        {
            { Ticket: { } ticket } => OfTicket(ticket),
            { Error: { } error } => new(Words.HasOwnCredentials(own) ? Tone.Mute : Tone.Bad, $"{Labels.Of(TimelineGroup.OperationOf(item))} failed", Join(Words.Lower(Words.OfKind(error.Kind, own)), error.HttpStatus?.ToString(System.Globalization.CultureInfo.InvariantCulture))),
            { Key: { } key } => OfKey(key, item.Ehr ?? own),
            _ => OfEvent(item),
        };
        return item.Ehr is { } ehr && own is not null && ehr != own ? line with { Rest = Join(Labels.Of(ehr), line.Rest) } : line;
    }

    private static TimelineLine OfTicket(TimelineTicket ticket) => new(
        ticket.Activity switch
        {
            TicketActivityKind.Escalated => Tone.Incident,
            TicketActivityKind.Closed or TicketActivityKind.EscalationResolved => Tone.Ok,
            TicketActivityKind.EscalationReturned => Tone.Warn,
            _ => Tone.Mute,
        },
        $"Ticket #{ticket.Number}", $"{ticket.ActorName} {ticket.Text}");

    private static TimelineLine OfKey(TimelineKey key, Ehr? ehr) => new(Tone.Brand, Words.HasOwnCredentials(ehr) ? "Credentials saved" : "Key saved", Join(
        key.ActorRole is { } role ? Words.ByA(role) : null,
        key.NookalRegion is { } region ? $"region {Labels.Of(region)}" : null,
        key.Type is { } type ? Labels.Of(type) : null,
        key.Suffix switch { null => null, "" => "no ending", var suffix => $"ends in -{suffix}" },
        $"fingerprint {key.Fingerprint}"));

    private static TimelineLine OfEvent(TimelineItem item) => item.Event switch
    {
        EventType.OrganisationMigrated => new(Tone.Ok, "Migrated to Motics OS", item.Change?.Wave is { Length: > 0 } wave ? $"wave {wave}" : null),
        EventType.OrganisationUpdated => new(Tone.Mute, "Details changed in Motics", OfChange(item.Change)),
        EventType.IntegrationEnabled => new(Tone.Brand, $"{Labels.Of(item.Ehr ?? Ehr.None)} switched on", null),
        EventType.IntegrationDisabled => new(Tone.Warn, $"{Labels.Of(item.Ehr ?? Ehr.None)} switched off", null),
        EventType.Verified => new(Tone.Ok, "Connection checked", "it works"),
        EventType.NotePushSucceeded => new(Tone.Ok, "Note pushed", null),
        EventType.PatientSearchCompleted when item.ResultCount > 0 => new(Tone.Ok, "Patient search", $"found {Words.Number(item.ResultCount.Value)}"),
        EventType.PatientSearchCompleted => new(Tone.Warn, "Patient search", "found nobody"),
        EventType.Copied => new(Tone.Mute, "A note was taken out with Copy", null),
        _ => new(Tone.Mute, "Something happened", null),
    };

    private static string? OfChange(TimelineChange? change) => change is null ? null : Join(
        change.Name is { } name ? $"name {name}" : null,
        change.NookalRegion is { } region ? $"region {Labels.Of(region)}" : null,
        change.NookalSite is { } site ? $"signs in at {site}" : null,
        change.ClinikoShard is { } shard ? $"shard {shard}" : null,
        change.TimeZone is { } zone ? $"time zone {zone}" : null);

    private static string? What(TimelineItem item) => item switch
    {
        { Error: not null } or { Event: EventType.PatientSearchCompleted or EventType.NotePushSucceeded or EventType.Verified } => Labels.Of(TimelineGroup.OperationOf(item)),
        _ => null,
    };

    private static string? Join(params string?[] parts)
    {
        var said = parts.Where(part => !string.IsNullOrEmpty(part)).ToList();
        return said.Count == 0 ? null : string.Join(" · ", said);
    }
}
