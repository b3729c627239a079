using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Portal.Components.Organisations;
using Motics.Support.Portal.Components.Organisations.Timelines;
using Motics.Support.Portal.Components.Tickets.Asking;
using Motics.Support.Portal.Components.Tickets.Opening;
using Motics.Support.Portal.Components.Tickets.Pasting;
using Motics.Support.Portal.Components.Triage;
using Motics.Support.Portal.Components.Triage.Asking;
using Motics.Support.Portal.Components.Wording;
using MudBlazor;

namespace Motics.Support.Portal.Components.Tickets;

/// <summary>The conversation of one ticket. Which question stands is in the address (<c>?ask=</c>) or follows from what is known.</summary>
public sealed partial class WalkThrough
{
    private readonly HashSet<string> passed = [];
    private PastePart? paste;
    private TicketHead? head;
    private string? asked;
    private bool arrived;
    private bool begun;

    [Inject] private Playbook Playbook { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Parameter, EditorRequired] public TicketActions Work { get; set; } = default!;

    [Parameter] public PageDrafts? Drafts { get; set; }

    /// <summary>Fact that somebody jumped to; null for the playbook's own next.</summary>
    [Parameter] public string? Ask { get; set; }

    private TicketView View => Work.Hold.View;

    private Conversation Talk => new(View, Playbook, Clock.GetUtcNow());

    private CaseShown Case => new(View, Work.Actor.Id);

    private QuestionShown? Question => View.Ticket.IsOpen ? Talk.Ask(Ask, passed) : null;

    private bool EngineersComeFirst => View.Ticket.IsOpen && Ask is null && View.EngineersAsk.Any(question => question.IsOpen);

    private bool MayWrite => Work.Actor.May(Permission.WriteTickets) && View.Ticket.IsOpen;

    private string Address => Links.Ticket(View.Ticket.Number);

    private string EvidenceHref => Links.Organisation(View.Organisation.Id);

    // Coming to a question by a link is as much a move as answering one: its heading takes the focus.
    protected override void OnParametersSet()
    {
        begun |= arrived && asked != Ask;
        (arrived, asked) = (true, Ask);
    }

    private static bool IsFirst(EvaluatedAdvice advice) => advice.Kind is AdviceKind.ReplaceExposedKey or AdviceKind.CopyPasteForNow or AdviceKind.SaveTheNoteFirst;

    private string HrefOf(string fact) => fact switch
    {
        FactNames.Screenshot => $"{Address}#screenshots",
        FactNames.Criterion => $"{Address}#verdict-title",
        _ => $"{Address}?ask={fact}",
    };

    private async Task AnswerAsync(string? value)
    {
        begun = true;
        var fact = Question!.Fact;
        var words = value is null ? "taken back" : FactValueLabels.InSentence(fact, value);
        if (await Work.AnswerAsync(fact, value, $"{Words.OfFact(fact)}: {words}"))
        {
            passed.Add(fact);
            await (Drafts?.ForgetAsync($"answer-{fact}") ?? Task.CompletedTask);
            GoOn();
        }
    }

    private void KeepAsync() => Pass();

    private void Pass()
    {
        begun = true;
        passed.Add(Question!.Fact);
        GoOn();
    }

    private void GoOn()
    {
        if (Ask is not null)
        {
            Navigation.NavigateTo(Address, replace: true);
        }
    }

    private EventCallback BackFrom(string? fact) => Talk.Before(fact) is { } before
        ? EventCallback.Factory.Create(this, () => { begun = true; Navigation.NavigateTo(HrefOf(before)); })
        : default;

    private Task<bool> TickAsync(string stepId, bool done) => ShowAsync(Work.TickAsync(stepId, done, done ? "the tick" : "the tick taken away"));

    private Task<bool> AnswerEngineersAsync(int question, string? answer) => ShowAsync(Work.AnswerEngineersAsync(question, answer));

    private Task<bool> NoteAsync(string text) => ShowAsync(Work.NoteAsync(text));

    private Task CopiedAsync(ReplyForm form) => Work.Actor.May(Permission.WriteTickets) ? ShowAsync(Work.CopiedAsync(form)) : Task.CompletedTask;

    // Wrong words are told at their field; everything else on the page.
    private async Task<(bool Kept, Refusal.Invalid? Wrong)> EditReplyAsync(string? text, int seen)
    {
        var kept = await ShowAsync(Work.EditReplyAsync(text, seen));
        var wrong = kept ? null : Work.Hold.Refused as Refusal.Invalid;
        if (wrong is not null)
        {
            Work.Hold.PutAside();
            StateHasChanged();
        }

        return (kept, wrong);
    }

    private Task<bool> PictureAsync(string name, ReadOnlyMemory<byte> upload) => ShowAsync(Work.PictureAsync(name, upload));

    // These come from functions that children call, which redraw the child only.
    private async Task<bool> ShowAsync(Task<bool> change)
    {
        StateHasChanged();
        var kept = await change;
        StateHasChanged();
        return kept;
    }

    private Task<bool> UseAsErrorAsync(string text) => ShowAsync(Work.AnswerAsync(FactNames.ErrorText, text, Words.OfFact(FactNames.ErrorText)));

    private async Task EscalateAsync()
    {
        if (await Work.EscalateAsync(false, null) is { } number)
        {
            Navigation.NavigateTo(Links.Escalation(number));
        }
    }

    private async Task OverrideAsync()
    {
        if (await TicketDialogs.OverrideReasonAsync(Dialogs, View, Drafts) is { Length: > 0 } reason && await Work.EscalateAsync(true, reason) is { } number)
        {
            await (Drafts?.ForgetAsync("override") ?? Task.CompletedTask);
            Navigation.NavigateTo(Links.Escalation(number));
        }
    }
}
