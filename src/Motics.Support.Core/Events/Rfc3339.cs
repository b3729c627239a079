using System.Globalization;

namespace Motics.Support.Core.Events;

/// <summary>Times as RFC 3339 writes them, strictly: date, time, zone; any number of decimals.</summary>
public static class Rfc3339
{
    private const int ShortestLength = 20;
    private const int SecondsEnd = 19;

    /// <summary>The time in UTC, cut to the millisecond; null when the text is none. A leap second is the millisecond before it.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length < ShortestLength || text[10] is not ('T' or 't' or ' '))
            return null;
        var (zone, milliseconds) = Decimals(text);
        var leap = text[17..SecondsEnd] == "60";
        var seconds = string.Concat(text.AsSpan(0, 10), " ", text.AsSpan(11, 6), leap ? "59" : text.AsSpan(17, 2));
        if (milliseconds < 0 || Offset(text.AsSpan(zone)) is not { } offset
            || !DateTime.TryParseExact(seconds, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return null;
        var ticks = local.AddMilliseconds(leap ? 999 : milliseconds).Ticks - offset.Ticks;
        return ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    /// <summary>The time as the contract writes it, with milliseconds when it has any.</summary>
    public static string Write(DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        return utc.ToString(utc.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }

    private static (int End, int Milliseconds) Decimals(string text)
    {
        if (text[SecondsEnd] != '.')
            return (SecondsEnd, 0);
        var (end, milliseconds) = (SecondsEnd + 1, 0);
        for (; end < text.Length && char.IsAsciiDigit(text[end]); end++)
            milliseconds = end <= SecondsEnd + 3 ? (milliseconds * 10) + (text[end] - '0') : milliseconds;
        var digits = end - SecondsEnd - 1;
        return (end, digits switch { 0 => -1, 1 => milliseconds * 100, 2 => milliseconds * 10, _ => milliseconds });
    }

    private static TimeSpan? Offset(ReadOnlySpan<char> zone)
    {
        if (zone is "Z" or "z")
            return TimeSpan.Zero;
        if (zone.Length != 6 || zone[0] is not ('+' or '-') || zone[3] != ':'
            || !int.TryParse(zone[1..3], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || hours > 23
            || !int.TryParse(zone[4..], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes > 59)
            return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return zone[0] == '-' ? -offset : offset;
    }
}
