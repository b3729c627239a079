using System.Globalization;
using Motics.Support.Core.Events;

namespace Motics.Support.Core.Organisations.Folding;

/// <summary>
/// An event's place in the order of events: time, type in the order of the contract, source, id. One text that sorts by its characters, so
/// that program and both engines agree; the space between the parts sorts below every character of an identifier.
/// </summary>
public readonly record struct EventStamp(string Text) : IComparable<EventStamp>
{
    private const int TimeDigits = 13;
    private const long Latest = 9_999_999_999_999;
    private const int MomentDigits = TimeDigits + 3;

    /// <summary>The place of an event.</summary>
    public static EventStamp Of(IntegrationEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return Of(happened.Time.ToUnixTimeMilliseconds(), (int)happened.Type, happened.Source, happened.Id);
    }

    /// <summary>The place of an event with these parts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is before 1970 or after 2286: its text would be read as another time, and sort as another. Readers of input refuse such times long before.</exception>
    public static EventStamp Of(long at, int typeOrder, string source, string id)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(at);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(at, Latest);
        return new(string.Create(CultureInfo.InvariantCulture, $"{at:D13} {typeOrder:D2} {source} {id}"));
    }

    /// <summary>Unix milliseconds of the event.</summary>
    public long At => long.Parse(Text.AsSpan(0, TimeDigits), CultureInfo.InvariantCulture);

    /// <summary>Time of the event, UTC.</summary>
    public DateTimeOffset Time => DateTimeOffset.FromUnixTimeMilliseconds(At);

    /// <inheritdoc />
    public int CompareTo(EventStamp other) => string.CompareOrdinal(Text, other.Text);

    /// <summary>Time and type alone: before every event of that time and type, and after all that come before those.</summary>
    public EventStamp Moment => Text.Length == MomentDigits ? this : new(Text[..MomentDigits]);

    /// <summary>A time and a type alone.</summary>
    public static EventStamp MomentOf(long at, EventType type) => new(string.Create(CultureInfo.InvariantCulture, $"{at:D13} {(int)type:D2}"));

    /// <summary>The later of two; null is earlier than everything.</summary>
    public static EventStamp? Later(EventStamp? left, EventStamp? right) => IsAfter(left, right) ? left : right;

    /// <summary>True when the first is later than the second; null is earlier than everything.</summary>
    public static bool IsAfter(EventStamp? left, EventStamp? right) => left is { } one && (right is not { } other || one.CompareTo(other) > 0);

    public static bool operator <(EventStamp left, EventStamp right) => left.CompareTo(right) < 0;

    public static bool operator >(EventStamp left, EventStamp right) => left.CompareTo(right) > 0;

    public static bool operator <=(EventStamp left, EventStamp right) => left.CompareTo(right) <= 0;

    public static bool operator >=(EventStamp left, EventStamp right) => left.CompareTo(right) >= 0;

    /// <inheritdoc />
    public override string ToString() => Text;
}
