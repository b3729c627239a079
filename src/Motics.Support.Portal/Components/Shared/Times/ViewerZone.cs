using System.Globalization;
using System.Text.RegularExpressions;

namespace Motics.Support.Portal.Components.Shared.Times;

/// <summary>
/// The time zone of whoever looks at the page, one for each circuit: what the browser says, remembered in a cookie so that the next first
/// answer knows it already; UTC until it is known, and when it names a zone that is not known here.
/// </summary>
public sealed partial class ViewerZone(TickingClock clock)
{
    /// <summary>Name of the cookie, written by <c>js/zone.js</c>.</summary>
    public const string Cookie = "zone";

    private const int Longest = 64;

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    private bool IsUtc => Zone.HasSameRules(TimeZoneInfo.Utc);

    /// <summary>Takes the zone of this IANA name; one that is no good, or null, changes nothing. Times that are shown follow at once.</summary>
    public void Use(string? name)
    {
        if (name is null || name == Zone.Id || name.Length > Longest || !Iana().IsMatch(name) || !TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            return;
        Zone = zone;
        clock.Nudge();
    }

    /// <summary>The same moment with the viewer's offset, which <see cref="Wording.Times"/> writes as it stands.</summary>
    public DateTimeOffset Here(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>The exact moment for the viewer, at the clinic when its zone is known, and in UTC; a line each.</summary>
    public string Exact(DateTimeOffset at, TimeZoneInfo? clinic)
    {
        List<string> lines = [Wording.Times.Exact(at)];
        if (!IsUtc)
            lines.Insert(0, $"{Format(Here(at), "ddd d MMM yyyy, HH:mm:ss")} your time");
        if (clinic is not null)
            lines.Insert(1, $"{Format(TimeZoneInfo.ConvertTime(at, clinic), "ddd d MMM, HH:mm")} at the clinic");
        return string.Join('\n', lines);
    }

    /// <summary>Whose times stand in a table or a margin: "times in UTC", "your time, UTC+11".</summary>
    public string Note(DateTimeOffset now) => IsUtc ? "times in UTC" : $"your time, UTC{Offset(Here(now).Offset)}";

    private static string Offset(TimeSpan offset)
    {
        var sign = offset < TimeSpan.Zero ? "\u2212" : "+";
        return offset.Minutes == 0 ? $"{sign}{Math.Abs(offset.Hours)}" : $"{sign}{Math.Abs(offset.Hours)}:{Math.Abs(offset.Minutes):00}";
    }

    private static string Format(DateTimeOffset at, string format) => at.ToString(format, CultureInfo.InvariantCulture);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}$")]
    private static partial Regex Iana();
}
