using System.Globalization;

namespace Motics.Support.Core;

/// <summary>
/// A moment as it is kept and as sentences tell it. The database keeps whole milliseconds: what is returned and what is read later are the same. Sentences
/// that are kept or copied (reasons, evidence, packets) tell UTC and say so.
/// </summary>
public static class Moment
{
    /// <summary>The moment, cut to what the database keeps.</summary>
    public static DateTimeOffset Kept(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());

    /// <summary>Now, cut to what the database keeps.</summary>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return Kept(clock.GetUtcNow());
    }

    /// <summary>"24 Nov 2026 14:05 UTC".</summary>
    public static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"14:05 UTC", where the day is plain.</summary>
    public static string UtcClock(DateTimeOffset at) => at.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
