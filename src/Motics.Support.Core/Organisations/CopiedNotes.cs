namespace Motics.Support.Core.Organisations;

/// <summary>Notes that were taken out with Copy over the clinic's own EHR, today and on the six days before (UTC).</summary>
/// <param name="Notes">How many notes.</param>
/// <param name="Days">On how many of the seven days.</param>
public sealed record CopiedNotes(int Notes, int Days)
{
    /// <summary>How many days are counted, today included.</summary>
    public const int DaysCounted = 7;

    /// <summary>None were seen.</summary>
    public static CopiedNotes None { get; } = new(0, 0);
}
