using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Portal.Components.Triage;
using Motics.Support.Portal.Components.Triage.Asking;

namespace Motics.Support.Portal.Tests.Components.Triage;

public sealed class ConversationTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly Person Anna = new("anna", "Anna");
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    private static readonly OrganisationDetail Clinic = new()
    {
        Id = "harbour",
        Ehr = Ehr.Cliniko,
        EnabledEhrs = [Ehr.Cliniko],
        MigratedAt = Now.AddDays(-2),
        SearchesSinceMigration = new SearchCount(17, 17),
        RecentSearches = [new(Now.AddMinutes(-5), 0, null), new(Now.AddMinutes(-6), 0, null), new(Now.AddMinutes(-7), 0, null)],
    };

    [Fact]
    public void Conversation_Fresh_AsksWhetherTheClinicIsInSessionFirst() =>
        Assert.Equal((FactNames.InClinicNow, 1), Talk().Ask(null, Nothing) is { } first ? (first.Fact, first.Number) : default);

    [Fact]
    public void Conversation_AskedByName_ComesWithWhatTheEventsProve()
    {
        var asked = Talk().Ask(FactNames.PatientSearch, Nothing);

        Assert.Equal("none-recognised", asked?.Known?.Value);
        Assert.Equal(FactSource.Events, asked?.Known?.From);
        Assert.NotNull(asked?.Evidence?.Evidence);
    }

    [Fact]
    public void Conversation_AgentOverrulesEvents_KeepsBothSides()
    {
        var asked = Talk((FactNames.PatientSearch, "works")).Ask(FactNames.PatientSearch, Nothing);

        Assert.Equal("works", asked?.Known?.Value);
        Assert.Equal("none-recognised", asked?.Evidence?.Value);
        Assert.True(asked?.Differs);
    }

    [Fact]
    public void Conversation_Skipped_AsksSomethingElse()
    {
        var next = Talk().Ask(null, new HashSet<string> { FactNames.InClinicNow });

        Assert.NotNull(next);
        Assert.NotEqual(FactNames.InClinicNow, next.Fact);
    }

    [Fact]
    public void Conversation_NothingOpen_AsksToConfirmWhatTheVerdictRestsOn()
    {
        var talk = Talk(
            (FactNames.InClinicNow, "false"), (FactNames.Symptom, "no-patients-recognised"), (FactNames.KeyAccess, "has-key"), (FactNames.UsingCopyPaste, "false"),
            (FactNames.WorriedAboutLosingWork, "false"), (FactNames.ErrorText, "No patients recognised"), (FactNames.MoticsRole, "owner"), (FactNames.RetriedAfterReentry, "not-tried"));

        var confirm = talk.Ask(null, Nothing);

        Assert.Equal(FactSource.Events, confirm?.Known?.From);
        Assert.Null(confirm?.More);
        Assert.Null(talk.Ask(null, new HashSet<string> { FactNames.PatientSearch, FactNames.KeyReentered, FactNames.Ehr, FactNames.Migrated }));
    }

    [Fact]
    public void Conversation_Back_GoesThroughTheAnswersInTheOrderTheyWereGiven()
    {
        var talk = Talk((FactNames.InClinicNow, "true"), (FactNames.Symptom, "disconnected"));

        Assert.Equal(FactNames.Symptom, talk.Before(null));
        Assert.Equal(FactNames.InClinicNow, talk.Before(FactNames.Symptom));
        Assert.Null(talk.Before(FactNames.InClinicNow));
    }

    private static Conversation Talk(params (string Fact, string Value)[] answers)
    {
        var given = answers.Select((answer, index) => (answer.Fact, Answer: new AgentAnswer(answer.Value, Now.AddMinutes(index - 60), Anna))).ToDictionary(pair => pair.Fact, pair => pair.Answer);
        var facts = CaseFacts.Of(Clinic, given.ToDictionary(pair => pair.Key, pair => new KnownFact(pair.Value.Value, FactSource.Agent, pair.Value.At)), Now);
        var evaluation = PlaybookLoader.Embedded.Evaluate(facts);
        var plan = NextQuestion.Plan(PlaybookLoader.Embedded, facts, evaluation);
        return new Conversation(
            new TicketView
            {
                Ticket = new Ticket { Number = 1001, OrganisationId = Clinic.Id, Subject = "Nobody found", Answers = given, CreatedAt = Now, CreatedBy = Anna, UpdatedAt = Now, TouchedAt = Now },
                Organisation = Clinic,
                Case = facts,
                Evaluation = evaluation,
                Plan = plan,
                NextQuestion = plan.Next,
                Reply = new("", ""),
            },
            PlaybookLoader.Embedded,
            Now);
    }
}
