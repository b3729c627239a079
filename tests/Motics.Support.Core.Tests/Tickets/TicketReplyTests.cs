using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Core.Triage;

namespace Motics.Support.Core.Tests.Tickets;

public sealed class TicketReplyTests
{
    private readonly TicketWorld world = new();

    [Fact]
    public async Task Reply_EditedOne_IsKeptMaskedWithActivityAndAuditAndCanBeTakenBack()
    {
        var opened = await world.OpenAsync(("symptom", "disconnected"));
        var edited = await EditAsync(opened, "Hello Anna, call me on +61 2 5550 1234.\r\nKim");
        Assert.Equal("Hello Anna, call me on [phone].\nKim", edited.Edited!.Text);
        Assert.Equal((opened.Ticket.Version + 1, "edited the reply"), (edited.Ticket.Version, edited.Activity[0].Text));
        Assert.Contains(world.Tickets.Audit, entry => entry is { Action: "ticket.reply.edit", ActorId: "sam" });
        Assert.Equal(edited.Edited, (await world.NowAsync(opened.Ticket.Number)).Edited);

        var back = TicketWorld.Done(await world.Desk.EditReplyAsync(opened.Ticket.Number, edited.Ticket.Version, null, TicketWorld.Sam, TicketWorld.Cancel));
        Assert.Null(back.Edited);
        Assert.Equal("took the composed reply again", back.Activity[0].Text);
        Assert.Equal(back.Ticket.Version, TicketWorld.Done(await world.Desk.EditReplyAsync(opened.Ticket.Number, null, null, TicketWorld.Sam, TicketWorld.Cancel)).Ticket.Version);
    }

    [Fact]
    public async Task Reply_HoldingAKey_IsMaskedAndSaysSo()
    {
        var key = "MS0" + "xLTAxMjM0NTY3ODkwMTIzNDU2Nzg5LUFiQ2RFZkdoSWpLbE1uT3BRclN0VXZXeFl6" + "-uk1";
        var edited = await EditAsync(await world.OpenAsync(("symptom", "disconnected")), $"Paste {key} into Motics.");
        Assert.Equal("Paste [key] into Motics.", edited.Edited!.Text);
        Assert.True(edited.KeyWasMasked);
    }

    [Theory]
    [InlineData("Please send us your key.")]
    [InlineData("  ")]
    public async Task Reply_AskingForAKeyOrEmpty_IsRefusedAndNotKept(string text)
    {
        var opened = await world.OpenAsync(("symptom", "disconnected"));
        Assert.Equal("text", TicketWorld.Field(await world.Desk.EditReplyAsync(opened.Ticket.Number, null, text, TicketWorld.Sam, TicketWorld.Cancel)));
        Assert.Equal("text", TicketWorld.Field(await world.Desk.EditReplyAsync(opened.Ticket.Number, null, new string('x', 8001), TicketWorld.Sam, TicketWorld.Cancel)));
        Assert.Null((await world.NowAsync(opened.Ticket.Number)).Edited);
    }

    [Fact]
    public async Task Reply_EditedOverAColleaguesVersion_IsStale()
    {
        var opened = await world.OpenAsync(("symptom", "disconnected"));
        await EditAsync(opened, "Mine.");
        var slower = await world.Desk.EditReplyAsync(opened.Ticket.Number, opened.Ticket.Version, "Theirs.", TicketWorld.Kim, TicketWorld.Cancel);
        Assert.Contains("edited the reply", Assert.Single(Assert.IsType<Refusal.Stale>(slower.Refusal).Changes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_VerdictChangesAfterTheEdit_IsTold()
    {
        var edited = await EditAsync(await world.OpenAsync(("symptom", "disconnected")), "Mine.");
        Assert.False(edited.EditedUnderAnotherVerdict || edited.EditedIsOutdated);

        var inClinic = TicketWorld.Done(await world.SetAsync(edited, ("inClinicNow", "true")));
        Assert.True(inClinic is { EditedUnderAnotherVerdict: false, EditedIsOutdated: true });
        var other = TicketWorld.Done(await world.SetAsync(edited, ("providerIncident", "confirmed")));
        Assert.True(other is { EditedUnderAnotherVerdict: true, EditedIsOutdated: true });
        Assert.Equal("Mine.", other.Edited!.Text);
        Assert.False((await EditAsync(other, "Mine, still.")).EditedUnderAnotherVerdict);
    }

    [Fact]
    public async Task Reply_Copied_IsRecordedOncePerClickAndBeginsTheTicket()
    {
        var opened = await world.OpenAsync(("symptom", "disconnected"));
        await CopyAsync(opened, ReplyForm.Brief);
        var copied = await CopyAsync(opened, ReplyForm.Brief);
        Assert.Equal((TicketStatus.Open, ReplyForm.Brief, TicketWorld.Sam.Id), (copied.Ticket.Status, copied.Copied!.Form, copied.Copied.By.Id));
        Assert.Single(copied.Activity, entry => entry.Text == "copied the reply (short)");
        Assert.Single(world.Tickets.Audit, entry => entry.Action == "ticket.reply.copy");

        world.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(2, (await CopyAsync(opened, ReplyForm.Brief)).Activity.Count(entry => entry.Text == "copied the reply (short)"));
        Assert.Contains((await CopyAsync(opened, ReplyForm.Whole)).Activity, entry => entry.Text == "copied the reply");
    }

    [Fact]
    public async Task Reply_CopyingWhatThereIsNot_IsRefused()
    {
        var opened = await world.OpenAsync(("symptom", "disconnected"));
        Assert.Equal("form", TicketWorld.Field(await world.Desk.CopyReplyAsync(opened.Ticket.Number, ReplyForm.Edited, TicketWorld.Sam, TicketWorld.Cancel)));
        Assert.IsType<Refusal.Denied>((await world.Desk.CopyReplyAsync(opened.Ticket.Number, ReplyForm.Whole, TicketWorld.Nobody, TicketWorld.Cancel)).Refusal);
    }

    [Fact]
    public async Task AfterCopying_IsOfferedUntilSomethingFollows()
    {
        var opened = await world.OpenAsync(("symptom", "disconnected"));
        Assert.False(AfterCopying.IsOffered(opened));
        var copied = await CopyAsync(opened, ReplyForm.Whole);
        Assert.True(AfterCopying.IsOffered(copied));
        Assert.True(AfterCopying.IsOffered(TicketWorld.Done(await world.Desk.AddNoteAsync(opened.Ticket.Number, "They will try at noon.", TicketWorld.Kim, TicketWorld.Cancel))));

        var patch = new TicketPatch { Status = TicketStatus.WaitingOnClinic, RemindAt = world.Clock.GetUtcNow().AddHours(2) };
        var waits = TicketWorld.Done(await world.Desk.PatchAsync(opened.Ticket.Number, (await world.NowAsync(opened.Ticket.Number)).Ticket.Version, patch, TicketWorld.Sam, TicketWorld.Cancel));
        Assert.False(AfterCopying.IsOffered(waits));
        Assert.True(AfterCopying.IsOffered(await CopyAsync(waits, ReplyForm.Brief)));
    }

    [Fact]
    public async Task Reply_OfATicketWithAReporter_GreetsAndSaysWhatHasHappened()
    {
        var opened = await world.OpenReadyAsync();
        var named = TicketWorld.Done(await world.Desk.PatchAsync(opened.Ticket.Number, opened.Ticket.Version, new() { Reporter = "Anna Berg" }, TicketWorld.Sam, TicketWorld.Cancel));
        Assert.StartsWith("Hello Anna, and thank you for telling us.", named.Reply!.Text, StringComparison.Ordinal);
        Assert.Contains("This looks like one for our engineers", named.Reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Health.Connected, null, false)]
    [InlineData(Health.Connected, "worried-about-data", true)]
    [InlineData(Health.NeedsKey, null, true)]
    public async Task Reply_NothingIsWrongAndNobodyComplains_IsNone(Health health, string? symptom, bool sent)
    {
        world.Clinic = world.Clinic! with { Health = health };
        var opened = await world.OpenAsync(symptom is null ? [] : [("symptom", symptom)]);
        Assert.Equal(sent, opened.Reply is not null);
        if (!sent)
        {
            Assert.Equal("form", TicketWorld.Field(await world.Desk.CopyReplyAsync(opened.Ticket.Number, ReplyForm.Whole, TicketWorld.Sam, TicketWorld.Cancel)));
        }
    }

    private async Task<TicketView> EditAsync(TicketView view, string text) =>
        TicketWorld.Done(await world.Desk.EditReplyAsync(view.Ticket.Number, null, text, TicketWorld.Sam, TicketWorld.Cancel));

    private async Task<TicketView> CopyAsync(TicketView view, ReplyForm form) =>
        TicketWorld.Done(await world.Desk.CopyReplyAsync(view.Ticket.Number, form, TicketWorld.Sam, TicketWorld.Cancel));
}
