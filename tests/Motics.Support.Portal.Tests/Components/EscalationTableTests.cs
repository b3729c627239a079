using Bunit;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using Motics.Support.Portal.Components.Escalations;

namespace Motics.Support.Portal.Tests.Components;

public sealed class EscalationTableTests : PortalBunit
{
    [Fact]
    public void Together_RowsOfOneError_StandUnderTheirFirst()
    {
        var together = EscalationTogether.Of([Row(9, "g1"), Row(8, null), Row(7, "g1"), Row(6, "g2"), Row(5, null), Row(4, "g1")]);

        Assert.Equal([9, 8, 6, 5], together.Select(one => one.First.Number));
        Assert.Equal([7, 4], together[0].Others.Select(row => row.Number));
        Assert.All(together.Skip(1), one => Assert.Empty(one.Others));
    }

    [Fact]
    public void Table_OfOneError_SaysHowManyAndOpensThem()
    {
        var table = Render<EscalationTable>(parameters => parameters.Add(part => part.Rows, [Row(9, "g1"), Row(8, null), Row(7, "g1"), Row(4, "g1")]));
        Assert.Equal(["9", "8"], Numbers(table));
        Assert.StartsWith("3 of the same error", table.Find("tr.together button").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("“Bad gateway”", table.Find("tr.together").TextContent, StringComparison.Ordinal);

        table.Find("tr.together button").Click();
        Assert.Equal(["9", "7", "4", "8"], Numbers(table));
        Assert.Equal("true", table.Find("tr.together button").GetAttribute("aria-expanded"));

        table.Find("tr.together button").Click();
        Assert.Equal(["9", "8"], Numbers(table));
    }

    [Fact]
    public void SameError_Siblings_AreNamedWithTheWayToAll()
    {
        var card = Render<SameErrorCard>(parameters => parameters.Add(part => part.ErrorGroupId, "g1").Add(part => part.Rows, [Row(7, "g1")]).Add(part => part.Count, 1));

        Assert.Equal("/escalations?status=all&error=g1", card.Find("header a").GetAttribute("href"));
        Assert.Equal("/escalations/7", card.Find("li a").GetAttribute("href"));
    }

    private static IEnumerable<string> Numbers(IRenderedComponent<EscalationTable> table) =>
        table.FindAll("tr.linked a.row-link").Select(link => link.GetAttribute("href")!.Split('/')[^1]);

    private static EscalationItem Row(long number, string? error)
    {
        var head = new EscalationHead
        {
            Number = number,
            TicketNumber = 1000 + number,
            OrganisationId = "harbour",
            Verdict = Verdict.Escalate,
            SubmittedAt = Start,
            SubmittedBy = new Person("ana", "Ana"),
            UpdatedAt = Start,
            ErrorGroupId = error,
        };
        return new EscalationItem(head, "x") { ErrorTitle = error is null ? null : "Bad gateway" };
    }
}
