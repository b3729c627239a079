using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Portal.Components.Migration;

namespace Motics.Support.Portal.Tests.Components.Migration;

/// <summary>Summaries as the store would give them, made for as many clinics as a test wants.</summary>
internal static class MadeSummary
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 16, 23, 19, TimeSpan.Zero);
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>Nobody was moved.</summary>
    public static MigrationSummary Nobody(int known = 0) => Empty(States((MigrationState.NotMigrated, known)));

    /// <summary>All that were moved work.</summary>
    public static MigrationSummary AllWork(int moved) => Empty(States((MigrationState.Connected, moved))) with
    {
        Organisations = moved,
        Reconnected = moved,
        ByDay = Days(moved, 0),
        ByWave = [new("1", moved, States((MigrationState.Connected, moved))) { FirstMoved = Today.AddDays(-28), Reconnected = moved }],
        ByPlace = [new(Ehr.Cliniko, "uk1", moved, States((MigrationState.Connected, moved)))],
        TimeToReconnect = new(90_000, 400_000, Histogram(moved), 0),
        Comeback = [new("1", moved, [.. Enumerable.Range(0, 29).Select(day => new ComebackShare(day, moved, moved, 1))])],
    };

    /// <summary>One clinic, and it never worked.</summary>
    public static MigrationSummary One() => Many(1) with
    {
        MigrationStates = States((MigrationState.Silent, 1)),
        Reasons = [new("reconnect", 1, 1)],
        TimeToReconnect = new(null, null, Histogram(0), 1),
        Forecast = MigrationForecast.Early,
        ByWave = [new("1", 1, States((MigrationState.Silent, 1))) { FirstMoved = Today.AddDays(-3) }],
        ByPlace = [new(Ehr.Nookal, "au-nz", 1, States((MigrationState.Silent, 1)))],
        Comeback = [new("1", 1, [new(0, 0, 1, 0), new(1, 0, 1, 0), new(2, 0, 1, 0)])],
        ByDay = [.. Enumerable.Range(0, 4).Select(day => Day(day - 3, day == 0 ? 1 : 0, 0, 1))],
    };

    /// <summary>As in the demo, times a factor: 306 organisations, 280 moved, 112 that do not work.</summary>
    public static MigrationSummary Many(int times = 1)
    {
        var states = States((MigrationState.NotMigrated, 26 * times), (MigrationState.Connected, 168 * times), (MigrationState.Unverified, 10 * times), (MigrationState.NeedsKey, 19 * times),
            (MigrationState.Silent, 6 * times), (MigrationState.Failing, 42 * times), (MigrationState.Relapsed, 15 * times), (MigrationState.Outage, 18 * times), (MigrationState.Disabled, 2 * times));
        return Empty(states) with
        {
            Organisations = 280 * times,
            Reconnected = 201 * times,
            ByDay = Days(280 * times, 79 * times),
            ByWave = [.. Enumerable.Range(0, 4).Select(index => Wave(4 - index, times))],
            ByPlace = Places(times),
            Reasons = [new("fix-key", 34 * times, 28 * times), new("reconnect", 31 * times, 25 * times), new("provider-incident", 18 * times, 18 * times), new("repeated-key-error", 16 * times, 4 * times), new(null, 13 * times, 0)],
            TimeToReconnect = new(3.7 * 86_400, 9.7 * 86_400, Histogram(201 * times), 79 * times),
            Comeback = [.. Enumerable.Range(0, 4).Select(index => Comeback(4 - index, times))],
            Forecast = new(ForecastKind.StillOut, Today.AddDays(24), 44 * times, 61 * times, null, null, [.. Enumerable.Range(0, 25).Select(day => new ForecastDay(Today.AddDays(day), (79 - (35 * day / 24)) * times, (79 - (18 * day / 24)) * times))], MigrationForecast.MethodInWords),
            SilentSufferers = 15 * times,
            Relapsed = 15 * times,
            NeedlessAsks = new(61, 9, [new("reconnect", 40, 6), new("check-key-first", 21, 3)]),
        };
    }

    /// <summary>What the page makes of a summary.</summary>
    public static MigrationShown Shown(MigrationSummary summary, params OrganisationItem[] mostInNeed) =>
        new() { Asked = new(), MayWrite = true, ReadAt = Now, Summary = summary, Standing = MigrationStanding.Of(summary), NeedQuery = MigrationShown.NeedOf(new MigrationQuery()), MostInNeed = mostInNeed };

    /// <summary>One that suffers.</summary>
    public static OrganisationItem Suffers(string name, MigrationState state, int failed, int copied) => new()
    {
        Id = name.Replace(' ', '-'),
        Name = name,
        Ehr = Ehr.Cliniko,
        Place = new("au1", null),
        Wave = "1",
        MigratedAt = Now.AddDays(-27),
        MigrationState = state,
        HealthSince = Now.AddDays(-27),
        HealthReason = "No key was saved since the move.",
        Reason = "reconnect",
        Need = failed + (2 * copied),
        Week = new(failed, copied),
    };

    private static MigrationSummary Empty(IReadOnlyDictionary<MigrationState, int> states) => new()
    {
        Organisations = 0,
        Reconnected = 0,
        States = new Dictionary<Health, int>(),
        ByEhrAndRegion = [],
        ByDay = [],
        MedianSecondsToReconnect = null,
        Stragglers = [],
        StragglerCount = 0,
        MigrationStates = states,
        CountedTo = Now,
    };

    private static Dictionary<MigrationState, int> States(params (MigrationState State, int Count)[] some) =>
        MigrationStates.FirstMatch.ToDictionary(state => state, state => some.Where(one => one.State == state).Sum(one => one.Count));

    private static MigrationDay Day(int fromToday, int moved, int back, int waiting) => new(Today.AddDays(fromToday), moved, back, waiting, 0, 0, 0, 0, 0, 0, 0);

    // Four waves a week apart; between them it falls.
    private static IReadOnlyList<MigrationDay> Days(int moved, int left) =>
    [
        .. Enumerable.Range(-28, 29).Select(day =>
        {
            var wave = (day + 28) / 7;
            var came = Math.Max(1, Math.Min(4, wave + 1) * moved / 4);
            var out1 = left == 0 ? Math.Max(0, (moved / 4) - ((day + 28) % 7 * moved / 20)) * (day == 0 ? 0 : 1) : (came * left / moved) + (Math.Max(0, 5 - ((day + 28) % 7)) * moved / 24 * (day >= 0 ? 0 : 1));
            return Day(day, (day + 28) % 7 == 0 && wave < 4 ? Math.Max(moved / 4, day == -28 ? 1 : 0) : 0, day % 3 == 0 ? 2 : 0, out1);
        }),
    ];

    private static WaveStates Wave(int wave, int times) => new(wave.ToString(System.Globalization.CultureInfo.InvariantCulture), 70 * times,
        States((MigrationState.Connected, 42 * times), (MigrationState.NeedsKey, 8 * times), (MigrationState.Silent, 2 * times), (MigrationState.Failing, 9 * times), (MigrationState.Relapsed, 4 * times), (MigrationState.Outage, 5 * times)))
    { FirstMoved = Today.AddDays((wave - 5) * 7), Reconnected = 50 * times };

    private static WaveComeback Comeback(int wave, int times) => new(wave.ToString(System.Globalization.CultureInfo.InvariantCulture), 70 * times,
        [.. Enumerable.Range(0, ((5 - wave) * 7) + 1).Select(day => (day, back: (int)(70 * times * (0.68 + (wave * 0.01)) * (1 - Math.Exp(-day / (1.5 + (4 - wave))))))).Select(one => new ComebackShare(one.day, one.back, 70 * times, one.back / (70.0 * times)))]);

    private static IReadOnlyList<ReturnCount> Histogram(int back)
    {
        double[] shares = [0.04, 0.09, 0.2, 0.25, 0.2, 0.14, 0.05];
        var counts = shares.Select(share => (int)(back * share)).ToList();
        return [.. Enum.GetValues<ReturnTime>().Select((took, index) => new ReturnCount(took, index < counts.Count ? counts[index] : back - counts.Sum()))];
    }

    private static IReadOnlyList<PlaceStates> Places(int times) =>
    [
        new(Ehr.Cliniko, "au2", 14 * times, States((MigrationState.Outage, 14 * times))),
        new(Ehr.Cliniko, "au1", 100 * times, States((MigrationState.Connected, 60 * times), (MigrationState.Failing, 30 * times), (MigrationState.NeedsKey, 10 * times))),
        new(Ehr.Nookal, "us", 90 * times, States((MigrationState.Connected, 50 * times), (MigrationState.Failing, 20 * times), (MigrationState.Silent, 20 * times))),
        new(Ehr.Nookal, null, 76 * times, States((MigrationState.Connected, 58 * times), (MigrationState.Outage, 4 * times), (MigrationState.Disabled, 14 * times))),
        new(Ehr.Meddbase, null, 3 * times, States((MigrationState.NotApplicable, 3 * times))),
    ];
}
