using CsCheck;
using Motics.Support.Core.Masking;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Tickets.Replies;
using static Motics.Support.Core.Tests.Tickets.TicketWorld;

namespace Motics.Support.Core.Tests.Tickets;

/// <summary>No path of text keeps a secret, and whoever pasted a key is told.</summary>
public sealed class TicketMaskingTests
{
    // In pieces, so that it is no secret to a scanner of this repository.
    private static readonly string Key = "MS0xMjM0NTY3ODkwYWJjZGVm" + "Z2hpamtsbW5vcA" + "-uk1";
    private static readonly string Mail = "anna.berg" + "@" + "clinic.example";
    private static readonly string Secret = $"the key is {Key} write to {Mail}";

    private readonly TicketWorld world = new();

    [Fact]
    public void Sample_IsMaskedAtAll() => Assert.True(TextMask.Mask(Secret).HeldKey);

    [Fact]
    public async Task NewTicket_WithSecrets_KeepsNone()
    {
        var view = Done(await world.Desk.CreateAsync(
            new() { OrganisationId = ClinicId, Subject = Secret, Reporter = Secret, Facts = Facts(("errorText", Secret)) }, Sam, Cancel));
        Assert.True(view.KeyWasMasked);
        AssertClean(view);
        Assert.False((await world.NowAsync(view.Ticket.Number)).KeyWasMasked);
    }

    [Fact]
    public async Task EveryText_WithSecrets_KeepsNone()
    {
        var number = (await world.OpenAsync()).Ticket.Number;
        AssertMasked(await world.SetAsync(await world.NowAsync(number), ("errorText", Secret)));
        AssertMasked(await world.Desk.AddNoteAsync(number, Secret, Sam, Cancel));
        AssertMasked(await world.Desk.AddScreenshotAsync(number, Secret + ".png", new byte[1], Sam, Cancel));
        AssertMasked(await world.Desk.PatchAsync(number, 4, new() { Subject = Secret, Reporter = Secret }, Sam, Cancel));
        AssertMasked(await world.Desk.CloseAsync(number, null, new(Mending.Other, Secret, true), Sam, Cancel));
    }

    [Fact]
    public async Task Answer_WithAPastedKey_IsLoggedWithoutIt()
    {
        var view = await world.OpenAsync();
        Done(await world.SetAsync(view, ("errorText", Secret)));
        Done(await world.SetAsync(view, ("errorText", null)));
        AssertClean(await world.NowAsync(view.Ticket.Number));
    }

    [Fact]
    public async Task Screenshot_KeepsTheNameOnlyAsAName()
    {
        var view = await world.OpenAsync();
        var after = Done(await world.Desk.AddScreenshotAsync(view.Ticket.Number, "C:\\Users\\..\\err\u0000or<b>.html", new byte[1], Sam, Cancel));
        Assert.Equal("error<b>.png", Assert.Single(after.Screenshots).FileName);
    }

    [Fact]
    public async Task Screenshot_OfALongName_IsCutWithASign()
    {
        var view = await world.OpenAsync();
        var after = Done(await world.Desk.AddScreenshotAsync(view.Ticket.Number, new string('a', 194) + "🙂🙂 of Monday.png", new byte[1], Sam, Cancel));
        Assert.Equal(new string('a', 194) + "….png", Assert.Single(after.Screenshots).FileName);
    }

    // A mask may be longer than what it stands for; then the text is longer than was typed, and where even the column is too short a sign says so.
    [Fact]
    public void Text_WhoseMaskOutgrowsItsLimit_StaysWithinTheColumnAndIsMarkedWhenCut() =>
        Gen.Int[0, Outgrowing.Length - 1].Array[1, 60].Select(parts => string.Concat(parts.Select(part => Outgrowing[part]))).Sample(text =>
        {
            var typed = TextCut.Plain(text, 40).Trim();
            var whole = TextMask.Mask(typed).Text;
            var kept = TicketText.Optional("field", typed, 40).Value.Text;
            Assert.True(kept.Length <= 80);
            Assert.True(kept == whole || (whole.Length > 80 && kept.EndsWith('…')));
        }, iter: 5_000);

    private static readonly string[] Outgrowing = ["a" + "@b.cc ", "dob 1/1/85 ", "1/1/1985,", "🙂", "pwd=abcd ", "dob010185 ", "x"];

    [Fact]
    public async Task Screenshots_BeyondTen_AreRefused()
    {
        var number = (await world.OpenAsync()).Ticket.Number;
        for (var index = 0; index < 10; index++)
        {
            Done(await world.Desk.AddScreenshotAsync(number, null, new byte[1], Sam, Cancel));
        }

        Assert.IsType<Refusal.Conflict>((await world.Desk.AddScreenshotAsync(number, null, new byte[1], Sam, Cancel)).Refusal);
        Assert.Equal(10, (await world.NowAsync(number)).Screenshots.Count);
    }

    [Fact]
    public async Task Screenshot_Read_IsAudited()
    {
        var view = await world.OpenAsync();
        var shot = Done(await world.Desk.AddScreenshotAsync(view.Ticket.Number, "a.png", new byte[1], Sam, Cancel)).Screenshots[0];
        var file = Done(await world.Desk.GetScreenshotAsync(view.Ticket.Number, shot.Id, Kim, Cancel));
        Assert.Equal([1, 2, 3], file.Bytes);
        Assert.Contains(world.Tickets.Audit, entry => entry is { Action: "ticket.screenshot.read", ActorId: "kim" } && entry.Detail!.StartsWith("PNG, ", StringComparison.Ordinal));
        Assert.All(world.Tickets.Audit.Where(entry => entry.Action.StartsWith("ticket.screenshot", StringComparison.Ordinal)), entry => Assert.Equal(entry.Detail, TextMask.Clean(entry.Detail)));
    }

    [Fact]
    public async Task Screenshot_ThatIsNoPicture_IsRefusedAsTheReaderSays()
    {
        var view = await world.OpenAsync();
        world.Image = Refusal.Field("file", "Is no picture.");
        Assert.Equal("file", Field(await world.Desk.AddScreenshotAsync(view.Ticket.Number, "a.png", new byte[1], Sam, Cancel)));
    }

    [Theory]
    [InlineData("Anna Berg", "A. B…")]
    [InlineData("anna", "a…")]
    [InlineData("Dr. Zoë van der Berg", "D. Z…")]
    [InlineData("  ", null)]
    [InlineData("Front  desk", "Front desk")]
    [InlineData("the practice manager", "the practice manager")]
    [InlineData("Anna, front desk", "A. f…")]
    [InlineData("Manager Berg", "M. B…")]
    [InlineData(null, null)]
    [InlineData("[e-mail] 123", "e…")]
    public void Reporter_InLists_IsShortened(string? reporter, string? shown) => Assert.Equal(shown, ReporterMask.Shorten(reporter));

    private void AssertMasked(Outcome<TicketView> outcome)
    {
        var view = Done(outcome);
        Assert.True(view.KeyWasMasked);
        AssertClean(view);
    }

    private void AssertClean(TicketView view)
    {
        var everything = System.Text.Json.JsonSerializer.Serialize(new { view.Ticket, view.Notes, view.Screenshots, view.Activity, view.Reply, world.Tickets.Audit, world.Tickets.Runs });
        Assert.DoesNotContain(Key[..12], everything, StringComparison.Ordinal);
        Assert.DoesNotContain("anna.berg", everything, StringComparison.Ordinal);
    }
}
