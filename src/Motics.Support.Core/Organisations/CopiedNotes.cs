using System.Globalization;

namespace Motics.Support.Core.Organisations;

/// <summary>Notes that were taken out with Copy over the clinic's own EHR, today and on the six days before (UTC).</summary>
/// <param name="Notes">How many notes.</param>
/// <param name="Days">On how many of the seven days.</param>
public sealed record CopiedNotes(int Notes, int Days)
{
    /// <summary>How many days are counted, today included.</summary>
    public const int DaysCounted = 7;

    /// <summary>As a sentence begins: "1 note was", "22 notes were".</summary>
    public string Words => Notes == 1 ? "1 note was" : string.Create(CultureInfo.InvariantCulture, $"{Notes:#,0} notes were");

    /// <summary>None were seen.</summary>
    public static CopiedNotes None { get; } = new(0, 0);
}
