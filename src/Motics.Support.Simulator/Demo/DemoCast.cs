using Motics.Support.Core.Events;
using Motics.Support.Simulator.Clinics;

namespace Motics.Support.Simulator.Demo;

/// <summary>Which clinics the demo's tickets are about.</summary>
internal sealed class DemoCast
{
    private readonly Rehearsal rehearsal;
    private readonly List<Comeback> comebacks;

    public DemoCast(Rehearsal rehearsal)
    {
        this.rehearsal = rehearsal;
        comebacks = [.. rehearsal.Clinics.Where(clinic => clinic.Story.Name == "reconnected").Select(Of).OrderByDescending(one => one.At)];
    }

    /// <summary>When the stories end.</summary>
    public DateTimeOffset Now => rehearsal.Now;

    /// <summary>The outage that is over.</summary>
    public (DateTimeOffset Since, DateTimeOffset Until) PastOutage => rehearsal.Almanac.PastOutage;

    /// <summary>When the shard that is down went down.</summary>
    public DateTimeOffset DownSince => rehearsal.Almanac.OutageSince;

    /// <summary>When the slow shard began to be slow.</summary>
    public DateTimeOffset SlowSince => rehearsal.Almanac.SlowSince;

    /// <summary>A clinic with this story, counted from 0.</summary>
    public Clinic Of(string story, int number) => rehearsal.Clinics.Where(clinic => clinic.Story.Name == story).ElementAt(number);

    /// <summary>A clinic that reconnected, 0 for the one that did so last.</summary>
    public Comeback Reconnected(int number) => comebacks[number];

    /// <summary>A clinic that had long been well when its shard went down for an afternoon; null when no such clinic exists.</summary>
    public Clinic? HitByPastOutage() =>
        comebacks.Skip(20).FirstOrDefault(one => one.Clinic.Home.Shard == Homes.OnceDownShard && one.At < PastOutage.Since.AddDays(-1))?.Clinic;

    private Comeback Of(Clinic clinic)
    {
        var history = rehearsal.History(clinic).ToList();
        var migrated = history.First(one => one.Type is EventType.OrganisationMigrated).Time;
        return new Comeback(clinic, migrated, history.Last(one => one.Type is EventType.KeySaved).Time);
    }
}

/// <summary>A clinic that reconnected after its migration.</summary>
/// <param name="At">When it saved the key that works.</param>
internal sealed record Comeback(Clinic Clinic, DateTimeOffset Migrated, DateTimeOffset At)
{
    /// <summary>When somebody there wrote to the help desk: within the day before, and after the migration.</summary>
    public DateTimeOffset Asked => At - Span;

    /// <summary>From then until the key that works.</summary>
    public TimeSpan Span { get; } = TimeSpan.FromHours(Math.Min(((At - Migrated) * 0.4).TotalHours, 21));
}
