using Motics.Support.Core.Events;
using Motics.Support.Simulator;
using Motics.Support.Simulator.Clinics;
using Motics.Support.Simulator.Events;
using Motics.Support.Simulator.Stories;

namespace Motics.Support.Portal.Tests.Simulator;

public sealed class RehearsalTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Rehearsal_SameSeedAndMoment_SameBytes()
    {
        var (one, other) = (new Rehearsal(7, Now, 40), new Rehearsal(7, Now, 40));
        Assert.Equal(SimulatedEvent.ToJson(one.Events()), SimulatedEvent.ToJson(other.Events()));
    }

    [Fact]
    public void Rehearsal_OtherSeed_OtherClinics()
    {
        var (one, other) = (new Rehearsal(7, Now, 40), new Rehearsal(8, Now, 40));
        Assert.Empty(one.Clinics.Select(clinic => clinic.Id).Intersect(other.Clinics.Select(clinic => clinic.Id)));
    }

    [Fact]
    public void Rehearsal_OtherMoment_SameClinicsAndOtherEvents()
    {
        var (one, other) = (new Rehearsal(7, Now, 40), new Rehearsal(7, Now.AddMinutes(1), 40));
        Assert.Equal(one.Clinics, other.Clinics);
        Assert.Empty(one.Events().Select(each => each.Id).Intersect(other.Events().Select(each => each.Id)));
    }

    [Fact]
    public void Rehearsal_FewerOrganisations_AreTheFirstOfMore()
    {
        var (few, many) = (new Rehearsal(7, Now, 12), new Rehearsal(7, Now, 700));
        Assert.Equal(many.Clinics.Take(12), few.Clinics);
        Assert.Equal(700, many.Clinics.Select(clinic => clinic.Id).Distinct().Count());
        Assert.Equal(700, many.Clinics.Select(clinic => clinic.Name).Distinct().Count());
    }

    [Fact]
    public void Rehearsal_OrdinaryNumber_TellsEveryStoryAsOftenAsItSays()
    {
        var told = new Rehearsal(Rehearsal.OrdinarySeed, Now).Clinics.CountBy(clinic => clinic.Story.Name).ToDictionary();
        Assert.Equal(StoryBook.All.ToDictionary(story => story.Name, story => story.Clinics), told);
        Assert.InRange(StoryBook.Organisations, 290, 320);
    }

    [Fact]
    public void Rehearsal_EveryClinic_HasAHomeThatItsStoryAllows() =>
        Assert.All(new Rehearsal(3, Now, 900).Clinics, clinic => Assert.Contains(clinic.Home, clinic.Story.Homes));

    [Theory]
    [InlineData("2026-11-24T09:00:00Z")]
    [InlineData("2026-11-22T23:30:00Z")]
    [InlineData("2026-12-25T00:00:00Z")]
    [InlineData("2027-03-01T05:15:00Z")]
    public void Rehearsal_AnyMoment_EveryEventIsRead(string moment)
    {
        var now = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
        foreach (var batch in new Rehearsal(1, now, 100).Events().Chunk(EventReader.MaxEvents))
        {
            var request = EventReader.Read(SimulatedEvent.ToJson(batch), "application/cloudevents-batch+json", null, now);
            Assert.Null(request.Reason);
            Assert.All(request.Events, reading => Assert.Empty(reading.Errors));
            Assert.All(request.Events.Zip(batch), pair => AssertUnchanged(pair.Second, pair.First.Event!));
        }
    }

    [Fact]
    public void Rehearsal_Events_AreUniqueAndNoneIsLaterThanNow()
    {
        var events = new Rehearsal(1, Now, 150).Events().ToList();
        Assert.Equal(events.Count, events.Select(each => each.Id).Distinct().Count());
        Assert.All(events, each => Assert.True(each.Time <= Now));
        Assert.InRange(events.Count * StoryBook.Organisations / 150, 25_000, 60_000);
    }

    [Fact]
    public void Rehearsal_Weekend_IsQuiet()
    {
        var rehearsal = new Rehearsal(1, Now, 150);
        var pushes = rehearsal.Clinics.SelectMany(clinic => rehearsal.History(clinic)
            .Where(each => each.Type is EventType.NotePushSucceeded)
            .Select(each => clinic.Local(each.Time))).ToList();
        Assert.DoesNotContain(pushes, moment => moment.DayOfWeek is DayOfWeek.Sunday);
        Assert.True(pushes.Count(moment => moment.DayOfWeek is DayOfWeek.Saturday) < pushes.Count(moment => moment.DayOfWeek is DayOfWeek.Tuesday) / 3);
        Assert.All(pushes, moment => Assert.InRange(moment.Hour, 8, 19));
    }

    [Fact]
    public void Rehearsal_GoingOn_IsReadAndNamesItsClinic()
    {
        var chance = new Chance(5);
        foreach (var clinic in new Rehearsal(1, Now, StoryBook.All.Count).Clinics)
        {
            var next = Rehearsal.Next(clinic, Now, chance);
            var request = EventReader.Read(SimulatedEvent.ToJson(next), "application/cloudevents-batch+json", null, Now);
            Assert.NotEmpty(request.Events);
            Assert.All(request.Events, reading => Assert.Equal(clinic.Id, reading.Event?.OrganisationId));
        }
    }

    /// <summary>Masking would show that a made-up text looks like a secret.</summary>
    private static void AssertUnchanged(SimulatedEvent sent, IntegrationEvent read)
    {
        Assert.Equal(sent.Data.Name, read.OrganisationName);
        Assert.Equal(sent.Data.Error?.Message, read.Error?.Message);
        Assert.Equal(sent.Data.KeyFingerprint, read.KeyFingerprint);
        Assert.Equal(sent.Time, read.Time);
    }
}
