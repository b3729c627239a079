using System.Globalization;

namespace Motics.Support.Portal.Components.Wording;

/// <summary>Times as people read them, with the offset that they come with: <see cref="Shared.ViewerZone.Here"/> makes it the reader's. Only the exact form is always UTC, and says so.</summary>
public static class Times
{
    /// <summary>"just now", "4 min ago", "3 h ago", "2 days ago"; from about a month on the date itself.</summary>
    public static string Ago(DateTimeOffset at, DateTimeOffset now)
    {
        var age = now - at;
        if (age < TimeSpan.FromSeconds(-60))
            return $"in {Span(-age)}";
        if (age < TimeSpan.FromSeconds(45))
            return "just now";
        return age < TimeSpan.FromDays(32) ? $"{Span(age)} ago" : Day(at, now);
    }

    /// <summary>How long something has lasted: "for 27 days". Never "since 27 days ago".</summary>
    public static string For(DateTimeOffset since, DateTimeOffset now) => $"for {Span(now - since)}";

    /// <summary>The same with seconds below a minute: "4 s ago".</summary>
    public static string AgoInSeconds(DateTimeOffset at, DateTimeOffset now)
    {
        var seconds = Math.Max(0, (long)(now - at).TotalSeconds);
        return seconds < 60 ? $"{seconds} s ago" : Ago(at, now);
    }

    /// <summary>How long, in one unit: "1 min", "7 min", "3 h", "1 day", "288 days".</summary>
    public static string Span(TimeSpan span)
    {
        if (span < TimeSpan.FromHours(1))
            return $"{Math.Max(1, (long)Math.Round(span.TotalMinutes))} min";
        if (span < TimeSpan.FromHours(24))
            return $"{(long)span.TotalHours} h";
        var days = (long)span.TotalDays;
        return days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days:#,0} days");
    }

    /// <summary>The exact moment: "Tue 24 Nov 2026, 09:12:31 UTC".</summary>
    public static string Exact(DateTimeOffset at) => Format(at.ToUniversalTime(), "ddd d MMM yyyy, HH:mm:ss 'UTC'");

    /// <summary>Date and time in tables: "Tue 24 Nov, 09:05" within a week, else "3 Feb, 11:20"; with the year when it is another.</summary>
    public static string DateAndTime(DateTimeOffset at, DateTimeOffset now)
    {
        if (at.Year != now.Year)
            return Format(at, "d MMM yyyy, HH:mm");
        return (now - at).Duration() < TimeSpan.FromDays(6) ? Format(at, "ddd d MMM, HH:mm") : Format(at, "d MMM, HH:mm");
    }

    /// <summary>As short as the timeline's margin wants it: "09:12" today, "Mon 17:10" this week, "18 Nov 07:40" before.</summary>
    public static string Margin(DateTimeOffset at, DateTimeOffset now)
    {
        if (at.Date == now.Date)
            return Format(at, "HH:mm");
        if (at.Year != now.Year)
            return Format(at, "d MMM yyyy");
        return (now - at).Duration() < TimeSpan.FromDays(6) ? Format(at, "ddd HH:mm") : Format(at, "d MMM HH:mm");
    }

    /// <summary>The date: "18 Nov 2026", without the year when it is this one.</summary>
    public static string Day(DateTimeOffset at, DateTimeOffset now) =>
        Format(at, at.Year == now.Year ? "d MMM" : "d MMM yyyy");

    /// <summary>The date with its year: "18 Nov 2026".</summary>
    public static string FullDay(DateTimeOffset at) => Format(at, "d MMM yyyy");

    /// <summary>The date with its year, for <c>Say</c>.</summary>
    public static string FullDay(DateTimeOffset at, DateTimeOffset now) => FullDay(at);

    /// <summary>The clock alone: "09:12".</summary>
    public static string Clock(DateTimeOffset at) => Format(at, "HH:mm");

    /// <summary>To the second, for the audit: "24 Nov, 09:12:31"; with the year when it is another.</summary>
    public static string ToTheSecond(DateTimeOffset at, DateTimeOffset now) => Format(at, at.Year == now.Year ? "d MMM, HH:mm:ss" : "d MMM yyyy, HH:mm:ss");

    private static string Format(DateTimeOffset at, string format) => at.ToString(format, CultureInfo.InvariantCulture);
}
