using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Home;
using Motics.Support.Core.Wording;
using Motics.Support.Data.Incidents;
using Motics.Support.Data.Live;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Loading;
using Motics.Support.Portal.Components.Wording;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Components.Home;

/// <summary>What needs the reader now, by what they may do.</summary>
public sealed partial class HomePage : IDisposable
{
    private LoadEnvelope<HomeShown>? envelope;
    private IDisposable? live;
    private Actor? me;

    // One for each clinic and the life of the page: asked for twice, it is one ticket.
    private readonly Dictionary<string, string> requests = [];

    [Inject] private HomeDesk Desk { get; set; } = default!;

    [Inject] private TicketDesk Tickets { get; set; } = default!;

    [Inject] private IncidentStore Incidents { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private LiveUpdates Live { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

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
        var actor = await Current.GetAsync();
        var needs = await Desk.NeedsMeAsync(actor, ct);
        var incidents = needs.Done ? await Incidents.ActiveAsync(actor, ct) : needs.Refusal;
        return incidents.Done ? new HomeShown(needs.Value!, incidents.Value) : incidents.Refusal;
    }

    private async Task<IReadOnlyList<ErrorGroupShare>> ClinicsAsync(string errorGroupId) =>
        (await Desk.ClinicsAsync(errorGroupId, await Current.GetAsync(), CancellationToken.None)).Value?.Shares ?? [];

    private async Task ReachOutAsync(UnattendedOrganisation clinic)
    {
        var actor = await Current.GetAsync();
        var opened = await Tickets.CreateAsync(
            new NewTicket
            {
                OrganisationId = clinic.Id,
                Subject = $"Reaching out: {Words.Lower(Labels.Of(clinic.Health))}",
                AssigneeId = actor.Id,
                RequestId = requests.TryGetValue(clinic.Id, out var made) ? made : requests[clinic.Id] = Guid.CreateVersion7().ToString(),
            },
            actor,
            CancellationToken.None);
        if (!opened.Done)
        {
            TellRefused(opened.Refusal);
            await (envelope?.RefreshAsync() ?? Task.CompletedTask);
            return;
        }

        Navigation.NavigateTo(Links.Ticket(opened.Value.Ticket.Number));
    }
}
