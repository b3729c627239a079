using Motics.Support.Core.Organisations;
using Motics.Support.Core.Outreach;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Data.Tests.Tickets;
using static Motics.Support.Data.Tests.Outreach.OutreachWorld;

namespace Motics.Support.Data.Tests.Outreach;

/// <summary>Who is left out of an outreach, reason by reason; each test fails when what it sets up is taken away.</summary>
public abstract class OutreachExclusionContract(Engine engine)
{
    [Fact]
    public async Task NeedsKey_GetsATicket()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var world = new OutreachWorld(database);

        Assert.Null(await world.WhyAsync("harbour"));
    }

    [Fact]
    public async Task OpenTicket_IsLeftOut_UntilItIsClosed()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var world = new OutreachWorld(database);
        var ticket = Done(await world.Tickets.CreateAsync(new() { OrganisationId = "harbour", Subject = "x" }, Sam, Cancel)).Ticket;
        Assert.Equal(LeftOutWhy.OpenTicket, await world.WhyAsync("harbour"));

        Done(await world.Tickets.CloseAsync(ticket.Number, null, new(Mending.ClinicGaveUp, Confirmed: true), Sam, Cancel));
        Assert.Null(await world.WhyAsync("harbour"));
    }

    [Fact]
    public async Task Outage_IsLeftOut_ThatOfAnotherPlaceIsNot()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var world = new OutreachWorld(database);
        await world.TellIncidentAsync("uk1");
        Assert.Null(await world.WhyAsync("harbour"));

        await world.TellIncidentAsync();
        Assert.Equal(LeftOutWhy.Outage, await world.WhyAsync("harbour", askedToo: true));
    }

    [Theory]
    [InlineData(71, LeftOutWhy.AskedLately)]
    [InlineData(73, null)]
    public async Task AskedLately_IsLeftOutForThreeDays(int hoursLater, LeftOutWhy? why)
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var world = new OutreachWorld(database);
        var ticket = Done(await world.Tickets.CreateAsync(new() { OrganisationId = "harbour", Subject = "x" }, Sam, Cancel)).Ticket;
        Done(await world.Tickets.CopyReplyAsync(ticket.Number, ReplyForm.Whole, Sam, Cancel));
        Done(await world.Tickets.CloseAsync(ticket.Number, null, new(Mending.ClinicGaveUp, Confirmed: true), Sam, Cancel));
        world.Clock.Advance(TimeSpan.FromHours(hoursLater));

        Assert.Equal(why, await world.WhyAsync("harbour"));
        Assert.Null(await world.WhyAsync("harbour", askedToo: true));
    }

    [Theory]
    [InlineData(Health.Connected, LeftOutWhy.Works)]
    [InlineData(Health.NotApplicable, LeftOutWhy.OtherEhr)]
    [InlineData(Health.Disabled, LeftOutWhy.Disabled)]
    [InlineData(Health.Failing, null)]
    [InlineData(Health.Unverified, null)]
    public async Task Health_DecidesWhoWorksAndWhoHasNoKey(Health health, LeftOutWhy? why)
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var world = new OutreachWorld(database);
        await database.SetHealthAsync("harbour", health);

        Assert.Equal(why, await world.WhyAsync("harbour", askedToo: true));
    }

    [Fact]
    public async Task TwoDifferentKeysThatFailed_AreLeftOut_TheSameTwiceIsNot()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var world = new OutreachWorld(database);
        await world.FailKeyAsync("harbour", "one", TicketDatabase.Now.AddHours(-3));
        await database.SaveKeyAsync("harbour", "one", TicketDatabase.Now.AddHours(-2));
        Assert.Null(await world.WhyAsync("harbour"));

        await world.FailKeyAsync("harbour", "two", TicketDatabase.Now.AddHours(-1));
        Assert.Equal(LeftOutWhy.TwoFailedKeys, await world.WhyAsync("harbour", askedToo: true));
    }

    [Fact]
    public async Task TwoKeysThatFailedBeforeTheMove_AreNoReason()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var world = new OutreachWorld(database);
        await world.FailKeyAsync("harbour", "one", TicketDatabase.Now.AddHours(-3));
        await world.FailKeyAsync("harbour", "two", TicketDatabase.Now.AddHours(-2));
        await world.SetAsync("harbour", "migrated_at", UnixTime.Of(TicketDatabase.Now.AddHours(-1)));

        Assert.Null(await world.WhyAsync("harbour"));
    }

    [Fact]
    public async Task WhoWorksByThen_Leaves_AndIsNamedWithWhatItsConnectionSays()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var world = new OutreachWorld(database);
        await world.AddClinicsAsync(2);
        var begun = Done(await world.Desk.BeginAsync(Everybody(3), Lee, Cancel));
        await database.SetHealthAsync("c001", Health.Connected);
        var run = Done(await world.Desk.WorkAsync(begun.Run.Id, () => true, Lee, Cancel));

        Assert.Equal((OutreachState.Done, 2, 1), (run.State, run.Made, run.LeftOut));
        var left = Assert.Single(await world.ItemsAsync(run, OutreachOutcome.LeftOut));
        Assert.Equal(("c001", "Clinic c001", LeftOutWhy.Works, "told by the test"), (left.OrganisationId, left.Name, left.Why!.Value, left.Because));
    }

    [Fact]
    public async Task WhoGetsATicketElsewhereMeanwhile_Leaves()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        using var world = new OutreachWorld(database);
        var begun = Done(await world.Desk.BeginAsync(Everybody(1), Lee, Cancel));
        Done(await world.Tickets.CreateAsync(new() { OrganisationId = "harbour", Subject = "x" }, Sam, Cancel));
        var run = Done(await world.Desk.WorkAsync(begun.Run.Id, () => true, Lee, Cancel));

        Assert.Equal((0, 1L), (run.Made, await world.TicketsAsync()));
        Assert.Equal(LeftOutWhy.OpenTicket, Assert.Single(await world.ItemsAsync(run)).Why);
    }
}

public sealed class OutreachExclusionOnSqlite() : OutreachExclusionContract(Engine.Sqlite);

public sealed class OutreachExclusionOnSqlServer() : OutreachExclusionContract(Engine.SqlServer);
