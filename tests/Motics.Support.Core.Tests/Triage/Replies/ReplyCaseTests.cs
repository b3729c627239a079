using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Triage.Replies;

namespace Motics.Support.Core.Tests.Triage.Replies;

public sealed class ReplyCaseTests
{
    private static readonly OrganisationDetail Clinic = new() { Id = "harbour", Ehr = Ehr.Cliniko, Health = Health.Connected };

    private static OperationState Works(Operation operation) => new() { Operation = operation, State = OperationStatus.Works, LastSuccessAt = Cases.Now };

    private static OperationState Fails(Operation operation, ErrorKind kind) => new()
    {
        Operation = operation,
        State = OperationStatus.Failing,
        Unmended = [new(kind, Cases.Now, Cases.Now, 1, new(kind, "no", Cases.Now, operation, null, null, null, "g", null, null))],
    };

    public static TheoryData<string, Health, OperationState[], bool> Connections => new()
    {
        { "all works", Health.Connected, [Works(Operation.PatientSearch), Works(Operation.NotePush)], false },
        { "nothing is known", Health.Unknown, [], false },
        { "needs a key", Health.NeedsKey, [Works(Operation.NotePush)], true },
        { "switched off", Health.Disabled, [Works(Operation.NotePush)], true },
        { "search works and pushes are refused", Health.Failing, [Works(Operation.PatientSearch), Fails(Operation.NotePush, ErrorKind.PermissionDenied)], true },
        { "search fails by itself and pushes work", Health.Failing, [Fails(Operation.PatientSearch, ErrorKind.ServerError), Works(Operation.NotePush)], false },
        { "search fails and nothing was pushed", Health.Failing, [Fails(Operation.PatientSearch, ErrorKind.Timeout)], true },
        { "search fails over the key", Health.Failing, [Fails(Operation.PatientSearch, ErrorKind.AuthenticationFailed), Works(Operation.NotePush)], true },
        { "search fails over the region", Health.Failing, [Fails(Operation.PatientSearch, ErrorKind.RegionMismatch), Works(Operation.NotePush)], true },
    };

    [Theory, MemberData(nameof(Connections))]
    public void NotesCannotBePushed_ByHowTheConnectionStands(string what, Health health, OperationState[] operations, bool stopped)
    {
        var facts = Cases.Of("ehr=cliniko;symptom=worried-about-data");
        var found = ReplyCase.Of(facts, Cases.Playbook.Evaluate(facts), Clinic with { Health = health, Operations = operations });
        Assert.True(stopped == found.NotesCannotBePushed, what);
    }

    [Theory]
    [InlineData("symptom=notes-not-pushing", true)]
    [InlineData("symptom=disconnected", true)]
    [InlineData("errorText=401 Unauthorized: the API key was not accepted", true)]
    [InlineData("symptom=other;usingCopyPaste=true", true)]
    [InlineData("symptom=one-patient-missing", false)]
    [InlineData("symptom=worried-about-data", false)]
    [InlineData("symptom=notes-not-pushing;retriedAfterReentry=works", false)]
    public void NotesCannotBePushed_ByWhatTheClinicSays(string said, bool stopped)
    {
        var facts = Cases.Of($"ehr=cliniko;{said}");
        Assert.Equal(stopped, ReplyCase.Of(facts, Cases.Playbook.Evaluate(facts), Clinic).NotesCannotBePushed);
    }

    [Fact]
    public void ProvenBy_IsTheOperationWhoseSuccessTheFactRestsOn()
    {
        var push = Works(Operation.NotePush) with { LastSuccessAt = Cases.Now.AddMinutes(-5) };
        var seen = new Dictionary<string, KnownFact> { [FactNames.RetriedAfterReentry] = new("works", FactSource.Events, push.LastSuccessAt, "worked") };
        var clinic = Clinic with { Operations = [Works(Operation.PatientSearch), push] };
        Assert.Equal(Operation.NotePush, Of(new CaseFacts(null, seen), clinic).ProvenBy);
        Assert.Null(Of(Cases.Of("retriedAfterReentry=works"), clinic).ProvenBy);
        Assert.Null(Of(new CaseFacts(Cases.Said("retriedAfterReentry=fails"), seen), clinic).ProvenBy);
    }

    private static ReplyCase Of(CaseFacts facts, OrganisationDetail clinic) => ReplyCase.Of(facts, Cases.Playbook.Evaluate(facts), clinic);
}
