using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Data.Access;
using Motics.Support.Data.Live;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Loading;
using Motics.Support.Portal.Components.Tickets.Opening;
using Motics.Support.Portal.Components.Triage;
using Motics.Support.Portal.Components.Triage.Replies;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Components.Tickets;

/// <summary>One ticket and its walk-through. Reads, listens and hands down what can be done; the conversation itself is below.</summary>
public sealed partial class WalkThroughPage : IAsyncDisposable
{
    private static readonly string[] DraftNames = ["note", "close", "override", "answer-errorText", ReplyCard.DraftName, .. TicketHead.EditDrafts];

    private LoadEnvelope<TicketView>? envelope;
    private TicketActions? work;
    private PageDrafts? drafts;
    private IDisposable? live;

    [Inject] private TicketDesk Desk { get; set; } = default!;

    [Inject] private EscalationDesk Escalations { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private LiveUpdates Live { get; set; } = default!;

    [Inject] private DraftStore Drafts { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Parameter] public long Number { get; set; }

    /// <summary>Fact to ask for, whatever the playbook would ask next.</summary>
    [SupplyParameterFromQuery(Name = "ask")] private string? Ask { get; set; }

    public async ValueTask DisposeAsync() => await LetGoAsync();

    private async Task<Outcome<TicketView>> ReadAsync(CancellationToken ct) => await Desk.FindAsync(Number, await Current.GetAsync(), ct);

    private async Task TakeAsync(TicketView view)
    {
        if (work?.Hold.View.Ticket.Number == view.Ticket.Number)
        {
            work.Hold.Refresh(view);
            return;
        }

        await LetGoAsync();
        var actor = await Current.GetAsync();
        drafts = await PageDrafts.LoadAsync(Drafts, actor.Id, $"ticket:{view.Ticket.Number}", [.. DraftNames, .. AnswerDrafts(view)], Clock, problem => Report(problem, "Keeping a draft"));
        work = new TicketActions(Desk, Escalations, new TicketHold(view, Clock, (problem, reference) => envelope?.ReportChange(problem, reference)), actor);
        live = Live.Subscribe(
            [LiveTopic.Ticket(view.Ticket.Number), LiveTopic.Organisation(view.Organisation.Id)],
            () => envelope?.RefreshAsync() ?? Task.CompletedTask);
    }

    private static IEnumerable<string> AnswerDrafts(TicketView view) =>
        view.OpenEscalation is { } open ? open.AskedNow.Select(question => EngineerQuestionPart.DraftName(open.Number, question)) : [];

    private async Task LetGoAsync()
    {
        live?.Dispose();
        work?.Hold.Dispose();
        if (drafts is not null)
        {
            await drafts.DisposeAsync();
        }
    }
}
