using Motics.Support.Core.Search;
using Motics.Support.Portal.Components.Organisations;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Wording;

namespace Motics.Support.Portal.Components.Layout;

/// <summary>How a match of the global search is shown and where it leads.</summary>
public static class SearchHitLink
{
    public static string To(SearchHit hit) => hit.Kind switch
    {
        SearchHitKind.Ticket => Links.Ticket(hit.Id),
        SearchHitKind.Escalation => Links.Escalation(hit.Id),
        _ => Links.Organisation(hit.Id),
    };

    public static string Title(SearchHit hit) => hit.Kind switch
    {
        SearchHitKind.Ticket => $"#{hit.Id} {hit.Title}",
        SearchHitKind.Escalation => $"E-{hit.Id}: {hit.Title}",
        _ => hit.Title,
    };

    /// <summary>What stands behind the title: the EHR and place of its clinic, and what else tells it apart; null for nothing.</summary>
    public static string? About(SearchHit hit)
    {
        var place = hit.Clinic is not { } clinic ? null : Words.Place(clinic.Ehr, clinic.Place);
        return hit.Context is null || place is null ? hit.Context ?? place
            : hit.Kind == SearchHitKind.Organisation ? $"{place} · {hit.Context}" : $"{hit.Context} · {place}";
    }

    /// <summary>Where the thing itself stands: a ticket, an escalation, else the connection of the clinic; null when not known.</summary>
    public static Status? State(SearchHit hit) => hit switch
    {
        { Ticket: { } status } => Status.Of(status),
        { Escalation: { } status } => Status.Of(status),
        { Clinic: { } clinic } => Status.Of(clinic.Health),
        _ => null,
    };

    public static string Icon(SearchHitKind kind) => kind switch
    {
        SearchHitKind.Ticket => Glyph.Ticket,
        SearchHitKind.Escalation => Glyph.Escalation,
        SearchHitKind.Event => Glyph.Warning,
        _ => Glyph.Organisation,
    };
}
