using Bunit;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Wording;

namespace Motics.Support.Portal.Tests.Components.Tickets;

public sealed class VerdictNewsTests : PortalBunit
{
    private static readonly Person Ana = new("ana", "Ana");

    [Fact]
    public void News_SameVerdict_IsNone() =>
        Assert.Null(VerdictNews.Of(null, View(1, "r1"), View(3, "r1", Entry(2, Ana), Entry(3, Ana)), Start));

    [Fact]
    public void News_AnotherVerdictAfterAColleague_SaysWho()
    {
        var news = VerdictNews.Of(null, View(1, "r1"), View(3, "r2", Entry(1, new("bo", "Bo")), Entry(3, Ana)), Start);

        Assert.Equal(new VerdictNews(Start.AddMinutes(-3), Ana), news);
        Assert.Contains("The verdict was changed by Ana, 3 min ago", Text(news, "bo"), StringComparison.Ordinal);
        Assert.Equal("", Text(news, "ana"));
    }

    [Fact]
    public void News_AnotherVerdictByEventsAlone_SaysSo()
    {
        var news = VerdictNews.Of(null, View(3, "r1", Entry(3, Ana)), View(3, "r2", Entry(3, Ana)), Start.AddMinutes(-2));

        Assert.Equal(new VerdictNews(Start.AddMinutes(-2), null), news);
        Assert.Contains("changed by what has happened since, 2 min ago", Text(news, "ana"), StringComparison.Ordinal);
    }

    [Fact]
    public void News_VerdictStaysAfterwards_IsKept()
    {
        var news = new VerdictNews(Start, Ana);

        Assert.Equal(news, VerdictNews.Of(news, View(3, "r2"), View(4, "r2", Entry(4, new("bo", "Bo"))), Start));
    }

    [Theory]
    [InlineData("Ana", "Ana has this ticket open too")]
    [InlineData("Ana,Bo", "Ana and Bo have this ticket open too")]
    [InlineData("Ana,Bo,Cy", "Ana, Bo and Cy have this ticket open too")]
    [InlineData("Ana,Bo,Cy,Di,Ed", "Ana, Bo and 3 more have this ticket open too")]
    public void AlsoHere_People_AreNamed(string names, string expected) =>
        Assert.Equal(expected, Words.AlsoHere([.. names.Split(',').Select(name => new Person(name, name))]));

    private string Text(VerdictNews? news, string me) =>
        string.Concat(Render<VerdictChangedLine>(parameters => parameters.Add(line => line.News, news).Add(line => line.MyId, me)).FindAll("p").Select(line => line.TextContent));

    private static TicketActivity Entry(int version, Person by) =>
        new($"e{version}", 7, "harbour", version, Start.AddMinutes(-version), by, TicketActivityKind.AnswerGiven, "answered");

    private static TicketView View(int version, string rule, params TicketActivity[] activity)
    {
        var view = TicketHoldTests.View(version);
        return view with { Activity = activity, Evaluation = view.Evaluation with { RuleId = rule } };
    }
}
