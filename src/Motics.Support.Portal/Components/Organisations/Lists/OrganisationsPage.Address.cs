using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Portal.Components.Organisations.Lists;

/// <summary>What the address of the list can hold: the parameters of the API's list, without its pages.</summary>
public sealed partial class OrganisationsPage
{
    [SupplyParameterFromQuery] private string? Search { get; set; }

    [SupplyParameterFromQuery] private string? Health { get; set; }

    [SupplyParameterFromQuery] private string? Ehr { get; set; }

    [SupplyParameterFromQuery] private string? Region { get; set; }

    [SupplyParameterFromQuery] private string? Migrated { get; set; }

    [SupplyParameterFromQuery] private string? Incident { get; set; }

    [SupplyParameterFromQuery] private string? Ticket { get; set; }

    [SupplyParameterFromQuery] private string? HasTicket { get; set; }

    [SupplyParameterFromQuery] private string? MigrationState { get; set; }

    [SupplyParameterFromQuery] private string? Wave { get; set; }

    [SupplyParameterFromQuery] private string? Reason { get; set; }

    [SupplyParameterFromQuery] private string? Copying { get; set; }

    [SupplyParameterFromQuery] private string? Pushing { get; set; }

    [SupplyParameterFromQuery] private string? Reconnected { get; set; }

    [SupplyParameterFromQuery] private string? Took { get; set; }

    [SupplyParameterFromQuery] private string? From { get; set; }

    [SupplyParameterFromQuery] private string? To { get; set; }

    [SupplyParameterFromQuery] private string? BackOn { get; set; }

    [SupplyParameterFromQuery] private string? OutOn { get; set; }

    [SupplyParameterFromQuery] private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = OrganisationLinks.KeyTakenOut)] private string? KeyTakenOut { get; set; }

    private Outcome<OrganisationQuery> Asked => OrganisationQuery.Read(new OrganisationsAsked
    {
        Search = Search,
        Health = Health,
        Ehr = Ehr,
        Region = Region,
        Migrated = Migrated,
        Incident = Incident,
        Ticket = Ticket,
        HasTicket = HasTicket,
        MigrationState = MigrationState,
        Wave = Wave,
        Reason = Reason,
        Copying = Copying,
        Pushing = Pushing,
        Reconnected = Reconnected,
        Took = Took,
        From = From,
        To = To,
        BackOn = BackOn,
        OutOn = OutOn,
        Sort = OrganisationLinks.SortIn(Sort),
    });
}
