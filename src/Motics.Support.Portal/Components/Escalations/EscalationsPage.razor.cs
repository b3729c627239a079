using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Wording;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Wording;

namespace Motics.Support.Portal.Components.Escalations;

/// <summary>The escalations, filtered by the address.</summary>
public sealed partial class EscalationsPage
{
    private static readonly (string? Status, string Words)[] StatusChoices =
    [
        (null, "All open"),
        .. Enum.GetValues<EscalationStatus>().Select(status => ((string?)Kebab.Name(status), Labels.Of(status))),
        (EscalationFilter.Any, "All"),
    ];

    private CountedPage<EscalationItem>? first;

    [Inject] private EscalationDesk Desk { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "status")] private string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "mine")] private string? Mine { get; set; }

    [SupplyParameterFromQuery(Name = "organisationId")] private string? Organisation { get; set; }

    [SupplyParameterFromQuery(Name = "error")] private string? Error { get; set; }

    [SupplyParameterFromQuery(Name = "withMe")] private string? WithMe { get; set; }

    [SupplyParameterFromQuery(Name = "answered")] private string? Answered { get; set; }

    private EscalationFilter Filter => new(
        Status, AddressValue.YesNo(Mine) == true, Organisation, string.IsNullOrEmpty(Error) ? null : Error, AddressValue.YesNo(WithMe) == true, AddressValue.YesNo(Answered));

    private async Task<Outcome<CountedPage<EscalationItem>>> ReadAsync(string? cursor, CancellationToken ct)
    {
        var actor = await Current.GetAsync();
        return await Desk.ListAsync(Filter.Query(actor) with { Cursor = cursor }, actor, ct);
    }
}
