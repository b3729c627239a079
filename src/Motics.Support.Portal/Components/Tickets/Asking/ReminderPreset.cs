using System.Globalization;

namespace Motics.Support.Portal.Components.Tickets.Asking;

/// <summary>What the reminder dialog gives back.</summary>
/// <param name="At">When; null takes the reminder away.</param>
public sealed record ReminderChoice(DateTimeOffset? At);

/// <summary>A time that is offered for a reminder.</summary>
public sealed record ReminderPreset(string Label, DateTimeOffset At)
{
    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);

    /// <summary>In two hours; tomorrow at nine; Monday at nine when tomorrow is a day without a clinic.</summary>
    public static IReadOnlyList<ReminderPreset> All(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        var monday = today.AddDays(((int)DayOfWeek.Monday - (int)today.DayOfWeek + 7) % 7 is var days and > 0 ? days : 7);
        List<ReminderPreset> presets = [new("In 2 hours", now.AddHours(2)), new("Tomorrow morning", InZone(today.AddDays(1) + Morning, zone))];
        if (monday != today.AddDays(1))
        {
            presets.Add(new("Monday morning", InZone(monday + Morning, zone)));
        }

        return presets;
    }

    /// <summary>After a reply went out: in two hours, tomorrow at nine, in three days at nine.</summary>
    public static IReadOnlyList<ReminderPreset> AfterReply(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        return [new("In 2 hours", now.AddHours(2)), new("Tomorrow", InZone(today.AddDays(1) + Morning, zone)), new("In 3 days", InZone(today.AddDays(3) + Morning, zone))];
    }

    /// <summary>The instant of a wall-clock time; one that the clocks skip in spring is taken an hour later.</summary>
    public static DateTimeOffset InZone(DateTime local, TimeZoneInfo zone)
    {
        var there = DateTime.SpecifyKind(zone.IsInvalidTime(local) ? local.AddHours(1) : local, DateTimeKind.Unspecified);
        return new DateTimeOffset(there, zone.GetUtcOffset(there)).ToUniversalTime();
    }

    /// <summary>The time as the agent's clock will show it.</summary>
    public string Shown(TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(At, zone).ToString("ddd d MMM, HH:mm", CultureInfo.GetCultureInfo("en-GB"));
}
