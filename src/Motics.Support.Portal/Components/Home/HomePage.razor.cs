using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Tickets;
using Motics.Support.Data.Incidents;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Wording;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Components.Home;

/// <summary>What needs the reader now, by what they may do.</summary>
public sealed partial class HomePage : IDisposable
{
    private LoadEnvelope<HomeShown>? envelope;
    private IDisposable? live;
    private Actor? me;

    [Inject] private HomeDesk Desk { get; set; } = default!;

    [Inject] private TicketDesk Tickets { get; set; } = default!;

    [Inject] private IncidentStore Incidents { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private LiveUpdates Live { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private bool WorksEscalations => me?.May(Permission.WorkEscalations) == true;

    public void Dispose() => live?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        me = await Current.GetAsync();
        if (RendererInfo.IsInteractive)
        {
            live = Live.Subscribe(LiveTopic.Anything, () => envelope?.RefreshAsync() ?? Task.CompletedTask);
        }
    }

    private async Task<Outcome<HomeShown>> ReadAsync(CancellationToken ct)
    {
        var needs = await Desk.NeedsMeAsync(await Current.GetAsync(), ct);
        return needs.Done ? new HomeShown(needs.Value, await Incidents.ActiveAsync(ct)) : needs.Refusal;
    }

    private async Task ReachOutAsync(UnattendedOrganisation clinic)
    {
        var actor = await Current.GetAsync();
        var made = await Tickets.CreateAsync(
            new NewTicket
            {
                OrganisationId = clinic.Id,
                Subject = $"Reaching out: {Words.Lower(Words.Of(clinic.Health))}",
                AssigneeId = actor.Id,
                RequestId = Guid.CreateVersion7().ToString(),
            },
            actor,
            CancellationToken.None);
        if (!made.Done)
        {
            await (envelope?.RefreshAsync() ?? Task.CompletedTask);
            return;
        }

        Live.TicketChanged(made.Value.Ticket.Number);
        Navigation.NavigateTo($"/tickets/{made.Value.Ticket.Number}");
    }
}
