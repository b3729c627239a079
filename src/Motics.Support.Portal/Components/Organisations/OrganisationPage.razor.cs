using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Live;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Organisations.Timelines;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Loading;
using Motics.Support.Portal.Components.Shared.Times;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Components.Organisations;

/// <summary>One organisation: in one look what is wrong, since when, how we know, and what now. Follows events by itself.</summary>
public sealed partial class OrganisationPage : IDisposable
{
    private LoadEnvelope<OrganisationShown>? envelope;
    private TimelineCard? timeline;
    private OrganisationPaste? paste;
    private IDisposable? listening;
    private Actor actor = default!;
    private string? listeningTo;
    private Core.Tickets.Replies.ReplyForm? form;

    [Inject] private OrganisationReader Reader { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private LiveUpdates Live { get; set; } = default!;

    [Inject] private TickingClock Clock { get; set; } = default!;

    [Parameter] public string Id { get; set; } = "";

    /// <summary>The one kind that the timeline shows; null for all.</summary>
    [SupplyParameterFromQuery(Name = "timeline")] private string? TimelineShown { get; set; }

    protected override async Task OnInitializedAsync() => actor = await Current.GetAsync();

    public void Dispose() => listening?.Dispose();

    private async Task<Outcome<OrganisationShown>> OpenAsync(CancellationToken cancellationToken) =>
        await Reader.OpenAsync(Id, await Current.GetAsync(), cancellationToken);

    private Task<Outcome<Timeline>> TimelineAsync(TimelineQuery query, CancellationToken cancellationToken) => Reader.TimelineAsync(Id, query, actor, cancellationToken);

    // Listening begins with what was read, so nothing falls between the two; tickets of the clinic are listened to as well.
    private void Opened(OrganisationShown shown)
    {
        var topics = shown.OpenTickets.Select(row => LiveTopic.Ticket(row.Ticket.Number)).Prepend(LiveTopic.Organisation(Id)).ToList();
        var key = string.Join(' ', topics);
        if (key == listeningTo)
            return;
        listening?.Dispose();
        (listening, listeningTo) = (Live.Subscribe(topics, FollowAsync), key);
    }

    private async Task FollowAsync()
    {
        if (envelope is not null)
            await envelope.RefreshAsync(token => Reader.AgainAsync(Id, actor, token));
        if (timeline is not null)
            await timeline.RefreshAsync();
    }
}
