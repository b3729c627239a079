using Motics.Support.Core;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Replies;

namespace Motics.Support.Data.Tickets;

/// <summary>A row of the table <c>ticket_reply</c>; what nobody has done is null.</summary>
internal sealed class ReplyRow
{
    public long TicketNumber { get; init; }
    public string? Text { get; init; }
    public string? RuleId { get; init; }
    public string? Composed { get; init; }
    public long? EditedAt { get; init; }
    public string? EditedById { get; init; }
    public string? EditedByName { get; init; }
    public long? CopiedAt { get; init; }
    public string? CopiedForm { get; init; }
    public int? CopiedVersion { get; init; }
    public string? CopiedById { get; init; }
    public string? CopiedByName { get; init; }

    public static ReplyRow Of(long ticketNumber, TicketReply reply) => new()
    {
        TicketNumber = ticketNumber,
        Text = reply.Edited?.Text,
        RuleId = reply.Edited?.RuleId,
        Composed = reply.Edited?.Composed,
        EditedAt = UnixTime.Of(reply.Edited?.At),
        EditedById = reply.Edited?.By.Id,
        EditedByName = reply.Edited?.By.Name,
        CopiedAt = UnixTime.Of(reply.Copied?.At),
        CopiedForm = Kebab.Name(reply.Copied?.Form),
        CopiedVersion = reply.Copied?.Version,
        CopiedById = reply.Copied?.By.Id,
        CopiedByName = reply.Copied?.By.Name,
    };

    public TicketReply ToReply() => new(
        Text is null ? null : new(Text, RuleId!, Composed!, UnixTime.Time(EditedAt!.Value), new(EditedById!, EditedByName!)),
        Kebab.Parse<ReplyForm>(CopiedForm) is { } form ? new(UnixTime.Time(CopiedAt!.Value), form, CopiedVersion!.Value, new(CopiedById!, CopiedByName!)) : null);
}
