namespace Motics.Support.Simulator.Clinics;

/// <summary>When a clinic is at work: eight to six by its own clock, weekends quiet, some open on Saturday mornings.</summary>
public static class ClinicHours
{
    private static readonly TimeSpan Opens = TimeSpan.FromHours(8);
    private static readonly TimeSpan Closes = TimeSpan.FromHours(18);
    private static readonly TimeSpan ClosesOnSaturday = TimeSpan.FromHours(12.5);

    /// <summary>True when somebody is likely to be at work.</summary>
    public static bool IsOpen(Clinic clinic, DateTimeOffset moment)
    {
        var local = clinic.Local(moment);
        return local.TimeOfDay >= Opens && local.TimeOfDay < ClosingTime(clinic, local.DayOfWeek);
    }

    /// <summary>Moments of work in the period, about <paramref name="aDay"/> on a full day, in order of time.</summary>
    public static IEnumerable<DateTimeOffset> Moments(Clinic clinic, Chance chance, DateTimeOffset from, DateTimeOffset to, int aDay)
    {
        var offset = clinic.Home.Country.Offset;
        for (var day = new DateTimeOffset(clinic.Local(from).Date, offset); day < to; day = day.AddDays(1))
            foreach (var moment in OfOneDay(clinic, chance, day, aDay))
                if (moment >= from && moment < to)
                    yield return moment.ToUniversalTime();
    }

    /// <summary>The next moment of work after <paramref name="from"/>, or a moment shortly after it when that would come after <paramref name="latest"/>.</summary>
    public static DateTimeOffset Next(Clinic clinic, Chance chance, DateTimeOffset from, DateTimeOffset latest)
    {
        var candidate = from + chance.Between(TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(70));
        for (var moment = candidate; moment < latest; moment += TimeSpan.FromMinutes(47))
            if (IsOpen(clinic, moment))
                return moment;
        return candidate < latest ? candidate : from + ((latest - from) * 0.5);
    }

    private static IEnumerable<DateTimeOffset> OfOneDay(Clinic clinic, Chance chance, DateTimeOffset day, int aDay)
    {
        var hours = ClosingTime(clinic, day.DayOfWeek) - Opens;
        if (hours <= TimeSpan.Zero)
            return [];
        var expected = aDay * (hours / (Closes - Opens));
        var count = (int)expected + (chance.Happens(expected - Math.Floor(expected)) ? 1 : 0) + (chance.Happens(0.3) ? 1 : 0);
        return Enumerable.Range(0, count).Select(_ => day + Opens + chance.Between(TimeSpan.Zero, hours)).Order();
    }

    private static TimeSpan ClosingTime(Clinic clinic, DayOfWeek day) => day switch
    {
        DayOfWeek.Sunday => TimeSpan.Zero,
        DayOfWeek.Saturday => clinic.OpenOnSaturday ? ClosesOnSaturday : TimeSpan.Zero,
        _ => Closes,
    };
}
