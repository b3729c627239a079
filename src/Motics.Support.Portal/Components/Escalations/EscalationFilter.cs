using Microsoft.AspNetCore.WebUtilities;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Escalations;

namespace Motics.Support.Portal.Components.Escalations;

/// <summary>The filters of the escalations list as they stand in its address.</summary>
/// <param name="Status">A status, several with commas, <see cref="Any"/>, or null for all that are open.</param>
/// <param name="Mine">Only those of tickets that the reader has.</param>
/// <param name="Organisation">Only this organisation's; null for all.</param>
/// <param name="Error">Only those of this error group; null for all.</param>
/// <param name="WithMe">Only those that the reader accepted last.</param>
/// <param name="Answered">Only those that came back with answers, or never did; null for all.</param>
public sealed record EscalationFilter(string? Status = null, bool Mine = false, string? Organisation = null, string? Error = null, bool WithMe = false, bool? Answered = null)
{
    public const string Path = Links.Escalations;
    public const string Any = "all";

    private static readonly EscalationStatus[] Open = [EscalationStatus.Submitted, EscalationStatus.Accepted, EscalationStatus.NeedsInfo];

    /// <summary>The link to the list with these filters.</summary>
    public string Url => QueryHelpers.AddQueryString(Path, new Dictionary<string, string?>
    {
        ["status"] = Status,
        ["mine"] = Mine ? "true" : null,
        ["organisationId"] = Organisation,
        ["error"] = Error,
        ["withMe"] = WithMe ? "true" : null,
        ["answered"] = Answered switch { null => null, true => "true", false => "false" },
    }.Where(pair => pair.Value is not null));

    /// <summary>True when nothing is filtered but resolved escalations.</summary>
    public bool IsPlain => this == new EscalationFilter();

    /// <summary>The statuses asked for by name; unknown names are left out.</summary>
    public IReadOnlyList<EscalationStatus> Statuses => [.. (Status ?? "").Split(',').Select(Kebab.Parse<EscalationStatus>).OfType<EscalationStatus>()];

    /// <summary>What the desk is asked, for this person's "mine".</summary>
    public EscalationQuery Query(Actor actor) => new()
    {
        Statuses = Statuses.Count > 0 || Status == Any ? Statuses : Open,
        TicketAssignee = Mine ? actor.Id : null,
        OrganisationId = Organisation,
        ErrorGroupId = Error,
        Engineer = WithMe ? actor.Id : null,
        Answered = Answered,
    };

    /// <summary>The filters that list exactly what a query counts.</summary>
    public static EscalationFilter Of(EscalationQuery query) => new(
        query.Statuses.Count > 0 ? string.Join(',', query.Statuses.Select(Kebab.Name)) : Any,
        query.TicketAssignee is not null,
        query.OrganisationId,
        query.ErrorGroupId,
        query.Engineer is not null,
        query.Answered);
}
