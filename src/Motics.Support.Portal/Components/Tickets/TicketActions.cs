using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Portal.Components.Tickets.Asking;
using Motics.Support.Portal.Components.Tickets.Opening;

namespace Motics.Support.Portal.Components.Tickets;

/// <summary>
/// What an agent can do with the ticket before them. Each is one call of a desk with the version that is shown; what comes back is shown.
/// </summary>
public sealed class TicketActions(TicketDesk desk, EscalationDesk escalations, TicketHold hold, Actor actor)
{
    /// <summary>What is shown, and how saving went.</summary>
    public TicketHold Hold => hold;

    /// <summary>Who works.</summary>
    public Actor Actor => actor;

    private long Number => hold.View.Ticket.Number;

    /// <summary>Answers one question; null takes the answer back.</summary>
    public Task<bool> AnswerAsync(string fact, string? value, string what) =>
        ChangeAsync(what, (version, ct) => desk.SetFactsAsync(Number, version, new Dictionary<string, string?> { [fact] = value }, actor, ct));

    /// <summary>The clinic says that it still does not work: its complaint holds from now.</summary>
    public Task<bool> ComplainAgainAsync() => ChangeAsync("that it still does not work", (version, ct) => desk.ComplainAgainAsync(Number, version, actor, ct));

    /// <summary>A key was typed or pasted in words that are not kept.</summary>
    public Task<bool> KeySeenAsync() => ChangeAsync("that a key was seen", (_, ct) => desk.KeySeenAsync(Number, actor, ct));

    /// <summary>What was masked was no key; for leads.</summary>
    public Task<bool> SayNoKeyAsync(string reason) => ChangeAsync("that it was no key", (version, ct) => desk.SayNoKeyAsync(Number, version, reason, actor, ct));

    public Task<bool> TickAsync(string stepId, bool done, string what) => ChangeAsync(what, (version, ct) => desk.TickStepAsync(Number, version, stepId, done, actor, ct));

    public Task<bool> NoteAsync(string text) => ChangeAsync("the note", (_, ct) => desk.AddNoteAsync(Number, text, actor, ct));

    /// <summary>
    /// The reply in the agent's own words; null takes the composed one again. Asked for against the version that was seen, as for <see cref="EditAsync"/>.
    /// </summary>
    public Task<bool> EditReplyAsync(string? text, int seen)
    {
        int? first = seen;
        return ChangeAsync(text is null ? "the composed reply" : "the reply", (version, ct) =>
        {
            var expected = first ?? version;
            first = null;
            return desk.EditReplyAsync(Number, expected, text, actor, ct);
        });
    }

    /// <summary>The reply is in the clipboard.</summary>
    public Task<bool> CopiedAsync(ReplyForm form) => ChangeAsync("that the reply was copied", (_, ct) => desk.CopyReplyAsync(Number, form, actor, ct));

    /// <summary>Waits for the clinic; the ticket comes back at a time, or with null as it was to come back before.</summary>
    public Task<bool> WaitAsync(DateTimeOffset? at)
    {
        var patch = new TicketPatch { Status = TicketStatus.WaitingOnClinic, RemindAt = at is null ? default : at };
        return ChangeAsync("waiting for the clinic", (version, ct) => desk.PatchAsync(Number, version, patch, actor, ct));
    }

    public Task<bool> PictureAsync(string fileName, ReadOnlyMemory<byte> upload) =>
        ChangeAsync("the screenshot", (_, ct) => desk.AddScreenshotAsync(Number, fileName, upload, actor, ct));

    /// <summary>
    /// Subject, reporter and link together. Asked for against the version that the person saw when they began to type, so that what a
    /// colleague changed meanwhile is never written over unseen; asked for again, against what is shown then.
    /// </summary>
    /// <param name="over">Called once it was kept or given up.</param>
    public Task<bool> EditAsync(TicketPatch patch, int seen, Func<Task>? over = null)
    {
        int? first = seen;
        return ChangeAsync(new TicketChangeRequest(TicketEditWords.Of(patch), (version, ct) =>
        {
            var expected = first ?? version;
            first = null;
            return desk.PatchAsync(Number, expected, patch, actor, ct);
        }, over));
    }

    /// <summary>Null gives it back to nobody.</summary>
    public Task<bool> AssignAsync(string? personId) => ChangeAsync("who has the ticket", (version, ct) => desk.AssignAsync(Number, version, personId, actor, ct));

    public Task<bool> StatusAsync(TicketStatus status) => ChangeAsync("the status", (version, ct) => desk.SetStatusAsync(Number, version, status, actor, ct));

    /// <summary>Null clears the reminder.</summary>
    public Task<bool> RemindAsync(DateTimeOffset? at) => ChangeAsync("the reminder", (version, ct) => desk.RemindAsync(Number, version, at, actor, ct));

    public Task<bool> AcknowledgeAsync() => ChangeAsync("that you have seen it", (version, ct) => desk.AcknowledgeAsync(Number, version, actor, ct));

    /// <param name="closing">What mended it.</param>
    /// <param name="over">Called once it was kept or given up.</param>
    public Task<bool> CloseAsync(TicketClosing closing, Func<Task>? over = null) =>
        ChangeAsync(new TicketChangeRequest("closing", (version, ct) => desk.CloseAsync(Number, version, closing, actor, ct), over));

    public Task<bool> ReopenAsync() => ChangeAsync("reopening", (version, ct) => desk.ReopenAsync(Number, version, actor, ct));

    /// <summary>Hands the ticket over. The escalation's number, or null when it was refused.</summary>
    public async Task<long?> EscalateAsync(bool overrideGate, string? reason)
    {
        long? number = null;
        await ChangeAsync("the hand-over", async (_, ct) =>
        {
            var sent = await escalations.SubmitAsync(Number, overrideGate, reason, actor, ct);
            number = sent.Value?.Escalation.Number;
            return sent.Done ? await desk.FindAsync(Number, actor, ct) : sent.Refusal;
        });
        return number;
    }

    /// <summary>Answers a question in the engineers' own words; null takes the answer back.</summary>
    public Task<bool> AnswerEngineersAsync(int question, string? answer) =>
        ChangeAsync("the answer to the engineers", (version, ct) => escalations.AnswerAsync(Number, version, question, answer, actor, ct));

    /// <summary>Sends the answers back to the engineers who asked.</summary>
    public Task<bool> AnswerBackAsync(EscalationItem escalation) => ChangeAsync("the answers", async (_, ct) =>
    {
        var sent = await escalations.PatchAsync(escalation.Number, escalation.Version, new EscalationPatch { Status = EscalationStatus.Submitted }, actor, ct);
        return sent.Done ? await desk.FindAsync(Number, actor, ct) : sent.Refusal;
    });

    /// <summary>Whom the ticket can be given to; nobody when the reader may not know.</summary>
    public async Task<IReadOnlyList<Person>> PeopleAsync() => (await desk.PeopleAsync(actor, CancellationToken.None)).Value ?? [];

    /// <summary>Asks again for what was refused as stale.</summary>
    public Task ApplyAgainAsync() => hold.Held is { } held ? ChangeAsync(held) : Task.CompletedTask;

    private Task<bool> ChangeAsync(string what, Func<int, CancellationToken, Task<Outcome<TicketView>>> run) => ChangeAsync(new TicketChangeRequest(what, run));

    private Task<bool> ChangeAsync(TicketChangeRequest request) => hold.ChangeAsync(request, ct => desk.FindAsync(Number, actor, ct), CancellationToken.None);
}
