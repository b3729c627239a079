using Bunit;
using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Portal.Components;
using Motics.Support.Portal.Components.Organisations;
using Motics.Support.Portal.Components.Organisations.Timelines;
using Motics.Support.Portal.Components.Shared;
using TestContext = Xunit.TestContext;

namespace Motics.Support.Portal.Tests.Components.Organisations;

public sealed class TimelineTests : PortalBunit
{
    // What the store would hold, newest first; a cursor is the id of a page's last row.
    private readonly List<TimelineItem> kept = [];

    [Fact]
    public void TimelineGroup_Repeats_AreOneUntilSomethingElseHappens()
    {
        TimelineItem[] items = [Failure(9), Failure(8), Saved(7), Failure(6), Failure(5), Failure(4)];

        Assert.Equal([2, 1, 3], Lines(items).Select(group => group.Count));
    }

    [Fact]
    public void TimelineGroup_AnotherKindOfError_IsAnotherGroup()
    {
        TimelineItem[] items = [Failure(9), Failure(8, ErrorKind.Timeout), Failure(7, ErrorKind.Timeout)];

        Assert.Equal([1, 2], Lines(items).Select(group => group.Count));
    }

    [Fact]
    public void TimelineGroup_OneErrorGroupWithOtherNumbersInItsMessages_IsOneLine()
    {
        TimelineItem Numbered(int minute) => Failure(minute) with { Error = Failure(minute).Error! with { Message = $"Could not read appointment {minute}" } };

        Assert.Equal([2], Lines([Numbered(9), Numbered(8)]).Select(group => group.Count));
        Assert.Equal([1, 1], Lines([Numbered(9), Numbered(8) with { ErrorGroupId = "another" }]).Select(group => group.Count));
    }

    [Fact]
    public void TimelineLine_SuccessesOfEverySort_AreOneLineThatNamesThem()
    {
        TimelineItem[] items = [Pushed(9), Found(8), Pushed(7)];

        var group = Assert.Single(Lines(items));
        Assert.Equal(new TimelineLine(Tone.Ok, "Patient search, pushing notes worked", null), TimelineLine.Of(group, Ehr.Nookal));
    }

    [Fact]
    public void TimelineLine_EhrWithoutKeys_SavesCredentials()
    {
        Assert.Equal("Credentials saved", TimelineLine.Of(Saved(7) with { Ehr = Ehr.Semble }, Ehr.Semble).Title);
        Assert.Equal("Credentials saved", TimelineLine.Of(Saved(7) with { Ehr = null }, Ehr.Semble).Title);
        Assert.Equal("Key saved", TimelineLine.Of(Saved(7) with { Ehr = Ehr.Nookal }, Ehr.Nookal).Title);
    }

    [Fact]
    public void TimelineGroup_EmptySearch_EndsTheSearchesThatWorkedAndNotThePushes()
    {
        Assert.Equal([1, 1, 1], Lines([Found(9), Found(8) with { ResultCount = 0 }, Found(7)]).Select(group => group.Count));
        Assert.Equal([2, 1], Lines([Pushed(9), Found(8) with { ResultCount = 0 }, Pushed(7)]).Select(group => group.Count));
    }

    [Fact]
    public void TimelineGroup_FailuresAndCopiesTakingTurns_AreALineEach()
    {
        var items = Enumerable.Range(0, 57).SelectMany(index => new[] { Failure(1000 - (2 * index)), Copied(999 - (2 * index)) }).ToList();

        Assert.Equal([57, 57], Lines(items).Select(group => group.Count));
        Assert.Equal(("1000", "999"), (Lines(items)[0].Newest.Id, Lines(items)[1].Newest.Id));
    }

    [Fact]
    public void TimelineGroup_SearchWorksWhilePushesFail_AreTwoLines() =>
        Assert.Equal([2, 2], Lines([Found(9), FailedPush(8), Found(7), FailedPush(6)]).Select(group => group.Count));

    [Fact]
    public void TimelineGroup_SameOperationWorkedBetween_EndsTheLine() =>
        Assert.Equal([1, 1, 2], Lines([Failure(9), Found(8), Failure(7), Failure(6)]).Select(group => group.Count));

    [Fact]
    public void TimelineGroup_KeySavedBetween_EndsEveryLine() =>
        Assert.Equal([1, 1, 1, 1, 1], Lines([Copied(9), Failure(8), Saved(7), Copied(6), Failure(5)]).Select(group => group.Count));

    [Fact]
    public void TimelineGroup_KeysSavedTwice_AreTwoLines() =>
        Assert.Equal(2, Lines([Saved(9), Saved(8)]).Count);

    [Fact]
    public void TimelineGroup_NewerAndOlderOnesJoin_KeepsItsKey()
    {
        var groups = new TimelineGroups();
        var before = groups.Of([Failure(8), Copied(7), Failure(6)]).Select(group => group.Key).ToList();

        Assert.Equal(before, groups.Of([Failure(9), Failure(8), Copied(7), Failure(6)]).Select(group => group.Key));
        Assert.Equal(before, groups.Of([Failure(9), Failure(8), Copied(7), Failure(6), Copied(5), Failure(4)]).Select(group => group.Key));
        Assert.Equal(2, before.Distinct().Count());
    }

    [Fact]
    public void TimelineCard_ShowOlder_GoesOnUntilThereIsSomethingNewToSee()
    {
        kept.AddRange(Enumerable.Range(0, 120).Select(index => Failure(1000 - index)));
        kept.AddRange(Enumerable.Range(0, 60).Select(index => Saved(800 - index)));

        var card = Card();

        Assert.Equal("120 times since", card.Find("details.repeats summary").TextContent[..15]);
        Assert.True(card.FindAll("ol.timeline > li").Count > 8);
        card.Find("footer button").Click();
        Assert.Equal(61, card.FindAll("ol.timeline > li").Count);
    }

    [Fact]
    public async Task TimelineFeed_NewEvents_StandOnTopOnce()
    {
        kept.AddRange(Enumerable.Range(0, 120).Select(index => Saved(1000 - index)));
        var feed = new TimelineFeed(ReadAsync, []);
        await feed.OlderAsync(TestContext.Current.CancellationToken);
        await feed.OlderAsync(TestContext.Current.CancellationToken);
        kept.Insert(0, Saved(1001));

        await feed.NewerAsync(TestContext.Current.CancellationToken);

        Assert.Equal(101, feed.Items.Count);
        Assert.Equal("1001", feed.Items[0].Id);
        Assert.Equal(feed.Items.Count, feed.Items.Select(item => item.Id).Distinct().Count());
        await feed.OlderAsync(TestContext.Current.CancellationToken);
        Assert.Equal(kept.Select(item => item.Id), feed.Items.Select(item => item.Id));
        Assert.False(feed.HasOlder);
    }

    [Fact]
    public async Task TimelineFeed_MoreThanAFewPagesAreNew_BeginsAfresh()
    {
        kept.Add(Saved(1));
        var feed = new TimelineFeed(ReadAsync, []);
        await feed.OlderAsync(TestContext.Current.CancellationToken);
        kept.InsertRange(0, Enumerable.Range(0, 400).Select(index => Saved(1000 - index)));

        await feed.NewerAsync(TestContext.Current.CancellationToken);

        Assert.Equal(200, feed.Items.Count);
        Assert.True(feed.HasOlder);
    }

    [Fact]
    public async Task TimelineFeed_OpenBesideABusyClinic_HoldsNoMoreForIt_AndGoesOnWhereItWasCut()
    {
        var (feed, groups) = (new TimelineFeed(ReadAsync, []), new TimelineGroups());
        kept.AddRange(Enumerable.Range(0, 120).Select(index => Saved(120 - index)));
        await feed.OlderAsync(TestContext.Current.CancellationToken);
        for (var minute = 121; minute < 1121; minute++)
        {
            kept.Insert(0, Saved(minute));
            await feed.NewerAsync(TestContext.Current.CancellationToken);
            groups.Of(feed.Items);
        }

        Assert.Equal((100, 100), (feed.Items.Count, groups.Remembered));
        Assert.Equal("1120", feed.Items[0].Id);
        while (feed.HasOlder)
            await feed.OlderAsync(TestContext.Current.CancellationToken);
        Assert.Equal(kept.Select(item => item.Id), feed.Items.Select(item => item.Id));
        kept.Insert(0, Saved(2000));
        await feed.NewerAsync(TestContext.Current.CancellationToken);
        Assert.Equal(kept.Count, feed.Items.Count);
    }

    [Fact]
    public async Task TimelineFeed_FirstEventOfAll_IsTakenInByAnEmptyFeed()
    {
        var feed = new TimelineFeed(ReadAsync, []);
        await feed.OlderAsync(TestContext.Current.CancellationToken);
        kept.Add(Saved(1));

        await feed.NewerAsync(TestContext.Current.CancellationToken);

        Assert.Single(feed.Items);
    }

    [Theory]
    [InlineData(EventType.OrganisationMigrated, "Migrated to Motics OS")]
    [InlineData(EventType.IntegrationDisabled, "Nookal switched off")]
    [InlineData(EventType.Copied, "A note was taken out with Copy")]
    public void TimelineLine_Event_IsAFewWords(EventType type, string expected) =>
        Assert.Equal(expected, TimelineLine.Of(Item(1, TimelineKind.Organisation, type), Ehr.Nookal).Title);

    [Fact]
    public void TimelineLine_OtherEhrThanTheOwn_IsNamed() =>
        Assert.StartsWith("Nookal · ", TimelineLine.Of(Failure(1), Ehr.Cliniko).Rest, StringComparison.Ordinal);

    [Fact]
    public void TimelineCard_Everything_EndsHonestly()
    {
        kept.AddRange([Failure(9), Failure(8), Saved(7)]);

        var card = Card();

        Assert.Equal(2, card.FindAll("ol.timeline > li").Count);
        Assert.Contains("2 times since", card.Markup, StringComparison.Ordinal);
        Assert.Contains("No events before", card.Markup, StringComparison.Ordinal);
        Assert.Equal("/organisations/harbour?timeline=keys", card.FindAll("header a.chip")[2].GetAttribute("href"));
    }

    private static IReadOnlyList<TimelineGroup> Lines(IReadOnlyList<TimelineItem> items) => new TimelineGroups().Of(items);

    private IRenderedComponent<TimelineCard> Card() =>
        Render<TimelineCard>(parameters => parameters.Add(part => part.OrganisationId, "harbour").Add(part => part.Read, ReadAsync)
            .Add(part => part.OwnEhr, Ehr.Nookal).Add(part => part.LinkTo, kind => Links.Organisation("harbour", kind)));

    private Task<Outcome<Timeline>> ReadAsync(TimelineQuery query, CancellationToken cancellationToken)
    {
        var from = query.Cursor is null ? 0 : kept.FindIndex(item => item.Id == query.Cursor) + 1;
        var page = kept.Skip(from).Take(query.Limit!.Value).ToList();
        var next = from + page.Count < kept.Count ? page[^1].Id : null;
        return Task.FromResult<Outcome<Timeline>>(new Timeline(page, next, kept.Count == 0 ? null : kept[^1].At));
    }

    private static TimelineItem Item(int minute, TimelineKind kind, EventType type) => new()
    {
        Id = minute.ToString(System.Globalization.CultureInfo.InvariantCulture),
        At = Start.AddDays(-1).AddMinutes(minute),
        Kind = kind,
        Type = Kebab.Name(type),
        Event = type,
        Ehr = Ehr.Nookal,
    };

    private static TimelineItem Saved(int minute) => Item(minute, TimelineKind.Keys, EventType.KeySaved) with { Key = new("7c1e90ab", null, null, null, null) };

    private static TimelineItem Copied(int minute) => Item(minute, TimelineKind.Organisation, EventType.Copied);

    private static TimelineItem FailedPush(int minute) => Item(minute, TimelineKind.Errors, EventType.NotePushFailed) with
    {
        ErrorGroupId = "push",
        Error = new(ErrorKind.ServerError, "no", Operation.NotePush, null, 500, null, null),
    };

    private static TimelineItem Pushed(int minute) => Item(minute, TimelineKind.Successes, EventType.NotePushSucceeded);

    private static TimelineItem Found(int minute) => Item(minute, TimelineKind.Searches, EventType.PatientSearchCompleted) with { ResultCount = 2 };

    private static TimelineItem Failure(int minute, ErrorKind kind = ErrorKind.AuthenticationFailed) => Item(minute, TimelineKind.Errors, EventType.PatientSearchFailed) with
    {
        ErrorGroupId = Kebab.Name(kind),
        Error = new(kind, "no", Operation.PatientSearch, null, 401, null, null),
    };
}
