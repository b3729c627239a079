using Motics.Support.Core.Search;
using Motics.Support.Portal.Components.Organisations;
using Motics.Support.Portal.Components.Shared;

namespace Motics.Support.Portal.Components.Layout;

/// <summary>How a match of the global search is shown and where it leads.</summary>
public static class SearchHitLink
{
    public static string To(SearchHit hit) => hit.Kind switch
    {
        SearchHitKind.Ticket => $"/tickets/{hit.Id}",
        SearchHitKind.Escalation => $"/escalations/{hit.Id}",
        _ => OrganisationLinks.Page(hit.Id),
    };

    public static string Title(SearchHit hit) => hit.Kind switch
    {
        SearchHitKind.Ticket => $"#{hit.Id} {hit.Title}",
        SearchHitKind.Escalation => $"Escalation {hit.Id}: {hit.Title}",
        _ => hit.Title,
    };

    public static string Group(SearchHitKind kind) => kind switch
    {
        SearchHitKind.Ticket => "Tickets",
        SearchHitKind.Escalation => "Escalations",
        SearchHitKind.Event => "Where this reference happened",
        _ => "Organisations",
    };

    public static string Icon(SearchHitKind kind) => kind switch
    {
        SearchHitKind.Ticket => Glyph.Ticket,
        SearchHitKind.Escalation => Glyph.Escalation,
        SearchHitKind.Event => Glyph.Warning,
        _ => Glyph.Organisation,
    };
}
