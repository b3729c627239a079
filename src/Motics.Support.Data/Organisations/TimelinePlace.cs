using System.Globalization;
using Motics.Support.Core;
using Motics.Support.Core.Paging;

namespace Motics.Support.Data.Organisations;

/// <summary>
/// A place in the timeline, newest first. At one time what was done to tickets stands before events, tickets by their activity's id, events by
/// their type's order and then by their number.
/// </summary>
/// <param name="At">Unix milliseconds.</param>
/// <param name="TicketId">Id of the activity; null for an event.</param>
internal sealed record TimelinePlace(long At, string? TicketId, int TypeOrder, long Seq) : IComparable<TimelinePlace>
{
    /// <summary>Before everything.</summary>
    public static readonly TimelinePlace Beginning = new(long.MaxValue, null, int.MaxValue, long.MaxValue);

    public static Outcome<TimelinePlace> Read(string? cursor, string scope)
    {
        var read = Cursor.Read(cursor, scope, CursorKey.Number, CursorKey.TextOrNull, CursorKey.Number, CursorKey.Number);
        if (!read.Done)
        {
            return read.Refusal;
        }

        if (read.Value.Length == 0)
        {
            return Beginning;
        }

        return Cursor.Number(read.Value[2]) is >= int.MinValue and <= int.MaxValue and var typeOrder
            ? new TimelinePlace(Cursor.Number(read.Value[0]), read.Value[1], (int)typeOrder, Cursor.Number(read.Value[3]))
            : Cursor.Refused;
    }

    public string Write(string scope) => Cursor.Write(
        scope, At.ToString(CultureInfo.InvariantCulture), TicketId, TypeOrder.ToString(CultureInfo.InvariantCulture), Seq.ToString(CultureInfo.InvariantCulture));

    /// <summary>Earlier in the list is smaller.</summary>
    public int CompareTo(TimelinePlace? other)
    {
        if (other is null || At != other.At)
        {
            return other is null ? 1 : other.At.CompareTo(At);
        }

        if ((TicketId is null) != (other.TicketId is null))
        {
            return TicketId is null ? 1 : -1;
        }

        return TicketId is not null
            ? string.CompareOrdinal(other.TicketId, TicketId)
            : (other.TypeOrder, other.Seq).CompareTo((TypeOrder, Seq));
    }
}
