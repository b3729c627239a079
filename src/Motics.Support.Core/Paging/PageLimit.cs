namespace Motics.Support.Core.Paging;

/// <summary>How many rows a page may have.</summary>
public static class PageLimit
{
    public const int Default = 50;
    public const int Most = 200;

    /// <summary>The limit asked for, the default when none was; refused outside 1 to 200.</summary>
    public static Outcome<int> Check(int? asked) =>
        asked is null ? Default
        : asked is >= 1 and <= Most ? asked.Value
        : Refusal.Field("limit", $"Must be a whole number from 1 to {Most}.");
}
