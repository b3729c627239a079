using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Events;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Events;
using Motics.Support.Data.Organisations;
using Motics.Support.Data.Tests.Events;
using Motics.Support.Data.Tickets;

namespace Motics.Support.Data.Tests.Tickets;

/// <summary>
/// Generated histories played through intake with a complaint in between: the ticket's page, the list and the facts of triage say the same of whether it is
/// answered, and its agent is told once.
/// </summary>
public abstract class TicketProofJourneyContract(Engine engine)
{
    private const int Histories = 250;

    private static readonly Actor Sam = new("sam", "Sam Agent", Grants.ByRole[Grants.Agent]);

    private static readonly Gen<(IntegrationEvent[] History, int Seed)> Journeys = Gen.Select(EventGen.History, Gen.Int[0, int.MaxValue - 1]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Complaint_OfAnyKindInAnyHistory_IsAnsweredForPageListAndTriageAlike()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var (played, proven) = (0, 0);
        await Journeys.SampleAsync(
            async journey => proven += await PlayAsync(database, journey.History, new Random(journey.Seed), $"clinic{played++}") ? 1 : 0,
            iter: engine == Engine.Sqlite ? Histories : Histories / 10, threads: 1);
        // A quarter of an hour is full of successes: a test in which hardly anything is proven would prove nothing.
        // Of random histories about one in twelve is answered: both outcomes are there, however the dice fall.
        Assert.InRange(proven, played / 100, played - (played / 100));
    }

    private static async Task<bool> PlayAsync(TicketDatabase database, IntegrationEvent[] history, Random random, string clinic)
    {
        var events = history.Where(one => one.OrganisationId == "harbour").OrderBy(one => one.Time).Select(one => one with { OrganisationId = clinic, Id = $"{clinic}-{one.Id}" }).ToArray();
        if (events.Length < 2)
            return false;
        var clock = new FakeTimeProvider(events[0].Time);
        var desk = Desk(database, clock);
        await using var store = new EventStore(database.Database, clock, NullLogger<EventStore>.Instance);
        var before = random.Next(1, events.Length);
        await AppendAsync(store, events[..before]);
        clock.SetUtcNow(events[before - 1].Time);
        var opened = Done(await desk.CreateAsync(new() { OrganisationId = clinic, Subject = "It does not work", AssigneeId = Sam.Id, Facts = Complaint(random) }, Sam, Cancel));
        clock.SetUtcNow(events[^1].Time.AddSeconds(1));
        var after = events[before..];
        random.Shuffle(after);
        await AppendAsync(store, after);

        var view = await SameAsync(desk, opened.Ticket.Number, clinic);
        Assert.Equal(view.ProvenBy is not null, view.Woken.Contains(WakeReason.ComplaintAnswered));
        Done(await desk.AcknowledgeAsync(opened.Ticket.Number, null, Sam, Cancel));
        clock.Advance(TimeSpan.FromMinutes(1));
        await AppendAsync(store, [EventMaker.Event(EventType.NotePushSucceeded, clock.GetUtcNow(), clinic, id: clinic + "-last")]);
        clock.Advance(TimeSpan.FromMinutes(1));
        var again = await SameAsync(desk, opened.Ticket.Number, clinic);
        Assert.Equal(view.ProvenBy is null && again.ProvenBy is not null, again.Woken.Contains(WakeReason.ComplaintAnswered));
        return view.ProvenBy is not null;
    }

    private static async Task<TicketView> SameAsync(TicketDesk desk, long number, string clinic)
    {
        var view = Done(await desk.FindAsync(number, Sam, Cancel));
        var row = Assert.Single(Done(await desk.ListAsync(new() { OrganisationId = clinic }, Sam, Cancel)).Items);
        Assert.Equal(view.ProvenBy, row.ProvenBy);
        Assert.Equal(view.Woken, row.Woken);
        Assert.Equal(view.Woken.Count > 0, Done(await desk.ListAsync(new() { OrganisationId = clinic, Woken = true }, Sam, Cancel)).Items.Count > 0);
        Assert.Equal(view.ProvenBy is not null, view.Case.Find(FactNames.RetriedAfterReentry)?.Events?.Value == "works");
        return view;
    }

    private static Dictionary<string, string?> Complaint(Random random)
    {
        var symptoms = Kebab.All<Symptom>();
        var said = new Dictionary<string, string?>();
        if (random.Next(3) > 0)
            said[FactNames.Symptom] = symptoms[random.Next(symptoms.Count)];
        if (random.Next(4) == 0)
            said[FactNames.ErrorText] = random.Next(2) == 0 ? "Permission denied" : "Internal server error";
        if (random.Next(6) == 0)
            said[FactNames.PatientSearch] = "none-recognised";
        if (random.Next(6) == 0)
            said[FactNames.KeyAccess] = "cannot-see-api-keys";
        return said;
    }

    private static async Task AppendAsync(EventStore store, IntegrationEvent[] events) => Assert.True((await store.AppendAsync(events, Cancel)).Done);

    private static TicketDesk Desk(TicketDatabase database, TimeProvider clock) => new(
        database.Tickets, new OrganisationStore(database.Database, new AuditTrail(database.Database), clock), PlaybookLoader.Embedded, new ScreenshotReader(), clock);

    private static T Done<T>(Outcome<T> outcome) => outcome.Done ? outcome.Value! : throw new InvalidOperationException(outcome.Refusal!.ToString());
}

public sealed class TicketProofJourneyOnSqlite() : TicketProofJourneyContract(Engine.Sqlite);

public sealed class TicketProofJourneyOnSqlServer() : TicketProofJourneyContract(Engine.SqlServer);
