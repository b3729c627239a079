using Microsoft.AspNetCore.WebUtilities;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Tickets;
using Motics.Support.Portal.Components.Escalations;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Tickets.Lists;

namespace Motics.Support.Portal.Tests.Components.Tickets;

public sealed class TicketFilterTests
{
    private static readonly Actor Me = new("anna", "Anna", new HashSet<Permission>());

    [Fact]
    public void TicketFilter_Plain_ListsWhatIsOpen()
    {
        var query = new TicketFilter().Query(Me);

        Assert.Equal("/tickets", new TicketFilter().Url);
        Assert.True(query.OpenOnly);
        Assert.Empty(query.Statuses);
    }

    [Theory]
    [InlineData(true, false, TicketOrder.Newest)]
    [InlineData(false, true, TicketOrder.LongestUntouched)]
    [InlineData(false, false, TicketOrder.Oldest)]
    public void TicketFilter_OfAQuery_AsksTheSameAgain(bool woken, bool stuck, TicketOrder order)
    {
        var query = new TicketQuery { OpenOnly = true, Assignee = Me.Id, Woken = woken, Stuck = stuck, Order = order, OrganisationId = "harbour street/1" };

        Assert.Equivalent(query, ReadBack(TicketFilter.Of(query, Me)).Query(Me), strict: true);
    }

    [Fact]
    public void TicketFilter_OfStatuses_AsksForThoseOnly()
    {
        var query = new TicketQuery { Statuses = [TicketStatus.WaitingOnClinic, TicketStatus.New], Assignee = TicketQuery.Nobody };

        Assert.Equivalent(query, ReadBack(TicketFilter.Of(query, Me)).Query(Me), strict: true);
    }

    [Fact]
    public void TicketFilter_Me_IsTheReaderWhoeverThatIs()
    {
        var other = new Actor("ben", "Ben", new HashSet<Permission>());

        Assert.Equal("ben", new TicketFilter(Assignee: TicketFilter.Me).Query(other).Assignee);
    }

    [Fact]
    public void EscalationFilter_OfAQuery_AsksTheSameAgain()
    {
        var query = new EscalationQuery { Statuses = [EscalationStatus.NeedsInfo], TicketAssignee = Me.Id, ErrorGroupId = "g1", Engineer = Me.Id, Answered = false };
        var filter = EscalationFilter.Of(query);

        Assert.Equal("/escalations?status=needs-info&mine=true&error=g1&withMe=true&answered=false", filter.Url);
        Assert.Equivalent(query, filter.Query(Me), strict: true);
    }

    [Fact]
    public void EscalationFilter_Plain_LeavesResolvedOnesOut() =>
        Assert.DoesNotContain(EscalationStatus.Resolved, new EscalationFilter().Query(Me).Statuses);

    private static TicketFilter ReadBack(TicketFilter filter)
    {
        var parts = QueryHelpers.ParseQuery(new Uri(new Uri("http://portal"), filter.Url).Query);
        string? Part(string name) => parts.TryGetValue(name, out var value) ? value.ToString() : null;
        return new TicketFilter(
            Part("status"), Part("assignee"), Part("organisationId"), Part("woken") == "true", Part("stuck") == "true",
            Kebab.Parse<TicketOrder>(Part("order")) ?? TicketOrder.Newest);
    }
}
