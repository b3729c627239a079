using Motics.Support.Core.Access;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Events;
using Motics.Support.Core.Masking;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Triage;
using static Motics.Support.Core.Tests.Tickets.TicketWorld;

namespace Motics.Support.Core.Tests.Tickets;

/// <summary>A key that was pasted or sent stays with the ticket until the events show a new one.</summary>
public sealed class ExposedKeyTests
{
    // In pieces, so that it is no secret to a scanner of this repository.
    private static readonly string Secret = "our key is MS0xMjM0NTY3ODkwYWJjZGVm" + "Z2hpamtsbW5vcA" + "-uk1";
    private static readonly string Reference = "3f2504e0" + "-4f89-41d3-9a0c-" + "0305e82c3301";

    private readonly TicketWorld world = new();

    [Fact]
    public async Task EveryWayIn_LeavesTheFlag()
    {
        await AssertExposedAsync(ExposedIn.Answer, view => world.SetAsync(view, ("errorText", Secret)));
        await AssertExposedAsync(ExposedIn.Note, view => world.Desk.AddNoteAsync(view.Ticket.Number, Secret, Sam, Cancel));
        await AssertExposedAsync(ExposedIn.FileName, view => world.Desk.AddScreenshotAsync(view.Ticket.Number, Secret + ".png", new byte[1], Sam, Cancel));
        await AssertExposedAsync(ExposedIn.Subject, view => world.Desk.PatchAsync(view.Ticket.Number, view.Ticket.Version, new() { Subject = Secret }, Sam, Cancel));
        await AssertExposedAsync(ExposedIn.Reporter, view => world.Desk.PatchAsync(view.Ticket.Number, view.Ticket.Version, new() { Reporter = Secret }, Sam, Cancel));
        await AssertExposedAsync(ExposedIn.Closing, view => world.Desk.CloseAsync(view.Ticket.Number, null, new(Mending.Other, Secret, true), Sam, Cancel));
    }

    // What was typed or pasted and not kept, in the box of the question or anywhere on the page.
    [Fact]
    public async Task KeySeen_InWordsThatAreNotKept_StaysWithTheTicketAndIsAudited()
    {
        var view = await world.OpenAsync();
        var seen = Done(await world.Desk.KeySeenAsync(view.Ticket.Number, Sam, Cancel));
        Assert.Equal(new ExposedKey(world.Clock.GetUtcNow(), ExposedIn.Typed, Person.Of(Sam)), seen.ExposedKey);
        Assert.True(seen.KeyWasMasked);
        Assert.Equal("replace-exposed-key", seen.Evaluation.Steps[0].Id);
        Assert.Equal(("ticket.key-exposed", "sam"), (world.Tickets.Audit[^1].Action, world.Tickets.Audit[^1].ActorId));
        var again = Done(await world.Desk.KeySeenAsync(view.Ticket.Number, Sam, Cancel));
        Assert.Single(again.Activity, line => line.Text.Contains("looks like a key", StringComparison.Ordinal));
        Assert.IsType<Refusal.Denied>((await world.Desk.KeySeenAsync(view.Ticket.Number, Nobody, Cancel)).Refusal);
        world.Later();
        world.SavesKey("new");
        Assert.Null((await world.NowAsync(view.Ticket.Number)).ExposedKey);
    }

    [Fact]
    public async Task NewTicket_WithAKeyInItsWords_HasTheFlag()
    {
        foreach (var request in new NewTicket[] { New() with { Subject = Secret }, New() with { Reporter = Secret }, New() with { Facts = Facts(("errorText", Secret)) } })
        {
            var view = Done(await world.Desk.CreateAsync(request, Sam, Cancel));
            Assert.Equal(world.Clock.GetUtcNow(), view.ExposedKey!.At);
        }
    }

    [Fact]
    public async Task Link_WithAKey_IsMaskedAndLeavesTheFlag()
    {
        var view = await world.OpenAsync();
        var link = "https://helpdesk.example/c/1?q=" + Secret["our key is ".Length..];
        Assert.True(Done(await world.Desk.PatchAsync(view.Ticket.Number, view.Ticket.Version, new() { ExternalUrl = link }, Sam, Cancel)).KeyWasMasked);
        var now = await world.NowAsync(view.Ticket.Number);
        Assert.Equal(ExposedIn.Link, now.ExposedKey!.In);
        Assert.Equal("https://helpdesk.example/c/1?q=[key]", now.Ticket.ExternalUrl);
        Assert.Contains(world.Tickets.Audit, entry => entry.Action == "ticket.key-exposed");
    }

    [Fact]
    public async Task WordsOfEngineersAndLeads_LeaveTheFlag()
    {
        var view = await world.OpenReadyAsync();
        var escalation = Done(await world.EscalationDesk.SubmitAsync(view.Ticket.Number, false, null, Sam, Cancel)).Escalation;
        Done(await world.EscalationDesk.PatchAsync(escalation.Number, 1, new EscalationPatch { Note = Secret }, Eve, Cancel));
        Assert.Equal(ExposedIn.Escalation, (await world.NowAsync(view.Ticket.Number)).ExposedKey!.In);
        var other = await world.OpenAsync();
        Done(await world.EscalationDesk.SubmitAsync(other.Ticket.Number, true, Secret, Lee, Cancel));
        Assert.Equal(ExposedIn.Escalation, (await world.NowAsync(other.Ticket.Number)).ExposedKey!.In);
    }

    [Fact]
    public async Task Text_ThatAPageMaskedWhileItWasTyped_LeavesTheFlagOnce()
    {
        var view = await world.OpenAsync();
        var masked = TextMask.Clean(Secret);
        var after = Done(await world.SetAsync(view, ("errorText", masked)));
        Assert.NotNull(after.ExposedKey);
        world.Later();
        var again = Done(await world.SetAsync(after, ("errorText", masked)));
        Assert.Equal(after.ExposedKey.At, again.ExposedKey!.At);
    }

    [Fact]
    public async Task OrdinaryText_LeavesNoFlag()
    {
        var view = await world.OpenAsync(("errorText", "Missing API key: please reconnect"));
        Done(await world.Desk.AddNoteAsync(view.Ticket.Number, "They will write to anna.berg@clinic.example", Sam, Cancel));
        Assert.Null((await world.NowAsync(view.Ticket.Number)).ExposedKey);
    }

    [Fact]
    public async Task ReferenceOfAnError_CopiedAlong_IsNoKey()
    {
        world.Fails(Operation.NotePush, ErrorKind.PermissionDenied, Reference);
        var view = await world.OpenAsync();
        Assert.Null(Done(await world.Desk.AddNoteAsync(view.Ticket.Number, $"They see: no permission ({Reference})", Sam, Cancel)).ExposedKey);
        Assert.NotNull(Done(await world.Desk.AddNoteAsync(view.Ticket.Number, $"They see: no permission ({Reference}), {Secret}", Sam, Cancel)).ExposedKey);
    }

    [Fact]
    public async Task Flag_GoesWithANewKeyAndNothingElse()
    {
        world.SavesKey("old");
        world.Later();
        var number = (await world.OpenAsync()).Ticket.Number;
        world.SavesKey("before");
        Done(await world.Desk.AddNoteAsync(number, Secret, Sam, Cancel));
        Done(await world.Desk.AcknowledgeAsync(number, null, Sam, Cancel));
        Assert.NotNull((await world.NowAsync(number)).ExposedKey);
        world.Later();
        world.SavesKey("old");
        world.Later();
        world.SavesKey("before");
        Assert.NotNull((await world.NowAsync(number)).ExposedKey);
        world.Later();
        world.SavesKey("new");
        Assert.Null((await world.NowAsync(number)).ExposedKey);
        world.Later();
        world.SavesKey("new");
        Assert.Null((await world.NowAsync(number)).ExposedKey);
        world.Later();
        Assert.NotNull(Done(await world.Desk.AddNoteAsync(number, Secret, Sam, Cancel)).ExposedKey);
    }

    [Fact]
    public async Task Flag_StandsInThePacketAndWarnsOnClosing()
    {
        var view = await world.OpenReadyAsync();
        var exposed = Done(await world.Desk.AddNoteAsync(view.Ticket.Number, Secret, Sam, Cancel));
        Assert.Contains(exposed.ClosingWarnings, warning => warning.StartsWith("A key was found in a note", StringComparison.Ordinal));
        var sent = Done(await world.EscalationDesk.SubmitAsync(view.Ticket.Number, false, null, Sam, Cancel));
        Assert.Equal(new PacketExposedKey(exposed.ExposedKey!.At, "a note"), sent.Packet.ExposedKey);
        Assert.Contains("a key was found in a note of the ticket", sent.Escalation.PacketMarkdown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Flag_IsTheFirstAdviceUntilANewKeyIsSaved()
    {
        var view = await world.OpenAsync(("symptom", "disconnected"));
        Assert.DoesNotContain(view.Evaluation.Advice, advice => advice.Kind == AdviceKind.ReplaceExposedKey);
        var exposed = Done(await world.Desk.AddNoteAsync(view.Ticket.Number, Secret, Sam, Cancel));
        Assert.Equal(AdviceKind.ReplaceExposedKey, exposed.Evaluation.Advice[0].Kind);
        Assert.Equal("replace-exposed-key", exposed.Evaluation.Steps[0].Id);
        Assert.Contains("archive the old one", exposed.Reply?.Text, StringComparison.Ordinal);
        world.Later();
        world.SavesKey("new");
        Assert.DoesNotContain((await world.NowAsync(view.Ticket.Number)).Evaluation.Advice, advice => advice.Kind == AdviceKind.ReplaceExposedKey);
    }

    [Fact]
    public async Task SayingThatItWasNone_IsForLeadsWithAReason()
    {
        var number = (await world.OpenAsync()).Ticket.Number;
        Assert.IsType<Refusal.Conflict>((await world.Desk.SayNoKeyAsync(number, null, "a booking number", Lee, Cancel)).Refusal);
        Done(await world.Desk.AddNoteAsync(number, Secret, Sam, Cancel));
        Assert.Equal(Permission.OverrideEscalation, Assert.IsType<Refusal.Denied>((await world.Desk.SayNoKeyAsync(number, null, "a booking number", Sam, Cancel)).Refusal).Needed);
        Assert.Equal("reason", Field(await world.Desk.SayNoKeyAsync(number, null, " ", Lee, Cancel)));
        Assert.Equal("reason", Field(await world.Desk.SayNoKeyAsync(number, null, Secret, Lee, Cancel)));
        Assert.NotNull((await world.NowAsync(number)).ExposedKey);
        var after = Done(await world.Desk.SayNoKeyAsync(number, null, "a booking number", Lee, Cancel));
        Assert.Null(after.ExposedKey);
        Assert.Contains(world.Tickets.Audit, entry => entry is { Action: "ticket.no-key", ActorId: "lee" } && entry.Detail!.EndsWith("a booking number", StringComparison.Ordinal));
        Assert.Contains(world.Tickets.Audit, entry => entry is { Action: "ticket.no-key", ActorId: "sam", Outcome: "refused" });
    }

    private static NewTicket New() => new() { OrganisationId = ClinicId, Subject = "Notes do not push" };

    private async Task AssertExposedAsync(ExposedIn place, Func<TicketView, Task<Outcome<TicketView>>> give)
    {
        var before = await world.OpenAsync();
        Assert.Null(before.ExposedKey);
        var after = Done(await give(before));
        Assert.Equal(new(world.Clock.GetUtcNow(), place, Person.Of(Sam)), after.ExposedKey);
        Assert.Single(world.Tickets.Audit, entry => entry.Action == "ticket.key-exposed" && entry.Target == $"ticket:{before.Ticket.Number}");
        Assert.DoesNotContain(after.Activity, line => line.Text.Contains(Secret[^10..], StringComparison.Ordinal));
    }
}
