using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Escalations;
using Motics.Support.Data.Access;
using Motics.Support.Data.Live;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Loading;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Tickets.Opening;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Components.Escalations;

/// <summary>One escalation: the packet as it was sent, what followed, and what an engineer can do with it.</summary>
public sealed partial class EscalationDetailPage : IAsyncDisposable
{
    private static readonly string[] DraftNames = ["ask-back", "resolve", "note"];

    private LoadEnvelope<EscalationView>? envelope;
    private PageDrafts? drafts;
    private IDisposable? live;
    private Actor? me;
    private Refusal? refused;
    private bool keyWasMasked;
    private long listening;

    [Inject] private EscalationDesk Desk { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private LiveUpdates Live { get; set; } = default!;

    [Inject] private DraftStore Drafts { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Parameter] public long Number { get; set; }

    public async ValueTask DisposeAsync()
    {
        live?.Dispose();
        if (drafts is not null)
        {
            await drafts.DisposeAsync();
        }
    }

    private async Task<Outcome<EscalationView>> ReadAsync(CancellationToken ct)
    {
        me = await Current.GetAsync();
        return await Desk.FindAsync(Number, me, ct);
    }

    private async Task TakeAsync(EscalationView view)
    {
        if (listening == view.Escalation.Number)
        {
            return;
        }

        await DisposeAsync();
        listening = view.Escalation.Number;
        live = Live.Subscribe(
            [LiveTopic.Escalation(listening), LiveTopic.Ticket(view.Escalation.TicketNumber)],
            () => envelope?.RefreshAsync() ?? Task.CompletedTask);
        drafts = await PageDrafts.LoadAsync(Drafts, me!.Id, $"escalation:{listening}", DraftNames, Clock, problem => Report(problem, "Keeping a draft"));
    }

    private async Task<IReadOnlyList<string>> AskableAsync() => (await Desk.AskableAsync(listening, me!, CancellationToken.None)).Value ?? [];

    private async Task<bool> ChangeAsync(EscalationPatch patch)
    {
        var seen = envelope!.Value!.Escalation;
        var changed = await Desk.PatchAsync(seen.Number, seen.Version, patch, me!, CancellationToken.None);
        refused = changed.Refusal;
        keyWasMasked |= changed.Value?.KeyWasMasked == true;
        await envelope.RefreshAsync();
        StateHasChanged();
        return changed.Done;
    }
}
