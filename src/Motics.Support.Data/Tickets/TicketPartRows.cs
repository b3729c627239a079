using Motics.Support.Core;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Data.Tickets;

/// <summary>A row of the table <c>ticket_activity</c>.</summary>
internal sealed class ActivityRow
{
    public string Id { get; init; } = "";
    public long TicketNumber { get; init; }
    public string OrganisationId { get; init; } = "";
    public int Version { get; init; }
    public long At { get; init; }
    public string ActorId { get; init; } = "";
    public string Actor { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Text { get; init; } = "";

    public static ActivityRow Of(TicketActivity activity) => new()
    {
        Id = activity.Id,
        TicketNumber = activity.TicketNumber,
        OrganisationId = activity.OrganisationId,
        Version = activity.Version,
        At = UnixTime.Of(activity.At),
        ActorId = activity.By.Id,
        Actor = activity.By.Name,
        Kind = Kebab.Name(activity.Kind),
        Text = activity.Text,
    };

    public TicketActivity ToActivity() =>
        new(Id, TicketNumber, OrganisationId, Version, UnixTime.Time(At), new(ActorId, Actor), Kebab.Parse<TicketActivityKind>(Kind)!.Value, Text);
}

/// <summary>A row of the table <c>ticket_note</c>.</summary>
internal sealed class NoteRow
{
    public string Id { get; init; } = "";
    public long At { get; init; }
    public string ActorId { get; init; } = "";
    public string Actor { get; init; } = "";
    public string Text { get; init; } = "";

    public TicketNote ToNote() => new(Id, UnixTime.Time(At), new(ActorId, Actor), Text);
}

/// <summary>A row of the table <c>ticket_screenshot</c>; without its bytes unless they were asked for.</summary>
internal sealed class ScreenshotRow
{
    public string Id { get; init; } = "";
    public string FileName { get; init; } = "";
    public string ContentType { get; init; } = "";
    public int Width { get; init; }
    public int Height { get; init; }
    public int Size { get; init; }
    public long At { get; init; }
    public string ActorId { get; init; } = "";
    public string Actor { get; init; } = "";
    public byte[] Bytes { get; init; } = [];

    public Screenshot ToScreenshot() => new(Id, FileName, ContentType, Width, Height, Size, UnixTime.Time(At), new(ActorId, Actor));
}
