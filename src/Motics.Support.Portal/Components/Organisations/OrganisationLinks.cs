using Microsoft.AspNetCore.WebUtilities;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Portal.Components.Organisations;

/// <summary>Addresses of the organisation pages, made in this one place. What a list shows is in its address.</summary>
public static class OrganisationLinks
{
    /// <summary>What the list opens with: what is most urgent.</summary>
    public const OrganisationSort Opening = OrganisationSort.Health;

    /// <summary>The list that this query shows. Cursor and limit are no part of it, nor is the order it opens with.</summary>
    public static string List(OrganisationQuery query)
    {
        var asked = (query.Write() with { Sort = query is { Sort: Opening, Descending: false } ? null : query.SortName }).Write();
        return asked.Length == 0 ? Links.Organisations : $"{Links.Organisations}?{asked}";
    }

    /// <summary>In an address from which a key was taken out.</summary>
    public const string KeyTakenOut = "keyTakenOut";

    /// <summary>The list without its search, which was a key; the page says so.</summary>
    public static string WithoutKey(OrganisationQuery query) => QueryHelpers.AddQueryString(List(query with { Search = null }), KeyTakenOut, "true");

    /// <summary>True when anything is left out of the list.</summary>
    public static bool IsFiltered(OrganisationQuery query) => List(query with { Sort = Opening, Descending = false }) != Links.Organisations;

    /// <summary>Reads the order from an address.</summary>
    public static string SortIn(string? given) => string.IsNullOrEmpty(given) ? Kebab.Name(Opening) : given;
}
