namespace Motics.Support.Data;

/// <summary>
/// Times in the database: whole milliseconds since 1970, UTC, in columns named <c>..._at</c>. Converted by hand where a row becomes a
/// record: a Dapper type handler would hold for the whole process and is skipped in places.
/// </summary>
public static class UnixTime
{
    /// <summary>What is stored.</summary>
    public static long Of(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    /// <summary>What is stored; null for null.</summary>
    public static long? Of(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();

    /// <summary>The start of a day in UTC; null for null.</summary>
    public static long? StartOf(DateOnly? day) => day is { } known ? Of(new DateTimeOffset(known, TimeOnly.MinValue, TimeSpan.Zero)) : null;

    /// <summary>What was stored, UTC.</summary>
    public static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    /// <summary>What was stored, UTC; null for null.</summary>
    public static DateTimeOffset? Time(long? milliseconds) => milliseconds is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;
}
