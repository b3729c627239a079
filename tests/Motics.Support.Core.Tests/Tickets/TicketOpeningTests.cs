using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using static Motics.Support.Core.Tests.Tickets.TicketWorld;

namespace Motics.Support.Core.Tests.Tickets;

public sealed class TicketOpeningTests
{
    private readonly TicketWorld world = new();

    [Fact]
    public async Task Ticket_Opened_IsNewWithVersionOneAndEvaluated()
    {
        var view = Done(await world.Desk.CreateAsync(new() { OrganisationId = ClinicId, Subject = "  Notes do not push " }, Sam, Cancel));
        Assert.Equal(1001, view.Ticket.Number);
        Assert.Equal("Notes do not push", view.Ticket.Subject);
        Assert.Equal(TicketStatus.New, view.Ticket.Status);
        Assert.Equal(1, view.Ticket.Version);
        Assert.Null(view.Ticket.Assignee);
        Assert.Equal(view.Evaluation.Verdict, view.Ticket.Verdict!.Verdict);
        Assert.NotNull(view.NextQuestion);
        Assert.NotEmpty(view.Reply!.Text);
    }

    [Fact]
    public async Task Ticket_Opened_LeavesAuditActivityAndTheFirstRun()
    {
        var view = await world.OpenAsync(("symptom", "authentication-failed"));
        Assert.Contains(world.Tickets.Audit, entry => entry is { Action: "ticket.create", Target: "ticket:1001", ActorId: "sam", Outcome: "done" });
        Assert.Contains(view.Activity, line => line.Kind == TicketActivityKind.Created);
        var run = Assert.Single(world.Tickets.Runs);
        Assert.Equal(1001, run.TicketNumber);
        Assert.Contains("authentication-failed", run.Facts, StringComparison.Ordinal);
        Assert.Equal(view.Evaluation.PlaybookVersion, run.PlaybookVersion);
    }

    [Fact]
    public async Task Ticket_OpenedWithFacts_StaysNewUntilSomebodyWorksOnIt()
    {
        var request = new NewTicket { OrganisationId = ClinicId, Subject = "From the helpdesk", Facts = Facts(("symptom", "disconnected")) };
        var view = Done(await world.Desk.CreateAsync(request, Sam, Cancel));
        Assert.Equal(TicketStatus.New, view.Ticket.Status);
        Assert.Equal("disconnected", view.Case.Effective("symptom"));
        Assert.Equal(TicketStatus.Open, Done(await world.SetAsync(view, ("usingCopyPaste", "true"))).Ticket.Status);
    }

    [Fact]
    public async Task Ticket_OpenedForOneself_IsInWork() => Assert.Equal(TicketStatus.Open, (await world.OpenAsync()).Ticket.Status);

    [Fact]
    public async Task Ticket_WithEverythingWrong_IsRefusedWithEveryField()
    {
        var request = new NewTicket
        {
            OrganisationId = "nowhere",
            Subject = new string('x', 201),
            Reporter = new string('x', 201),
            ExternalUrl = "javascript:alert(1)",
            AssigneeId = "",
            RequestId = "",
            Facts = Facts(("weather", "fine"), ("keyReentered", "perhaps")),
        };
        var refused = Assert.IsType<Refusal.Invalid>((await world.Desk.CreateAsync(request, Sam, Cancel)).Refusal);
        Assert.Equal(
            ["assignee", "externalUrl", "facts.keyReentered", "facts.weather", "organisationId", "reporter", "requestId", "subject"],
            refused.Errors.Select(error => error.Field).Order(StringComparer.Ordinal));
        Assert.Null(await world.Tickets.FindAsync(1001, Cancel));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public async Task Ticket_WithoutASubject_IsRefused(string? subject) =>
        Assert.Equal("subject", Field(await world.Desk.CreateAsync(new() { OrganisationId = ClinicId, Subject = subject! }, Sam, Cancel)));

    [Fact]
    public async Task Ticket_AskedForTwiceByOneRequest_IsOpenedOnce()
    {
        var request = new NewTicket { OrganisationId = ClinicId, Subject = "Twice", RequestId = "form-7" };
        var first = Done(await world.Desk.CreateAsync(request, Sam, Cancel));
        var second = Done(await world.Desk.CreateAsync(request, Sam, Cancel));
        Assert.Equal(first.Ticket.Number, second.Ticket.Number);
    }

    [Theory]
    [InlineData("https://app.helpdesk.example/a/inbox/conversation/215470012345678")]
    [InlineData("http://helpdesk.example/tickets/42?view=all#latest")]
    [InlineData("https://app.intercom.com/a/inbox/k2x/inbox/conversation/0412345678?view=list")]
    [InlineData("https://motics.zendesk.com/agent/tickets/5b2fa91c-0d1e-4c11-9f43-0b1a2c3d4e5f")]
    [InlineData("https://motics.freshdesk.com/a/tickets/42#/notes/7")]
    public async Task Link_ToAConversation_IsKept(string link) =>
        Assert.Equal(link, Done(await world.Desk.CreateAsync(new() { OrganisationId = ClinicId, Subject = "x", ExternalUrl = link }, Sam, Cancel)).Ticket.ExternalUrl);

    [Theory]
    [InlineData("ftp://helpdesk.example/1")]
    [InlineData("/tickets/1")]
    [InlineData("helpdesk.example")]
    [InlineData("data:text/html,hello")]
    [InlineData("https://sam:word@helpdesk.example/1")]
    [InlineData("https://sam@helpdesk.example/1")]
    [InlineData("https://@helpdesk.example/1")]
    [InlineData("https://helpdesk.example/a b")]
    public async Task Link_ThatIsNoneOrNamesAUser_IsRefused(string link) =>
        Assert.Equal("externalUrl", Field(await world.Desk.CreateAsync(new() { OrganisationId = ClinicId, Subject = "x", ExternalUrl = link }, Sam, Cancel)));

    [Theory]
    [InlineData("https://helpdesk.example/1?access_token=abc", "https://helpdesk.example/1?access_token=[token]")]
    [InlineData("https://helpdesk.example/1#key=abc", "https://helpdesk.example/1#key=[token]")]
    [InlineData("https://helpdesk.example/1#Ab9-x/Zz", "https://helpdesk.example/1#[token]")]
    [InlineData("https://helpdesk.example/1?user=anna%40clinic.example", "https://helpdesk.example/1?user=[e-mail]")]
    [InlineData("https://app.intercom.com/c/7?dob=1985-03-12&view=all&s=x1y2", "https://app.intercom.com/c/7?dob=[date%20of%20birth]&view=all&s=[token]")]
    [InlineData("https://app.intercom.com/c/jane.doe%40clinic.example/7", "https://app.intercom.com/c/[e-mail]/7")]
    [InlineData("https://helpdesk.example/patients/0412345678", "https://helpdesk.example/patients/[phone]")]
    public async Task Link_WithMoreThanAWay_IsMaskedThere(string link, string kept)
    {
        var view = Done(await world.Desk.CreateAsync(new() { OrganisationId = ClinicId, Subject = "x", ExternalUrl = link }, Sam, Cancel));
        Assert.Equal(kept, view.Ticket.ExternalUrl);
        Assert.Equal(kept, Done(await world.Desk.PatchAsync(view.Ticket.Number, view.Ticket.Version, new() { Subject = "Another", ExternalUrl = kept }, Sam, Cancel)).Ticket.ExternalUrl);
    }

    [Fact]
    public async Task Link_LongerThanAllowed_IsRefused() =>
        Assert.Equal("externalUrl", Field(await world.Desk.CreateAsync(
            new() { OrganisationId = ClinicId, Subject = "x", ExternalUrl = "https://helpdesk.example/" + new string('a', 500) }, Sam, Cancel)));

    [Fact]
    public async Task Evidence_OfTheClinic_IsInTheCaseBesideTheAnswers()
    {
        var view = await world.OpenAsync(("ehr", "nookal"));
        var ehr = view.Case.Find("ehr")!;
        Assert.Equal(("nookal", "cliniko"), (ehr.Agent!.Value, ehr.Events!.Value));
        Assert.Equal(FactSource.Agent, ehr.Said.From);
    }

    [Fact]
    public async Task Subject_ThatIsPlain_AnswersTheSymptomAndTheLogSaysWhere()
    {
        var view = Done(await world.Desk.CreateAsync(new() { OrganisationId = ClinicId, Subject = "Hi, can't find any patients", ReadSubject = true }, Sam, Cancel));
        Assert.Equal("no-patients-recognised", view.Ticket.Answers["symptom"].Value);
        Assert.Contains(view.Activity, line => line.Kind == TicketActivityKind.AnswerGiven
            && line.Text == "answered What the clinic sees: no patients recognised, read from the subject (“can't find any patients”); it can be changed");
        Assert.Contains(world.Tickets.Audit, entry => entry is { Action: "ticket.facts", Detail: "answers: What the clinic sees, read from the subject" });
        Assert.Equal(TicketStatus.New, view.Ticket.Status);
        Assert.Null(Done(await world.SetAsync(view, ("symptom", null))).Case.Effective("symptom"));
    }

    [Fact]
    public async Task Subject_ThatIsNotPlain_AnswersNothing() =>
        Assert.Empty(Done(await world.Desk.CreateAsync(new() { OrganisationId = ClinicId, Subject = "Cliniko problem", ReadSubject = true }, Sam, Cancel)).Ticket.Answers);

    [Fact]
    public async Task Subject_MadeUpByAProgram_IsNobodysWord() =>
        Assert.Empty(Done(await world.Desk.CreateAsync(new() { OrganisationId = ClinicId, Subject = "Can't find any patients" }, Sam, Cancel)).Ticket.Answers);

    [Theory]
    [InlineData("other")]
    [InlineData(null)]
    public async Task Subject_BesideASymptomGivenByName_IsNotRead(string? given)
    {
        var request = new NewTicket { OrganisationId = ClinicId, Subject = "Can't find any patients", ReadSubject = true, Facts = new Dictionary<string, string?> { ["symptom"] = given } };
        Assert.Equal(given, Done(await world.Desk.CreateAsync(request, Sam, Cancel)).Case.Effective("symptom"));
    }
}
