namespace Motics.Support.Simulator.Clinics;

/// <summary>Where clinics of the stories are.</summary>
/// <param name="Code">Two letters.</param>
/// <param name="TimeZone">IANA name that Motics would tell.</param>
/// <param name="Offset">Ordinary offset from UTC. Daylight saving is left out on purpose: an hour does not matter to a story, the same bytes on every machine do.</param>
public sealed record Country(string Code, string TimeZone, TimeSpan Offset)
{
    public static Country Australia { get; } = new("AU", "Australia/Sydney", TimeSpan.FromHours(10));

    public static Country NewZealand { get; } = new("NZ", "Pacific/Auckland", TimeSpan.FromHours(12));

    public static Country UnitedKingdom { get; } = new("UK", "Europe/London", TimeSpan.Zero);

    public static Country Ireland { get; } = new("IE", "Europe/Dublin", TimeSpan.Zero);

    public static Country Canada { get; } = new("CA", "America/Toronto", TimeSpan.FromHours(-5));

    public static Country UnitedStates { get; } = new("US", "America/Chicago", TimeSpan.FromHours(-6));
}
