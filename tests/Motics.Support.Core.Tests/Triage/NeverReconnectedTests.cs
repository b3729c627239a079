using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Triage.Replies;
using static Motics.Support.Core.Tests.Triage.Clinics;

namespace Motics.Support.Core.Tests.Triage;

/// <summary>A clinic that nobody reconnected after the migration and that copies its notes by hand: that nothing happened is the finding, wherever it is told.</summary>
public sealed class NeverReconnectedTests
{
    private static readonly OrganisationDetail Copying = Of() with { Health = Health.NeedsKey, LastSuccessAt = Migrated.AddDays(-1), Copied = new(22, 6) };

    private static Evaluation Evaluate(OrganisationDetail clinic, string said = "") => Cases.Playbook.Evaluate(CaseFacts.Of(clinic, Cases.Said(said), Cases.Now));

    [Fact]
    public void Evaluate_NeverReconnected_SaysThatAndWhatIsCopied()
    {
        var evaluation = Evaluate(Copying);
        Assert.Equal((Verdict.NeedMoreInformation, "Never reconnected since the migration, and 22 notes were copied out by hand in 7 days"), (evaluation.Verdict, evaluation.Title));
        Assert.Equal("No key saved since the migration on 19 Nov 2026 10:00 UTC", Assert.Single(evaluation.Because).Evidence);
        Assert.Contains("cliniko-add-key", evaluation.Steps.Select(step => step.Id));
        Assert.StartsWith("Call or write to them", evaluation.Then, StringComparison.Ordinal);
        Assert.Equal("Never reconnected since the migration, and 1 note was copied out by hand in 7 days", Evaluate(Copying with { Copied = new(1, 1) }).Title);
        Assert.Equal("Never reconnected since the migration to Motics OS", Evaluate(Copying with { Copied = CopiedNotes.None }).Title);
    }

    [Fact]
    public void Suggested_NeverReconnected_IsTheSameFindingAndHasAReplyToSend()
    {
        var suggested = SuggestedVerdict.For(Cases.Playbook, CaseFacts.Of(Copying, null, Cases.Now))!;
        Assert.Equal(Evaluate(Copying).Title, suggested.Title);

        var facts = CaseFacts.Of(Copying, null, Cases.Now);
        var reply = ReplyComposer.Compose(Cases.Playbook, facts, suggested, ReplyCase.Of(facts, suggested, Copying))!;
        Assert.StartsWith("Hello,\n\nSince the move to Motics OS, Motics has not been connected to Cliniko again", reply.Text, StringComparison.Ordinal);
        Assert.Contains("1. In Motics, open Settings > Integrations > Cliniko", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Whenever a note does not go through", reply.Text, StringComparison.Ordinal);
        Assert.Contains("has not been connected to Cliniko again", reply.Brief, StringComparison.Ordinal);
        Assert.Contains("Please make an API key in Cliniko", reply.Brief, StringComparison.Ordinal);
        Assert.DoesNotContain("one more thing", reply.Text + reply.Brief, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "symptom")]
    [InlineData("symptom=other", "inClinicNow")]
    [InlineData("symptom=other;inClinicNow=false", "patientSearch")]
    public void Plan_NeverReconnected_AsksWhatTheySeeFirst(string said, string next) =>
        Assert.Equal(next, NextQuestion.Plan(Cases.Playbook, CaseFacts.Of(Copying, Cases.Said(said), Cases.Now)).Next?.Fact.Name);

    [Fact]
    public void Plan_NeverReconnectedAndSearchedInVain_AsksWhetherTheyAreInSession()
    {
        var searches = Enumerable.Range(1, 3).Select(minute => new SearchResult(Cases.Now.AddMinutes(-minute), 0, null));
        Assert.Equal("inClinicNow", NextQuestion.Plan(Cases.Playbook, CaseFacts.Of(Copying with { RecentSearches = [.. searches] }, null, Cases.Now)).Next?.Fact.Name);
    }

    [Theory]
    [InlineData("symptom=disconnected", Verdict.Reconnect)]
    [InlineData("symptom=no-patients-recognised", Verdict.CheckKeyFirst)]
    [InlineData("symptom=notes-not-pushing;patientSearch=not-tried", Verdict.Reconnect)]
    public void Evaluate_WithWhatTheySee_TheTableDecides(string said, Verdict verdict) => Assert.Equal(verdict, Evaluate(Copying, said).Verdict);

    public static TheoryData<OrganisationDetail> Others => new()
    {
        Copying with { KeyHistory = [Key(2)] },
        Copying with { LastSuccessAt = Migrated.AddHours(1) },
        Copying with { Ehr = Ehr.Semble },
        Copying with { Ehr = null },
        Copying with { MigratedAt = null },
        Copying with { MigratedAt = Cases.Now.AddDays(1) },
        Connected(Worked(Operation.PatientSearch, 3)) with { LastSuccessAt = Cases.Now.AddHours(-3) },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Evaluate_ReconnectedOrNotDisconnected_IsNotSaidToBeNever(OrganisationDetail clinic) => Assert.NotEqual("never-reconnected", Evaluate(clinic).RuleId);
}
