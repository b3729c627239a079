namespace Motics.Support.Portal.Components.Organisations;

/// <summary>What pages of more than one sort need to know of a clinic.</summary>
public static class Clinics
{
    /// <summary>The time zone by its IANA name; null when it was not told or is not known here.</summary>
    public static TimeZoneInfo? Zone(string? name) => name is { Length: > 0 } && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
