using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Data.Access;
using Motics.Support.Data.Organisations;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Tickets.Pasting;
using Motics.Support.Portal.Components.Wording;

namespace Motics.Support.Portal.Components.Tickets.Opening;

/// <summary>Opens a ticket and goes straight to its walk-through. The clinic is in the address, what is typed is kept on the server.</summary>
public sealed partial class NewTicketPage : IAsyncDisposable
{
    private static readonly Dictionary<string, object?> Named = new() { ["aria-label"] = "Clinic" };

    // One for the life of the page: a double click, or a second try after a lost answer, makes one ticket.
    private readonly string requestId = Guid.CreateVersion7().ToString("N");
    private OrganisationItem? clinic;
    private IReadOnlyList<TicketItem> doubles = [];
    private PageDrafts? drafts;
    private Actor? me;
    private SubjectReads? reads;
    private string subject = "";

    // The subject that the page made up from an error message: nobody's word.
    private string? named;
    private string error = "";
    private string reporter = "";
    private string conversation = "";
    private Refusal? refused;

    [Inject] private TicketDesk Desk { get; set; } = default!;

    [Inject] private OrganisationStore Organisations { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private DraftStore Drafts { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    /// <summary>Id of the clinic; null while none is chosen.</summary>
    [SupplyParameterFromQuery(Name = "organisationId")] private string? Organisation { get; set; }

    private PastedError? Read => string.IsNullOrWhiteSpace(error) ? null : PastedError.Of(error);

    public ValueTask DisposeAsync() => drafts?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        me = await Current.GetAsync();
        clinic = Organisation is { Length: > 0 } id && (await Organisations.RowsAsync([id], me, CancellationToken.None)).Value is [var row, ..] ? row : null;
        await TakeUpAsync();
        await FindDoublesAsync();
    }

    private async Task<IEnumerable<OrganisationItem>> FindAsync(string? text, CancellationToken ct)
    {
        var found = await Organisations.ListAsync(new OrganisationQuery { Search = text, Limit = 12 }, await Current.GetAsync(), ct);
        return found.Value?.Items ?? [];
    }

    private async Task ChooseAsync(OrganisationItem? row)
    {
        if (row?.Id == clinic?.Id)
        {
            return;
        }

        await ForgetAsync();
        clinic = row;
        await TakeUpAsync();
        await FindDoublesAsync();
        Navigation.NavigateTo(Links.NewTicket(row?.Id), replace: true);
    }

    // What stands in a field goes along to the clinic that is chosen; an empty field takes up what was typed for it before.
    private async Task TakeUpAsync()
    {
        await DisposeAsync();
        var kept = await NewTicketDraft.LoadAsync(Drafts, me!.Id, clinic?.Id, Clock, problem => Report(problem, "Keeping a draft"));
        drafts = kept;
        subject = Take(NewTicketDraft.Subject, subject);
        error = Take(NewTicketDraft.Error, error);
        reporter = Take(NewTicketDraft.Reporter, reporter);
        conversation = Take(NewTicketDraft.Conversation, conversation);
        NameAfterError();
    }

    private string Take(string name, string text)
    {
        if (text.Length > 0)
        {
            drafts!.Typed(name, text);
        }

        return text.Length > 0 ? text : drafts!.Find(name) ?? "";
    }

    private void Typed(string name, string text) => drafts?.Typed(name, text);

    private void ErrorTyped(string text) => Typed(NewTicketDraft.Error, error = text);

    private void Pasted(string text)
    {
        ErrorTyped(PastedError.Of(text).Text);
        NameAfterError();
    }

    // A ticket begun with an error message has a first subject; the agent's own words are never touched.
    private void NameAfterError()
    {
        if (subject.Length == 0 && Read is { Kind: not ErrorKind.Unknown } read)
        {
            Typed(NewTicketDraft.Subject, subject = named = Words.WhatHappened(read.Kind, clinic?.Ehr));
        }
    }

    private async Task FindDoublesAsync()
    {
        doubles = [];
        if (clinic is not null)
        {
            var open = await Desk.ListAsync(new TicketQuery { OrganisationId = clinic.Id, OpenOnly = true }, me!, CancellationToken.None);
            doubles = open.Value?.Items ?? [];
        }
    }

    private async Task CreateAsync()
    {
        if (clinic is null || me is null)
        {
            return;
        }

        var made = await Desk.CreateAsync(Asked, me, CancellationToken.None);
        refused = made.Refusal;
        if (made.Done)
        {
            await ForgetAsync();
            Navigation.NavigateTo(Links.Ticket(made.Value.Ticket.Number));
        }
    }

    private NewTicket Asked => new()
    {
        OrganisationId = clinic!.Id,
        Subject = subject,
        Reporter = Given(reporter),
        ExternalUrl = Given(conversation),
        AssigneeId = me!.Id,
        RequestId = requestId,
        Facts = new Dictionary<string, string?>([.. Error, .. reads?.Chosen ?? []]),
        ReadSubject = reads is { MayBeRead: true },
    };

    private IEnumerable<KeyValuePair<string, string?>> Error => Given(error) is { } text ? [new(FactNames.ErrorText, text)] : [];

    private async Task CancelAsync()
    {
        await ForgetAsync();
        Navigation.NavigateTo(Links.Tickets);
    }

    private async Task ForgetAsync()
    {
        foreach (var name in NewTicketDraft.Names)
        {
            await (drafts?.ForgetAsync(name) ?? Task.CompletedTask);
        }
    }

    private static string? Given(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
