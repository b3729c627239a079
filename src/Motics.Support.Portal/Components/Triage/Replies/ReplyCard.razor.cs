using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Tickets.Opening;

namespace Motics.Support.Portal.Components.Triage.Replies;

/// <summary>The reply of a ticket. What is being typed survives as a draft; what is kept is masked and stays with the ticket.</summary>
public sealed partial class ReplyCard
{
    /// <summary>Of what is being typed.</summary>
    public const string DraftName = "reply";

    private ReplyForm? chosen;
    private bool editing;
    private bool busy;
    private bool takesFocus;
    private DraftField? field;
    private string text = "";
    private Refusal.Invalid? refused;
    private (EditedReply? Edited, int Version) begun;

    [Parameter, EditorRequired] public TicketView View { get; set; } = default!;

    [Parameter] public string? MyId { get; set; }

    /// <summary>The reader may change the ticket, and it is open.</summary>
    [Parameter] public bool MayWrite { get; set; }

    [Parameter] public PageDrafts? Drafts { get; set; }

    /// <summary>The words are in the clipboard.</summary>
    [Parameter, EditorRequired] public Func<ReplyForm, Task> Copied { get; set; } = default!;

    /// <summary>
    /// Keeps words, or takes the composed ones again with null, against the version that was seen. Gives what is wrong with the words, to be told at the
    /// field; everything else that hinders it is told on the page.
    /// </summary>
    [Parameter, EditorRequired] public Func<string?, int, Task<(bool Kept, Refusal.Invalid? Wrong)>> Edit { get; set; } = default!;

    /// <summary>Waits for the clinic, with a reminder at a time or, with null, without one.</summary>
    [Parameter, EditorRequired] public Func<DateTimeOffset?, Task> Wait { get; set; } = default!;

    private IReadOnlyList<ReplyShown> Forms => ReplyShown.Of(View.Reply, View.Edited);

    protected override void OnInitialized()
    {
        if (MayWrite && Drafts?.Find(DraftName) is { Length: > 0 } draft)
        {
            (editing, text, begun) = (true, draft, (View.Edited, View.Ticket.Version));
        }
    }

    // Kept by way of the banner about a colleague's change: nothing is left to edit.
    protected override async Task OnParametersSetAsync()
    {
        if (editing && !busy && View.Edited is { } edited && edited != begun.Edited && edited.Text == text.Trim())
        {
            await StopAsync();
        }
    }

    private void Begin()
    {
        text = (Forms.FirstOrDefault(form => form.Form == chosen) ?? Forms[0]).Text;
        (editing, refused, begun, takesFocus) = (true, null, (View.Edited, View.Ticket.Version), true);
    }

    // The button that was pressed is gone: its reader goes on in the field.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (takesFocus && field is not null)
        {
            takesFocus = false;
            await field.FocusAsync();
        }
    }

    private async Task StopAsync()
    {
        (editing, refused) = (false, null);
        await (Drafts?.ForgetAsync(DraftName) ?? Task.CompletedTask);
    }

    private Task CopiedAsync(ReplyForm form) => Copied(form);

    // Only what a colleague did to the reply itself comes in between; an answer given meanwhile does not.
    private async Task KeepAsync(string? words)
    {
        if (busy)
        {
            return;
        }

        var seen = editing && View.Edited != begun.Edited ? begun.Version : View.Ticket.Version;
        if (await AskAsync(words, seen))
        {
            chosen = null;
            await StopAsync();
        }
    }

    private async Task<bool> AskAsync(string? words, int seen)
    {
        busy = true;
        try
        {
            (var kept, refused) = await Edit(words, seen);
            return kept;
        }
        finally
        {
            busy = false;
        }
    }
}
