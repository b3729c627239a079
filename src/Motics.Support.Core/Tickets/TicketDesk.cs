using Motics.Support.Core.Access;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Replies;

namespace Motics.Support.Core.Tickets;

/// <summary>
/// The only way to work on tickets: checks the permission, the version seen, the rules; keeps change, activity and audit together.
/// <c>expectedVersion</c> null means "whatever it is now"; another than the stored one is refused with what changed.
/// </summary>
public sealed class TicketDesk(ITicketStore store, IOrganisationFinder organisations, Playbook playbook, IScreenshotReader screenshots, TimeProvider clock)
{
    private readonly TicketCases cases = new(playbook);
    private readonly TicketChanges changes = new(store, organisations, playbook, clock);

    /// <summary>A new ticket. Refused when the organisation does not exist or a field is no good; then nothing is kept.</summary>
    public Task<Outcome<TicketView>> CreateAsync(NewTicket request, Actor actor, CancellationToken ct) =>
        new TicketOpening(store, organisations, changes, clock).OpenAsync(request, actor, ct);

    /// <summary>The ticket as it is now, evaluated now.</summary>
    public async Task<Outcome<TicketView>> FindAsync(long number, Actor actor, CancellationToken ct) =>
        await changes.DeniedAsync(actor, Permission.ReadTickets, "ticket.read", number, ct).ConfigureAwait(false) is { } denied
            ? denied
            : await changes.ViewAsync(number, ct).ConfigureAwait(false);

    /// <summary>A page of rows.</summary>
    public async Task<Outcome<CountedPage<TicketItem>>> ListAsync(TicketQuery query, Actor actor, CancellationToken ct) =>
        actor.May(Permission.ReadTickets)
            ? await store.ListAsync(query, clock.GetUtcNow(), ct).ConfigureAwait(false)
            : new Refusal.Denied(Permission.ReadTickets);

    /// <summary>Merges answers by fact name, in wire form; null takes one back. Names and values that are not known are refused, all at once.</summary>
    public Task<Outcome<TicketView>> SetFactsAsync(long number, int? expectedVersion, IReadOnlyDictionary<string, string?> answers, Actor actor, CancellationToken ct) =>
        changes.ChangeAsync(number, expectedVersion, "ticket.facts", actor, work => TicketFacts.Set(work, answers, cases.Of(work).Evidence), ct);

    /// <summary>"It still does not work": everything that was complained of holds again from now. Refused when nothing was.</summary>
    public Task<Outcome<TicketView>> ComplainAgainAsync(long number, int? expectedVersion, Actor actor, CancellationToken ct) =>
        changes.ChangeAsync(number, expectedVersion, "ticket.facts", actor, ComplaintAnswers.SayAgain, ct);

    /// <summary>A key was typed or pasted on the ticket's page in words that are not kept: it was seen all the same, so the clinic has to replace it.</summary>
    public Task<Outcome<TicketView>> KeySeenAsync(long number, Actor actor, CancellationToken ct) =>
        changes.ChangeAsync(
            number, null, "ticket.key-exposed", actor, work =>
            {
                work.Expose(ExposedIn.Typed);
                return null;
            }, ct);

    /// <summary>
    /// "What was masked was no key": the ticket asks no longer that it be replaced. For leads, with a reason, because a key that is waved away wrongly goes
    /// on being known to others. Refused when there is none.
    /// </summary>
    public async Task<Outcome<TicketView>> SayNoKeyAsync(long number, int? expectedVersion, string? reason, Actor actor, CancellationToken ct) =>
        await changes.DeniedAsync(actor, Permission.OverrideEscalation, "ticket.no-key", number, ct).ConfigureAwait(false) is { } denied
            ? denied
            : await changes.ChangeAsync(number, expectedVersion, "ticket.no-key", actor, work => ExposedKeys.SayNone(work, reason), ct).ConfigureAwait(false);

    /// <summary>Ticks a step of the current verdict, or unticks one; both are logged.</summary>
    public Task<Outcome<TicketView>> TickStepAsync(long number, int? expectedVersion, string stepId, bool done, Actor actor, CancellationToken ct) =>
        changes.ChangeAsync(number, expectedVersion, "ticket.step", actor, work => TicketSteps.Tick(work, stepId, done, cases.Of(work).Steps), ct);

    /// <summary>1–4,000 characters; on closed tickets too.</summary>
    public Task<Outcome<TicketView>> AddNoteAsync(long number, string? text, Actor actor, CancellationToken ct) =>
        changes.ChangeAsync(number, null, "ticket.note", actor, work => TicketEdits.Note(work, text), ct);

    /// <summary>Keeps the reply in the agent's own words, at most 8,000 characters; null takes the composed words again.</summary>
    public Task<Outcome<TicketView>> EditReplyAsync(long number, int? expectedVersion, string? text, Actor actor, CancellationToken ct) =>
        changes.ChangeAsync(number, expectedVersion, "ticket.reply.edit", actor, work => TicketReplies.Edit(work, text, cases.Of(work).Evaluation, Reply(work)), ct);

    /// <summary>Notes that the reply was copied. Twice within a moment by the same person is once; on closed tickets too.</summary>
    public Task<Outcome<TicketView>> CopyReplyAsync(long number, ReplyForm form, Actor actor, CancellationToken ct) =>
        changes.ChangeAsync(number, null, "ticket.reply.copy", actor, work => TicketReplies.Copy(work, form, Reply(work)), ct);

    /// <summary>A PNG or JPEG, judged by its content; at most ten a ticket.</summary>
    public async Task<Outcome<TicketView>> AddScreenshotAsync(long number, string? fileName, ReadOnlyMemory<byte> upload, Actor actor, CancellationToken ct)
    {
        if (await changes.DeniedAsync(actor, Permission.WriteTickets, "ticket.screenshot", number, ct).ConfigureAwait(false) is { } denied)
        {
            return denied;
        }

        var image = screenshots.Read(upload);
        return image.Done
            ? await changes.ChangeAsync(number, null, "ticket.screenshot", actor, work => TicketScreenshots.Add(work, fileName, image.Value), ct).ConfigureAwait(false)
            : image.Refusal;
    }

    /// <summary>The bytes of one screenshot. It may show patients, so reading it is audited.</summary>
    public async Task<Outcome<ScreenshotFile>> GetScreenshotAsync(long number, string id, Actor actor, CancellationToken ct)
    {
        if (await changes.DeniedAsync(actor, Permission.ReadTickets, "ticket.screenshot.read", number, ct).ConfigureAwait(false) is { } denied)
        {
            return denied;
        }

        if (await store.ScreenshotAsync(number, id, ct).ConfigureAwait(false) is not { } file)
        {
            return new Refusal.NotFound("screenshot");
        }

        await changes.AuditReadAsync(actor, "ticket.screenshot.read", number, TicketScreenshots.Words(file.Screenshot), ct).ConfigureAwait(false);
        return file;
    }

    /// <summary>Null gives the ticket back to nobody.</summary>
    public async Task<Outcome<TicketView>> AssignAsync(long number, int? expectedVersion, string? personId, Actor actor, CancellationToken ct)
    {
        var person = await changes.PersonAsync(personId, actor, ct).ConfigureAwait(false);
        return person.Refusal ?? await changes.ChangeAsync(number, expectedVersion, "ticket.assign", actor, work => TicketAssignment.Assign(work, person.Value), ct).ConfigureAwait(false);
    }

    /// <summary>Open, waiting on clinic or resolved. Closing, reopening and escalating have operations of their own.</summary>
    public Task<Outcome<TicketView>> SetStatusAsync(long number, int? expectedVersion, TicketStatus status, Actor actor, CancellationToken ct) =>
        changes.ChangeAsync(number, expectedVersion, "ticket.status", actor, work => TicketStates.Set(work, status), ct);

    /// <summary>Brings the ticket back to its agent at a time; null clears it. Nobody's ticket becomes that of the person who sets it; a program's reminder leaves it nobody's.</summary>
    public Task<Outcome<TicketView>> RemindAsync(long number, int? expectedVersion, DateTimeOffset? at, Actor actor, CancellationToken ct) =>
        changes.ChangeAsync(number, expectedVersion, "ticket.remind", actor, work => TicketEdits.Remind(work, at), ct);

    /// <summary>"I have seen it": the ticket sleeps again until something else changes.</summary>
    public Task<Outcome<TicketView>> AcknowledgeAsync(long number, int? expectedVersion, Actor actor, CancellationToken ct) =>
        changes.ChangeAsync(number, expectedVersion, "ticket.acknowledge", actor, TicketEdits.Acknowledge, ct);

    /// <summary>Closes. Refused with <see cref="Refusal.Unconfirmed"/> while something is open and the warnings were not confirmed.</summary>
    public Task<Outcome<TicketView>> CloseAsync(long number, int? expectedVersion, TicketClosing closing, Actor actor, CancellationToken ct) =>
        changes.ChangeAsync(number, expectedVersion, "ticket.close", actor, work => TicketClosure.Close(work, closing, Closing(work)), ct);

    /// <summary>A closed ticket is open again.</summary>
    public Task<Outcome<TicketView>> ReopenAsync(long number, int? expectedVersion, Actor actor, CancellationToken ct) =>
        changes.ChangeAsync(number, expectedVersion, "ticket.reopen", actor, TicketStates.Reopen, ct);

    /// <summary>All changes of the patch or none, as one change of the ticket.</summary>
    public async Task<Outcome<TicketView>> PatchAsync(long number, int expectedVersion, TicketPatch patch, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(patch);
        var person = await changes.PersonAsync(patch.Assignee.Value, actor, ct).ConfigureAwait(false);
        return person.Refusal ?? await changes.ChangeAsync(number, expectedVersion, "ticket.edit", actor, work => TicketPatching.Apply(work, patch, person.Value, Closing), ct).ConfigureAwait(false);
    }

    /// <summary>Whom a ticket can be given to: everybody who ever signed in or worked here.</summary>
    public async Task<Outcome<IReadOnlyList<Person>>> PeopleAsync(Actor actor, CancellationToken ct) =>
        actor.May(Permission.ReadTickets)
            ? (await store.PeopleAsync(ct).ConfigureAwait(false)).Where(person => !person.IsProgram).ToList()
            : new Refusal.Denied(Permission.ReadTickets);

    private ClinicReply? Reply(TicketWork work) => TicketReplies.Compose(playbook, work.File, cases.Of(work), work.Organisation);

    private ClosingState Closing(TicketWork work)
    {
        var (seen, times) = (cases.Of(work), ProofTimes.Of(work.Organisation, work.Now));
        return new(ClosingWarnings.Of(work.Ticket, seen, work.Organisation, times), work.Ticket.Complaint?.AnsweredBy(times));
    }
}
