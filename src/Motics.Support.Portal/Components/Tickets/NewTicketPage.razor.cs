using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Data.Organisations;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Components.Tickets;

/// <summary>Opens a ticket and goes straight to its walk-through.</summary>
public sealed partial class NewTicketPage
{
    private static readonly Dictionary<string, object?> Named = new() { ["aria-label"] = "Clinic" };

    // One for the life of the page: a double click, or a second try after a lost answer, makes one ticket.
    private readonly string requestId = Guid.CreateVersion7().ToString("N");
    private OrganisationRow? clinic;
    private IReadOnlyList<TicketRow> doubles = [];
    private Actor? me;
    private string subject = "";
    private string reporter = "";
    private string conversation = "";
    private Refusal? refused;
    private bool busy;

    [Inject] private TicketDesk Desk { get; set; } = default!;

    [Inject] private OrganisationStore Organisations { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private LiveUpdates Live { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    /// <summary>Id of the clinic, when the page was opened from one.</summary>
    [SupplyParameterFromQuery(Name = "organisationId")] private string? Organisation { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        me = await Current.GetAsync();
        if (Organisation is { Length: > 0 } id && await Organisations.RowsAsync([id], CancellationToken.None) is [var row, ..])
        {
            await ChooseAsync(row);
        }
    }

    private async Task<IEnumerable<OrganisationRow>> FindAsync(string? text, CancellationToken ct)
    {
        var found = await Organisations.ListAsync(new OrganisationQuery { Search = text, Limit = 12 }, ct);
        return found.Value?.Items ?? [];
    }

    private async Task ChooseAsync(OrganisationRow? row)
    {
        clinic = row;
        doubles = [];
        if (row is not null && me is not null)
        {
            var open = await Desk.ListAsync(new TicketQuery { OrganisationId = row.Id, OpenOnly = true }, me, CancellationToken.None);
            doubles = open.Value?.Items ?? [];
        }
    }

    private async Task CreateAsync()
    {
        if (clinic is null || me is null)
        {
            return;
        }

        busy = true;
        var made = await Desk.CreateAsync(
            new NewTicket
            {
                OrganisationId = clinic.Id,
                Subject = subject,
                Reporter = Given(reporter),
                ExternalUrl = Given(conversation),
                AssigneeId = me.Id,
                RequestId = requestId,
            },
            me,
            CancellationToken.None);
        busy = false;
        refused = made.Refusal;
        if (made.Done)
        {
            Live.TicketChanged(made.Value.Ticket.Number);
            Navigation.NavigateTo($"/tickets/{made.Value.Ticket.Number}");
        }
    }

    private static string? Given(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
