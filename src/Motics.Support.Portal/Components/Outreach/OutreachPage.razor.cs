using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Outreach;
using Motics.Support.Core.Tickets;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Loading;
using Motics.Support.Portal.Components.Shared.Times;
using Motics.Support.Portal.Components.Wording;
using MudBlazor;

namespace Motics.Support.Portal.Components.Outreach;

/// <summary>Who would get a ticket, what each is written, and who is left out; nothing is made before it is confirmed.</summary>
public sealed partial class OutreachPage
{
    private readonly HashSet<string> byHand = new(StringComparer.Ordinal);
    private LoadEnvelope<OutreachShown>? envelope;
    private OutreachFilter? filter;
    private IReadOnlyList<string> people = [];
    private bool askedToo;

    [Inject] private OutreachDesk Desk { get; set; } = default!;

    [Inject] private TicketDesk Tickets { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private TickingClock Clock { get; set; } = default!;

    private string Title => envelope?.Value is { } shown ? $"Write to {Words.Count(Chosen(shown).Count, "clinic", "clinics")}" : "Write to clinics";

    private List<string> Chosen(OutreachShown shown) => [.. shown.Plan.Chosen.Select(clinic => clinic.Id).Where(id => !byHand.Contains(id))];

    private async Task<Outcome<OutreachShown>> ReadAsync(CancellationToken ct)
    {
        var asked = OutreachFilter.Read(Navigation.Uri);
        filter = asked.Value;
        if (filter is null)
            return asked.Refusal!;
        var actor = await Current.GetAsync();
        var plan = await Desk.PreviewAsync(Request(filter), actor, ct);
        if (!plan.Done)
            return plan.Refusal;
        var replies = await Desk.RepliesAsync(plan.Value, actor, ct);
        var colleagues = await Tickets.PeopleAsync(actor, ct);
        return replies.Done ? OutreachShown.Of(filter, plan.Value, replies.Value, colleagues.Value ?? []) : replies.Refusal;
    }

    private OutreachRequest Request(OutreachFilter asked) => new() { Query = asked.Query, Filter = asked.Text, Only = asked.Only, AskedToo = askedToo };

    // What was chosen by hand holds for the list that was shown.
    private void Began() => byHand.Clear();

    private Task AgainAsync() => envelope!.RefreshAsync();

    private Task IncludeAsync(bool include)
    {
        askedToo = include;
        return AgainAsync();
    }

    private void Toggle(string id)
    {
        if (!byHand.Remove(id))
            byHand.Add(id);
    }

    private async Task<OutreachReply?> ReplyAsync(string organisationId)
    {
        var reply = await Desk.ReplyAsync(organisationId, await Current.GetAsync(), CancellationToken.None);
        TellRefused(reply.Refusal);
        return reply.Value;
    }

    private async Task ConfirmAsync(OutreachShown shown)
    {
        var chosen = Chosen(shown);
        var tickets = Words.Count(chosen.Count, "ticket", "tickets");
        var text = $"{tickets}, {OutreachPeopleCard.Whose(shown.People, people)}, each with its own reply ready. The list was counted {Times.Ago(shown.Plan.At, Clock.Now)}; each clinic is looked at once more, "
            + "and one that works by then is left out. Nothing is sent. It can be taken back for tickets that nobody has touched.";
        if (!await Dialogs.ConfirmAsync($"Create {tickets}?", text, $"Create {tickets}"))
            return;
        var request = Request(shown.Filter) with { Only = chosen, Expected = chosen.Count, AssigneeIds = people, RequestId = shown.RequestId };
        var begun = await Desk.BeginAsync(request, await Current.GetAsync(), CancellationToken.None);
        TellRefused(begun.Refusal);
        if (begun.Done)
            Navigation.NavigateTo(Links.OutreachRun(begun.Value.Run.Id));
    }
}
