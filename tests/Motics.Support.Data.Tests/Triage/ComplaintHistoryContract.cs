using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tests.Triage;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Events;
using Motics.Support.Data.Events.Statements;
using Motics.Support.Data.Organisations;
using Motics.Support.Data.Tests.Events;

namespace Motics.Support.Data.Tests.Triage;

/// <summary>
/// Generated histories of events, complaints, openings and reopenings, through the store, the evidence and the rules: after each thing that happens, every fact and
/// the rule that wins are those of an oracle that reads <c>triage.md</c> aloud.
/// </summary>
public abstract class ComplaintHistoryContract(Engine engine)
{
    private static readonly int Histories = int.TryParse(Environment.GetEnvironmentVariable("MOTICS_TEST_HISTORIES"), out var asked) ? asked : 300;

    private static readonly string[] Facts =
    [
        FactNames.Ehr, FactNames.Migrated, FactNames.ErrorText, FactNames.PatientSearch, FactNames.KeyReentered, FactNames.KeyUnchanged, FactNames.RetriedAfterReentry, FactNames.KeyAccess,
        FactNames.ClinikoSuffix, FactNames.RepeatedFailures, FactNames.Symptom,
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private int histories;
    private int judged;
    private int resolved;
    private int asked;

    [Fact]
    public async Task Evaluate_AfterEachThingThatHappens_SaysWhatTheTextSays()
    {
        await using var database = await TemporaryDatabase.CreateAsync(engine);
        await using var events = new EventStore(database.Database, database.Clock, NullLogger<EventStore>.Instance);
        var organisations = new OrganisationStore(database.Database, new AuditTrail(database.Database), database.Clock);

        await HappeningGen.History.SampleAsync(
            history => TryAsync(history, database, events, organisations), iter: engine == Engine.Sqlite ? Histories : Histories / 10, threads: 1, print: history => string.Join('\n', history.Select(one => one.ToString())));

        TestContext.Current.TestOutputHelper?.WriteLine($"{histories} histories, {judged} moments judged, {resolved} resolved by events, {asked} connected and asked what they see.");
        // What nobody complains of, and what is answered, must both have come up.
        Assert.True(resolved > 0 && asked > 0 && judged > histories);
    }

    private async Task TryAsync(Happening[] history, TemporaryDatabase database, EventStore events, OrganisationStore organisations)
    {
        var clinic = $"clinic-{Interlocked.Increment(ref histories)}";
        // Each history has days of its own: the clock goes on only.
        database.Clock.Advance(TimeSpan.FromDays(2));
        var oracle = new TriageOracle();
        var ticket = new TicketSoFar();
        await TellAsync(EventMaker.Event(EventType.OrganisationUpdated, database.Clock.GetUtcNow(), clinic, id: $"{clinic}-told") with { OrganisationName = "Harbour", ClinikoShard = "uk1" });
        for (var index = 0; index < history.Length; index++)
        {
            database.Clock.Advance(TimeSpan.FromMinutes(history[index].Gap));
            var now = database.Clock.GetUtcNow();
            var happened = history[index].Event?.Invoke(now, clinic, $"{clinic}-{index:D2}");
            if (happened is not null)
                await TellAsync(happened);
            var detail = (await organisations.FindAsync(clinic, Cancel))!;
            Answer(history[index], ticket, oracle, detail, now);
            Compare(ticket, oracle, detail, now);
            // Which of two failures of one moment is the newer is nothing that triage tells; anything else may happen at once.
            database.Clock.Advance(TimeSpan.FromMilliseconds(happened?.Error is not null ? 1 : 0));
        }

        async Task TellAsync(IntegrationEvent happened)
        {
            oracle.Event(happened);
            Assert.True((await events.AppendAsync([happened], Cancel)).Done);
        }
    }

    private static void Answer(Happening happening, TicketSoFar ticket, TriageOracle oracle, OrganisationDetail detail, DateTimeOffset now)
    {
        if (happening.Fact is { } fact)
        {
            ticket.Say(fact, happening.Value, now, detail);
            oracle.Say(fact, happening.Value, now);
        }
        else if (happening.Ticket == "reopen")
        {
            ticket.Reopen(now, detail);
            oracle.Reopen(now);
        }
        else if (happening.Ticket == "open")
        {
            ticket.Open(now, detail);
            oracle.Open(now, detail.Health == Health.NeedsKey);
        }
    }

    private void Compare(TicketSoFar ticket, TriageOracle oracle, OrganisationDetail detail, DateTimeOffset now)
    {
        var facts = CaseFacts.Of(detail, ticket.Answers, now, new CaseTicket(ticket.Complaint));
        Assert.Equal(Facts.Select(fact => $"{fact}={oracle.Effective(fact, now)}"), Facts.Select(fact => $"{fact}={Effective(facts, fact)}"));
        Assert.Equal(oracle.Complains, facts.Complaint is not null);

        var row = new TableOracle(fact => fact == FactNames.ErrorText && facts.ErrorKind is { } kind ? Kebab.Name(kind) : oracle.Effective(fact, now), () => detail.Health == Health.Connected, () => oracle.Complains).Row();
        var evaluation = PlaybookLoader.Embedded.Evaluate(facts);
        var place = PlaybookLoader.Embedded.Rules.Select((rule, index) => (rule.Id, index)).Single(pair => pair.Id == evaluation.RuleId).index;
        Assert.Equal(row.Split(' ')[0], TableOracle.Numbers[place]);

        judged++;
        resolved += evaluation.Verdict == Verdict.Resolved && facts.Find(FactNames.RetriedAfterReentry)!.Effective!.From == FactSource.Events ? 1 : 0;
        asked += evaluation.RuleId == "connected" ? 1 : 0;
    }

    // The oracle tells of an event's error by its kind, and of an answer by its words.
    private static string? Effective(CaseFacts facts, string fact) =>
        fact == FactNames.ErrorText && facts.Find(fact)?.Effective is { From: FactSource.Events } ? Kebab.Name(facts.ErrorKind!.Value) : facts.Effective(fact);

    /// <summary>What a ticket keeps: the answers, how it began, when it was reopened, and the complaint as it was when it was given.</summary>
    private sealed class TicketSoFar
    {
        private OpeningComplaint? opening;
        private DateTimeOffset? reopened;

        public Dictionary<string, KnownFact> Answers { get; } = [];

        public Complaint? Complaint { get; private set; }

        public void Say(string fact, string? value, DateTimeOffset now, OrganisationDetail detail)
        {
            var before = Complaints();
            if (value is null)
                Answers.Remove(fact);
            else
                Answers[fact] = new(value, FactSource.Agent, now);
            // Kept as it was unless what is complained of changed.
            if (!before.SetEquals(Complaints()))
                Keep(detail);
        }

        public void Reopen(DateTimeOffset now, OrganisationDetail detail)
        {
            reopened = now;
            Keep(detail);
        }

        public void Open(DateTimeOffset now, OrganisationDetail detail)
        {
            var failing = detail.Operations.Where(state => state.Unmended.Count > 0).MinBy(state => state.Since)?.Operation;
            if (detail.Health == Health.NeedsKey || failing is not null)
                opening = new(now, detail.Health == Health.NeedsKey, failing);
            Keep(detail);
        }

        private void Keep(OrganisationDetail detail) => Complaint = Complaint.Of(Answers, detail, opening, reopened);

        private HashSet<(string, KnownFact)> Complaints() =>
            [.. Answers.Where(answer => Complaint.Of(new Dictionary<string, KnownFact> { [answer.Key] = answer.Value }) is not null).Select(answer => (answer.Key, answer.Value))];
    }
}

public sealed class ComplaintHistoryOnSqlite() : ComplaintHistoryContract(Engine.Sqlite);

public sealed class ComplaintHistoryOnSqlServer() : ComplaintHistoryContract(Engine.SqlServer);
