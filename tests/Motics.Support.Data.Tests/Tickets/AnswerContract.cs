using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Core.Triage;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Organisations;
using Motics.Support.Data.Tickets;
using SkiaSharp;

namespace Motics.Support.Data.Tests.Tickets;

/// <summary>A change answers from what it was made with. That is, field by field, what reading it again gives.</summary>
public abstract class AnswerContract(Engine engine)
{
    private static readonly Actor Sam = new("sam", "Sam Agent", Grants.ByRole[Grants.Agent]);
    private static readonly Actor Lee = new("lee", "Lee Lead", Grants.ByRole[Grants.Lead]);
    private static readonly Actor Eve = new("eve", "Eve Engineer", Grants.ByRole[Grants.Engineer]);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    // Between two milliseconds, as clocks are.
    private readonly FakeTimeProvider clock = new(TicketDatabase.Now.AddTicks(1234));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryChangeOfATicket_AnswersWhatIsReadAfterwards()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var (desk, escalations) = Desks(database);

        async Task SameAsync(string what, Task<Outcome<TicketView>> change)
        {
            var answered = Done(await change);
            var read = Done(await desk.FindAsync(answered.Ticket.Number, Sam, Cancel));
            Assert.Equal((what, Json(read)), (what, Json(answered with { KeyWasMasked = false })));
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        await SameAsync("open", desk.CreateAsync(new() { OrganisationId = "harbour", Subject = "Can't find any patients", Reporter = "Dr Ada", ReadSubject = true, RequestId = "once" }, Sam, Cancel));
        await SameAsync("open once more", desk.CreateAsync(new() { OrganisationId = "harbour", Subject = "Other", RequestId = "once" }, Sam, Cancel));
        await SameAsync("facts", desk.SetFactsAsync(1001, null, Facts(("moticsRole", "owner"), ("keyReentered", "false"), ("patientSearch", "not-tried"), ("usingCopyPaste", "true")), Sam, Cancel));
        await SameAsync("taken back", desk.SetFactsAsync(1001, null, Facts(("moticsRole", null)), Sam, Cancel));
        await SameAsync("the same", desk.SetFactsAsync(1001, null, Facts(("keyReentered", "false")), Sam, Cancel));
        await SameAsync("again", desk.ComplainAgainAsync(1001, null, Sam, Cancel));
        await SameAsync("step", desk.TickStepAsync(1001, null, Done(await desk.FindAsync(1001, Sam, Cancel)).Evaluation.Steps[0].Id, true, Sam, Cancel));
        await SameAsync("note", desk.AddNoteAsync(1001, "Rang them", Sam, Cancel));
        await SameAsync("key in a note", desk.AddNoteAsync(1001, "They sent MS0xLTEyMzQ1Njc4OTAxMjM0NTY3OC1hYmNkZWZnaGlqa2xtbm9w-uk1", Lee, Cancel));
        await SameAsync("no key", desk.SayNoKeyAsync(1001, null, "It was an example", Lee, Cancel));
        await SameAsync("reply", desk.EditReplyAsync(1001, null, "Dear Ada, one moment.", Sam, Cancel));
        await SameAsync("copied", desk.CopyReplyAsync(1001, ReplyForm.Whole, Sam, Cancel));
        await SameAsync("picture", desk.AddScreenshotAsync(1001, "screen.png", Png(), Sam, Cancel));
        await SameAsync("another picture", desk.AddScreenshotAsync(1001, "later.png", Png(), Sam, Cancel));
        await SameAsync("assignee", desk.AssignAsync(1001, null, "sam", Sam, Cancel));
        await SameAsync("given away", desk.AssignAsync(1001, null, "nobody-seen", Lee, Cancel));
        await SameAsync("reminder", desk.RemindAsync(1001, null, clock.GetUtcNow().AddDays(1), Sam, Cancel));
        await SameAsync("seen", desk.AcknowledgeAsync(1001, null, Sam, Cancel));
        await SameAsync("hand-over", HandOverAsync());
        await SameAsync("patch", desk.PatchAsync(1001, Done(await desk.FindAsync(1001, Sam, Cancel)).Ticket.Version, new() { Subject = "Other words", Reporter = null, ExternalUrl = "https://example.com/c/1" }, Sam, Cancel));
        Done(await escalations.PatchAsync(1, 1, new() { Status = EscalationStatus.NeedsInfo, Ask = ["Which browser?", "Which computer?"] }, Eve, Cancel));
        await SameAsync("engineers' question", escalations.AnswerAsync(1001, null, 1, "Firefox", Sam, Cancel));
        await SameAsync("taken back", escalations.AnswerAsync(1001, null, 1, null, Sam, Cancel));
        await SameAsync("unchanged", escalations.AnswerAsync(1001, null, 1, null, Sam, Cancel));
        Done(await escalations.PatchAsync(1, Done(await escalations.FindAsync(1, Eve, Cancel)).Escalation.Version, new() { Status = EscalationStatus.Resolved }, Eve, Cancel));
        await SameAsync("status", desk.SetStatusAsync(1001, null, TicketStatus.WaitingOnClinic, Sam, Cancel));
        await SameAsync("close", desk.CloseAsync(1001, null, new(Mending.MendedByEngineers, Confirmed: true), Sam, Cancel));
        await SameAsync("reopen", desk.ReopenAsync(1001, null, Sam, Cancel));

        async Task<Outcome<TicketView>> HandOverAsync()
        {
            Done(await escalations.SubmitAsync(1001, true, "They insist", Lee, Cancel));
            return await desk.FindAsync(1001, Sam, Cancel);
        }
    }

    [Fact]
    public async Task EveryChangeOfAnEscalation_AnswersWhatIsReadAfterwards()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var (desk, escalations) = Desks(database);
        Done(await desk.CreateAsync(new() { OrganisationId = "harbour", Subject = "Cannot see it", AssigneeId = "sam" }, Sam, Cancel));

        await SameAsync("submit", escalations.SubmitAsync(1001, true, "They insist", Lee, Cancel));
        await SameAsync("accept", Patch(1, new() { Status = EscalationStatus.Accepted }, Eve));
        await SameAsync("ask", Patch(2, new() { Status = EscalationStatus.NeedsInfo, Questions = ["moticsRole"], Ask = ["Which browser?"], Note = "Tried?" }, Eve));
        await SameAsync("note", Patch(3, new() { Note = "Still here" }, Sam));
        Done(await desk.SetFactsAsync(1001, null, Facts(("moticsRole", "owner")), Sam, Cancel));
        Done(await escalations.AnswerAsync(1001, null, 1, "Firefox", Sam, Cancel));
        await SameAsync("sent", Patch(5, new() { Status = EscalationStatus.Submitted }, Sam));
        await SameAsync("resolve", Patch(6, new() { Status = EscalationStatus.Resolved, Note = "Mended" }, Eve));

        Task<Outcome<EscalationView>> Patch(int version, EscalationPatch patch, Actor by) => escalations.PatchAsync(1, version, patch, by, Cancel);
        async Task SameAsync(string what, Task<Outcome<EscalationView>> change)
        {
            var answered = Done(await change);
            Assert.Equal((what, Json(Done(await escalations.FindAsync(1, Eve, Cancel)))), (what, Json(answered)));
            clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private static Dictionary<string, string?> Facts(params (string Name, string? Value)[] said) => said.ToDictionary(fact => fact.Name, fact => fact.Value);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, Indented);

    private static byte[] Png()
    {
        using var bitmap = new SKBitmap(20, 10);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private (TicketDesk Tickets, EscalationDesk Escalations) Desks(TicketDatabase database)
    {
        var organisations = new OrganisationStore(database.Database, new AuditTrail(database.Database), clock);
        return (new(database.Tickets, organisations, PlaybookLoader.Embedded, new ScreenshotReader(), clock), new(database.Escalations, database.Tickets, organisations, PlaybookLoader.Embedded, clock));
    }

    private static T Done<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Done, outcome.Refusal?.ToString());
        return outcome.Value!;
    }
}

public sealed class AnswerOnSqlite() : AnswerContract(Engine.Sqlite);

public sealed class AnswerOnSqlServer() : AnswerContract(Engine.SqlServer);
