using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Outreach;
using Motics.Support.Data.Live;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Loading;
using Motics.Support.Portal.Components.Wording;
using Motics.Support.Portal.Live;
using MudBlazor;

namespace Motics.Support.Portal.Components.Outreach;

/// <summary>What became of an outreach, while it runs and afterwards, and the way to take it back.</summary>
public sealed partial class OutreachRunPage : IDisposable
{
    private const int Shown = 100;

    private LoadEnvelope<OutreachProgress>? envelope;
    private IDisposable? live;
    private OutreachRun? run;

    [Parameter] public string Id { get; set; } = "";

    [Inject] private OutreachDesk Desk { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private LiveUpdates Live { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    private string Title => run is null ? "Outreach"
        : run.UndoneBy is null ? $"{Words.Count(run.Made, "ticket", "tickets")} made" : $"{Words.Count(run.TakenBack, "ticket", "tickets")} taken back";

    public void Dispose() => live?.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
            live = Live.Subscribe(LiveTopic.Anything, () => InvokeAsync(FollowAsync));
    }

    private async Task<Outcome<OutreachProgress>> ReadAsync(CancellationToken ct)
    {
        var actor = await Current.GetAsync();
        var found = await Desk.FindAsync(Id, actor, ct);
        if (!found.Done)
            return found.Refusal;
        return new OutreachProgress(found.Value, await ItemsAsync(OutreachOutcome.Made), await ItemsAsync(OutreachOutcome.LeftOut), await ItemsAsync(OutreachOutcome.Stays));

        async Task<IReadOnlyList<OutreachItem>> ItemsAsync(OutreachOutcome outcome) => (await Desk.ItemsAsync(Id, outcome, Shown, actor, ct)).Value ?? [];
    }

    // The head of the page tells of it too.
    private void Read(OutreachProgress shown) => run = shown.Run;

    private Task FollowAsync() => envelope?.Value is { Run.IsAtWork: true } ? envelope.RefreshAsync() : Task.CompletedTask;

    private async Task UndoAsync()
    {
        var sure = await Dialogs.ConfirmAsync(
            "Take the tickets back?", "Those that nobody has touched are closed, and no more are made. One that somebody has worked on, or has open now, stays and is named.", "Take them back", danger: true);
        if (!sure)
            return;
        var undoing = await Desk.UndoAsync(Id, await Current.GetAsync(), CancellationToken.None);
        TellRefused(undoing.Refusal);
        await envelope!.RefreshAsync();
    }
}
