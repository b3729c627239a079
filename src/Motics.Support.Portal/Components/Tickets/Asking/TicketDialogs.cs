using Motics.Support.Core;
using Motics.Support.Core.Tickets;
using Motics.Support.Portal.Components.Tickets.Opening;
using MudBlazor;

namespace Motics.Support.Portal.Components.Tickets.Asking;

/// <summary>The dialogs of a ticket, each giving back what was decided or null.</summary>
public static class TicketDialogs
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true };

    public static Task<TicketClosing?> CloseAsync(IDialogService dialogs, TicketView view, PageDrafts? drafts) =>
        ShowAsync<CloseTicketDialog, TicketClosing>(dialogs, "Close ticket", new DialogParameters<CloseTicketDialog>
        {
            { dialog => dialog.View, view },
            { dialog => dialog.Drafts, drafts },
        });

    /// <summary>Shows the fields of a ticket until they were saved or the person gave up.</summary>
    public static Task EditAsync(IDialogService dialogs, Ticket ticket, PageDrafts? drafts, Func<TicketPatch, Task<Refusal?>> save) =>
        ShowAsync<EditTicketDialog, object>(dialogs, "Edit ticket", new DialogParameters<EditTicketDialog>
        {
            { dialog => dialog.Ticket, ticket },
            { dialog => dialog.Drafts, drafts },
            { dialog => dialog.Save, save },
        });

    /// <summary>Id of a person; empty for nobody.</summary>
    public static Task<string?> ReassignAsync(IDialogService dialogs, string what, IReadOnlyList<Person> people, string myId) =>
        ShowAsync<ReassignDialog, string>(dialogs, "Give the ticket to", new DialogParameters<ReassignDialog>
        {
            { dialog => dialog.Title, $"Give {what} to" },
            { dialog => dialog.People, people },
            { dialog => dialog.MyId, myId },
        });

    public static Task<ReminderChoice?> RemindAsync(IDialogService dialogs, DateTimeOffset now, TimeZoneInfo zone, DateTimeOffset? current) =>
        ShowAsync<RemindDialog, ReminderChoice>(dialogs, "Come back to reconnect", new DialogParameters<RemindDialog>
        {
            { dialog => dialog.Now, now },
            { dialog => dialog.Zone, zone },
            { dialog => dialog.Current, current },
        });

    /// <summary>Why a ticket is handed over although the gate says no.</summary>
    public static Task<string?> OverrideReasonAsync(IDialogService dialogs, TicketView view, PageDrafts? drafts) =>
        ShowAsync<ReasonDialog, string>(dialogs, "Hand over all the same", new DialogParameters<ReasonDialog>
        {
            { dialog => dialog.Title, "Hand over although something is missing" },
            { dialog => dialog.Label, "Why it cannot wait" },
            { dialog => dialog.Help, "The engineers and the audit read it." },
            { dialog => dialog.Action, "Hand it over" },
            { dialog => dialog.DraftName, "override" },
            { dialog => dialog.Drafts, drafts },
            { dialog => dialog.Missing, view.MissingToEscalate },
        });

    /// <summary>Why what was masked was no key.</summary>
    public static Task<string?> NoKeyReasonAsync(IDialogService dialogs) =>
        ShowAsync<ReasonDialog, string>(dialogs, "It was no key", new DialogParameters<ReasonDialog>
        {
            { dialog => dialog.Title, "What was masked was no key" },
            { dialog => dialog.Label, "What it was, and how you know" },
            { dialog => dialog.Help, "The audit keeps it. A key that is waved away wrongly stays known to others." },
            { dialog => dialog.Action, "It was no key" },
            { dialog => dialog.DraftName, "no-key" },
        });

    private static async Task<TResult?> ShowAsync<TDialog, TResult>(IDialogService dialogs, string title, DialogParameters parameters)
        where TDialog : Microsoft.AspNetCore.Components.ComponentBase
        where TResult : class
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        var shown = await dialogs.ShowAsync<TDialog>(title, parameters, Options);
        return await shown.Result is { Canceled: false, Data: TResult result } ? result : null;
    }
}
