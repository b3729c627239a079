using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Portal.Components.Tickets.Asking;
using Motics.Support.Portal.Components.Tickets.Opening;

namespace Motics.Support.Portal.Components.Tickets;

/// <summary>The head of a ticket's page.</summary>
public sealed partial class TicketHead
{
    /// <summary>Names of the drafts of the fields that can be edited.</summary>
    public static IReadOnlyList<string> EditDrafts { get; } = ["edit-subject", "edit-reporter", "edit-conversation"];

    [Parameter, EditorRequired] public TicketActions Work { get; set; } = default!;

    [Parameter] public PageDrafts? Drafts { get; set; }

    /// <summary>After anything was asked for, kept or refused.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    /// <summary>Asks when the ticket comes back, and keeps it.</summary>
    public async Task RemindAsync()
    {
        var choice = await TicketDialogs.RemindAsync(Dialogs, Clock.GetUtcNow(), await ZoneAsync(), Ticket.RemindAt);
        if (choice is not null)
        {
            await DoAsync(() => Work.RemindAsync(choice.At));
        }
    }

    /// <summary>Asks what mended it, and closes.</summary>
    public async Task CloseAsync()
    {
        var closing = await TicketDialogs.CloseAsync(Dialogs, Work.Hold.View, Drafts);
        if (closing is not null)
        {
            await DoAsync(() => Work.CloseAsync(closing, () => ForgetAsync("close")));
            await FocusAsync();
        }
    }

    private Ticket Ticket => Work.Hold.View.Ticket;

    private OrganisationDetail Clinic => Work.Hold.View.Organisation;

    private bool MayReassign => Work.Actor.May(Permission.ReassignTickets);

    private IEnumerable<(TicketStatus Status, string Words)> Moves => Ticket.Status switch
    {
        TicketStatus.Escalated => [],
        TicketStatus.WaitingOnClinic => [(TicketStatus.Open, "The clinic is back"), (TicketStatus.Resolved, "Mended")],
        TicketStatus.Resolved => [(TicketStatus.Open, "Not mended after all")],
        _ => [(TicketStatus.WaitingOnClinic, "Wait for the clinic"), (TicketStatus.Resolved, "Mended")],
    };

    private async Task DoAsync(Func<Task<bool>> change)
    {
        await change();
        await Changed.InvokeAsync();
    }

    // What was typed is forgotten when it was kept, or when the person gave up; not when keeping it failed or somebody else was faster.
    private async Task EditAsync()
    {
        var (before, asked) = (Ticket, false);
        await TicketDialogs.EditAsync(Dialogs, before, Drafts, async patch =>
        {
            var wrong = await SaveAsync(patch, before.Version);
            asked = wrong is null;
            return wrong;
        });
        if (!asked)
        {
            await ForgetAsync([.. EditDrafts]);
        }
    }

    private async Task ForgetAsync(params string[] names)
    {
        foreach (var name in names)
        {
            await (Drafts?.ForgetAsync(name) ?? Task.CompletedTask);
        }
    }

    // Wrong input is shown at its field in the dialog; everything else on the page.
    private async Task<Refusal?> SaveAsync(TicketPatch patch, int seen)
    {
        await Work.EditAsync(patch, seen, () => ForgetAsync([.. EditDrafts]));
        var wrong = Work.Hold.Refused as Refusal.Invalid;
        if (wrong is not null)
        {
            Work.Hold.PutAside();
        }

        await Changed.InvokeAsync();
        return wrong;
    }

    private async Task ReassignAsync()
    {
        var person = await TicketDialogs.ReassignAsync(Dialogs, $"ticket #{Ticket.Number}", await Work.PeopleAsync(), Work.Actor.Id);
        if (person is not null)
        {
            await DoAsync(() => Work.AssignAsync(person.Length == 0 ? null : person));
        }
    }

    private async Task ReopenAsync()
    {
        await DoAsync(Work.ReopenAsync);
        await FocusAsync();
    }

    // Closing and reopening take their own buttons away.
    private async Task FocusAsync()
    {
        await using var module = await JS.InvokeAsync<IJSObjectReference>("import", "./js/focus.js");
        await module.InvokeVoidAsync("notNowhere");
    }

    // The agent's own clock; a browser that names a zone which this server does not know gets UTC, and the dialog says so.
    private async Task<TimeZoneInfo> ZoneAsync()
    {
        await using var module = await JS.InvokeAsync<IJSObjectReference>("import", "./js/walkthrough.js");
        var name = await module.InvokeAsync<string>("timeZone");
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
    }
}
