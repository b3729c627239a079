using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tests.Triage;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Triage.Complaints;


namespace Motics.Support.Core.Tests.Tickets;

/// <summary>What a ticket is opened in stands for a complaint only when it is this clinic's trouble.</summary>
public sealed class TicketTroubleTests
{
    private static readonly Incident Outage = new("outage", Ehr.Cliniko, null, IncidentStatus.Confirmed, Cases.Now.AddHours(-1), null, "12 of 14 clinics fail");

    [Fact]
    public void Of_AnIncidentAlone_IsNoComplaint() =>
        Assert.Null(TicketTrouble.Of(Clinics.Connected(Clinics.Worked(Operation.PatientSearch, 2)) with { Incident = Outage }, Cases.Now));

    [Fact]
    public void Of_AFailureInAnIncident_IsTheOperationThatFailsLongest()
    {
        var failing = Clinics.Of(Clinics.Failed(Operation.PatientSearch, ErrorKind.EhrUnavailable, 0.5), Clinics.Failed(Operation.NotePush, ErrorKind.EhrUnavailable, 1));
        Assert.Equal(new OpeningComplaint(Cases.Now, false, Operation.NotePush), TicketTrouble.Of(failing with { Health = Health.Failing, Incident = Outage }, Cases.Now));
    }

    [Fact]
    public void Of_AKeyAskedFor_IsThatWhateverFails()
    {
        var asked = Clinics.Of(Clinics.Failed(Operation.NotePush, ErrorKind.MissingApiKey, 1)) with { Health = Health.NeedsKey, Incident = Outage };
        Assert.Equal(new OpeningComplaint(Cases.Now, true, null), TicketTrouble.Of(asked, Cases.Now));
    }

    [Theory]
    [InlineData(Health.Connected)]
    [InlineData(Health.Unverified)]
    [InlineData(Health.Disabled)]
    [InlineData(Health.NotApplicable)]
    [InlineData(Health.Unknown)]
    public void Of_NothingThatFails_IsNone(Health health) => Assert.Null(TicketTrouble.Of(Clinics.Of() with { Health = health, Incident = Outage }, Cases.Now));
}
