namespace Motics.Support.Portal.Components.Shared;

/// <summary>Reads values of a page's address. The framework breaks the page on one that it cannot read; what people mistype is no filter.</summary>
public static class AddressValue
{
    /// <summary>Yes or no; null for anything else.</summary>
    public static bool? YesNo(string? text) => bool.TryParse(text, out var value) ? value : null;
}
