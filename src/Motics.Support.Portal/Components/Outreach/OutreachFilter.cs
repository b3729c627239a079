using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Outreach;
using Motics.Support.Portal.Components.Organisations;

namespace Motics.Support.Portal.Components.Outreach;

/// <summary>Whom the page of outreach is about, as its address says: what a list of organisations shows, or some of its rows.</summary>
/// <param name="Query">What the list shows.</param>
/// <param name="Only">Ids of the rows that were chosen; null for all.</param>
public sealed record OutreachFilter(OrganisationQuery Query, IReadOnlyList<string>? Only = null)
{
    /// <summary>So many rows can be chosen one by one: they stand in the address.</summary>
    public const int MostChosen = 100;

    private const string OnlyName = "only";

    /// <summary>The page for this list, or for these of its rows.</summary>
    public string Url => QueryHelpers.AddQueryString($"{Links.Outreach}{QueryOf(OrganisationLinks.List(Query))}", Only is null ? [] : new Dictionary<string, string?> { [OnlyName] = string.Join(',', Only) });

    /// <summary>The filter as the API takes it.</summary>
    public string Text => QueryOf(OrganisationLinks.List(Query)).TrimStart('?');

    /// <summary>The list itself.</summary>
    public string ListUrl => OrganisationLinks.List(Query);

    /// <summary>Reads the address; refused like the API does.</summary>
    public static Outcome<OutreachFilter> Read(string uri)
    {
        var parts = QueryHelpers.ParseQuery(new Uri(uri).Query);
        var only = parts.Remove(OnlyName, out var chosen) ? chosen.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : null;
        if (only?.Length > MostChosen)
            return Refusal.Field(OnlyName, $"At most {MostChosen} clinics can be chosen one by one.");
        var query = OutreachRequest.ReadFilter(new QueryBuilder(parts.SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value ?? ""))).ToString());
        return query.Done ? new OutreachFilter(query.Value, only is { Length: > 0 } ? [.. only.Distinct(StringComparer.Ordinal)] : null) : query.Refusal;
    }

    private static string QueryOf(string url) => url.Split('?', 2) is [_, var query] ? $"?{query}" : "";
}
