using Motics.Support.Core.Escalations;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Portal.Components.Triage;

namespace Motics.Support.Portal.Tests.Components.Triage;

/// <summary>What the cards say of a case that went to the engineers.</summary>
public sealed class CaseShownTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly Person Anna = new("anna", "Anna");

    // Re-entered on Friday, and three searches in vain before and after the engineers are done.
    private static readonly OrganisationDetail Clinic = new()
    {
        Id = "harbour",
        Ehr = Ehr.Cliniko,
        EnabledEhrs = [Ehr.Cliniko],
        ClinikoShard = "uk1",
        MigratedAt = Now.AddDays(-8),
        KeyHistory = [new() { SavedAt = Now.AddDays(-4), Fingerprint = "a", Suffix = "uk1" }],
        RecentSearches = [new(Now.AddHours(-5), 0, null), new(Now.AddHours(-6), 0, null), new(Now.AddHours(-7), 0, null)],
    };

    [Theory]
    [InlineData(null, "Escalate", null)]
    [InlineData(EscalationStatus.Submitted, "With the engineers", null)]
    [InlineData(EscalationStatus.Accepted, "With the engineers", null)]
    [InlineData(EscalationStatus.NeedsInfo, "Waiting for answers", null)]
    [InlineData(EscalationStatus.Resolved, "Back from the engineers", 2.0)]
    public void Verdict_Label_IsWhereTheCaseStands(EscalationStatus? status, string chip, double? doneHoursAgo)
    {
        var verdict = new CaseShown(View(status, doneHoursAgo), "anna").Verdict;
        Assert.Equal(Verdict.Escalate, verdict.Verdict);
        Assert.Equal(chip, verdict.Label);
    }

    [Fact]
    public void Reasons_FromBeforeTheEngineersWereDone_AreNoneAnyMoreAndSaidToBeOld()
    {
        var before = new CaseShown(View(null, null), "anna");
        Assert.Contains(before.Verdict.Because, reason => reason.Text.StartsWith("Tried again since: still fails", StringComparison.Ordinal));
        Assert.DoesNotContain(before.Facts, fact => fact.IsFromBeforeTheEngineers);

        var after = new CaseShown(View(EscalationStatus.Resolved, 2), "anna");
        Assert.Equal("The engineers are done with it, and nothing has failed since", after.Verdict.Because[0].Text);
        Assert.DoesNotContain(after.Verdict.Because, reason => reason.Text.StartsWith("Tried again since", StringComparison.Ordinal) || reason.Text.StartsWith("Patients found", StringComparison.Ordinal));
        Assert.Contains(after.Verdict.Because, reason => reason.Text.StartsWith("Key re-entered: yes", StringComparison.Ordinal));
        Assert.Equal([FactNames.PatientSearch, FactNames.RetriedAfterReentry], after.Facts.Where(fact => fact.IsFromBeforeTheEngineers).Select(fact => fact.Fact));
    }

    /// <summary>With the three from before there would be enough; what came after them is too little to say that it fails.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Reasons_SearchesInVainSinceTheEngineersWereDone_CountWithoutThoseBefore(int since, bool fails)
    {
        var clinic = Clinic with { RecentSearches = [.. Enumerable.Range(1, since).Select(minutes => new SearchResult(Now.AddMinutes(-minutes), 0, null)), .. Clinic.RecentSearches] };
        var because = new CaseShown(View(EscalationStatus.Resolved, 2, clinic), "anna").Verdict.Because;
        Assert.Equal(fails, because.Any(reason => reason.Text.StartsWith("Tried again since: still fails", StringComparison.Ordinal)));
    }

    private static TicketView View(EscalationStatus? status, double? doneHoursAgo, OrganisationDetail? of = null)
    {
        var clinic = of ?? Clinic;
        var triesAgain = doneHoursAgo is not null;
        var open = status is not null && !triesAgain;
        var facts = CaseFacts.Of(clinic, null, Now, new CaseTicket(WithEngineers: open, ClinicTriesAgain: triesAgain, EngineersWait: status == EscalationStatus.NeedsInfo));
        var evaluation = PlaybookLoader.Embedded.Evaluate(facts);
        return new TicketView
        {
            Ticket = new Ticket
            {
                Number = 1001,
                OrganisationId = Clinic.Id,
                Subject = "Nobody found",
                EngineersDoneAt = doneHoursAgo is { } hours ? Now.AddHours(-hours) : null,
                CreatedAt = Now,
                CreatedBy = Anna,
                UpdatedAt = Now,
                TouchedAt = Now,
            },
            Organisation = clinic,
            Case = facts,
            Evaluation = evaluation,
            Plan = NextQuestion.Plan(PlaybookLoader.Embedded, facts, evaluation),
            Escalations = status is { } known
                ? [new(new() { Number = 4, TicketNumber = 1001, OrganisationId = Clinic.Id, Status = known, Verdict = Verdict.Escalate, SubmittedAt = Now, SubmittedBy = Anna, UpdatedAt = Now }, "x")] : [],
        };
    }
}
