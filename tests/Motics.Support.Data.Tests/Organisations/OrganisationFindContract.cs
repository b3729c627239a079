using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Events;
using Motics.Support.Data.Incidents;
using Motics.Support.Data.Tests.Events;
using static Motics.Support.Data.Tests.Events.EventMaker;

namespace Motics.Support.Data.Tests.Organisations;

public abstract class OrganisationFindContract(Engine engine) : OrganisationContract(engine)
{
    private static readonly Actor Anna = new("anna", "Anna", Grants.ByRole[Grants.Agent]);

    [Fact]
    public async Task Find_Unknown_IsNull() => Assert.Null(await Store.FindAsync("nobody", Cancel));

    [Fact]
    public async Task Find_SearchWorksAndPushesFail_TellsItByOperationInPageAndList()
    {
        await AppendAsync(
            Event(EventType.OrganisationUpdated, At(-100)) with { OrganisationName = "Harbour", ClinikoShard = "uk1" },
            KeySaved(At(-40), "fp-1"),
            Failure(EventType.PatientSearchFailed, At(-39), "Request timed out"),
            EventMaker.Search(At(-38), 2),
            Failure(EventType.NotePushFailed, At(-20), "Permission denied"),
            Failure(EventType.NotePushFailed, At(-10), "Bad request"),
            Failure(EventType.NotePushFailed, At(-9), "Bad request"),
            EventMaker.Search(At(-1), 2));

        var detail = (await Store.FindAsync("harbour", Cancel))!;
        var row = Assert.Single(await Store.RowsAsync(["harbour"], Cancel));

        Assert.Equal((Health.Failing, At(-20)), (detail.Health, detail.HealthSince));
        Assert.Equal(
            [(OperationStatus.Works, At(-38), 0), (OperationStatus.Failing, At(-20), 3), (OperationStatus.NotTried, null, 0), (OperationStatus.NotTried, null, 0)],
            detail.Operations.Select(state => (state.State, state.Since, state.Failures)));
        Assert.Equal([(ErrorKind.InvalidRequest, 2), (ErrorKind.PermissionDenied, 1)], detail.Operations[1].Unmended.Select(failures => (failures.Kind, failures.Count)));
        Assert.Equal((ErrorKind.InvalidRequest, At(-9)), (detail.CurrentError!.Kind, detail.CurrentError.At));
        Assert.Equal(detail.CurrentError, Assert.Single(detail.Operations, state => state.Unmended.Count > 0).Unmended[0].Newest);
        Assert.Equal(2, detail.RepeatedFailures);
        Assert.Equal([(ErrorKind.PermissionDenied, 1), (ErrorKind.InvalidRequest, 2)], detail.RecentFailures.OrderBy(kind => kind.Key).Select(kind => (kind.Key, kind.Value)));
        Assert.Equal((KeyOutcome.Worked, new UndecidedFailure(ErrorKind.Timeout, At(-39)), At(-20)), (detail.KeyHistory[0].Outcome, detail.KeyHistory[0].FirstUndecided, detail.KeyHistory[0].LastDecidingFailureAt));
        Assert.Equal((new RowFailing(Operation.NotePush, ErrorKind.InvalidRequest, 1), detail.Place), (row.Failing, row.Place));
    }

    [Fact]
    public async Task Find_AfterAStory_HoldsAllOfIt()
    {
        await AppendAsync(
            Event(EventType.OrganisationUpdated, At(-100)) with { OrganisationName = "Harbour", ClinikoShard = "uk1", TimeZone = "Europe/London" },
            Event(EventType.IntegrationEnabled, At(-99)),
            Event(EventType.OrganisationMigrated, At(-50)) with { Wave = "7" },
            KeySaved(At(-40), "fp-1"),
            Failure(EventType.NotePushFailed, At(-39), "Authentication failed") with { Error = Error("Authentication failed") with { CorrelationId = "c-1", HttpStatus = 401 } },
            KeySaved(At(-30), "fp-1"),
            EventMaker.Search(At(-29), 0),
            EventMaker.Search(At(-28), 0) with { LocationId = "room-2" },
            Failure(EventType.NotePushFailed, At(-20), "Authentication failed"),
            Event(EventType.Copied, At(-10)));
        var detail = (await Store.FindAsync("harbour", Cancel))!;
        Assert.Equal(("Harbour", Ehr.Cliniko, false, "uk1", "Europe/London", "7"), (detail.Name, detail.Ehr, detail.EhrIsImplied, detail.ClinikoShard, detail.TimeZone, detail.Wave));
        Assert.Equal([Ehr.Cliniko], detail.EnabledEhrs);
        Assert.Equal((At(-50), Health.Failing), (detail.MigratedAt, detail.Health));
        Assert.Equal((ErrorKind.AuthenticationFailed, At(-20), Operation.NotePush), (detail.LastError!.Kind, detail.LastError.At, detail.LastError.Operation));
        Assert.Null(detail.LastSuccessAt);
        Assert.Equal([(At(-30), true, KeyOutcome.Failed), (At(-40), false, KeyOutcome.Failed)], detail.KeyHistory.Select(key => (key.SavedAt, key.Unchanged, key.Outcome)));
        Assert.Equal(("fp-1", 60, "uk1", MoticsRole.Admin), (detail.KeyHistory[0].Fingerprint, detail.KeyHistory[0].Length, detail.KeyHistory[0].Suffix, detail.KeyHistory[0].ActorRole));
        Assert.Equal(new SearchCount(2, 2), detail.SearchesSinceMigration);
        Assert.Equal([new SearchResult(At(-28), 0, "room-2"), new SearchResult(At(-29), 0, null)], detail.RecentSearches);
        Assert.Equal((At(-10), 2, At(-100), At(-10)), (detail.LastCopiedAt, detail.RepeatedFailures, detail.FirstEventAt, detail.LastEventAt));
    }

    [Fact]
    public async Task Find_NotesCopiedOut_AreThoseOfItsOwnEhrTodayAndSixDaysBefore()
    {
        var today = new DateTimeOffset(Start.UtcDateTime.Date, TimeSpan.Zero);
        await AppendAsync(
            Event(EventType.OrganisationUpdated, Start.AddDays(-20)) with { OrganisationName = "Harbour" },
            Event(EventType.Copied, today),
            Event(EventType.Copied, today.AddDays(-6), id: "first"),
            Event(EventType.Copied, today.AddDays(-6).AddHours(1), id: "second"),
            Event(EventType.Copied, today.AddDays(-3), ehr: Ehr.Nookal, id: "other"),
            Event(EventType.Copied, today.AddDays(-6).AddSeconds(-1), id: "before"));
        Assert.Equal(new CopiedNotes(3, 2), (await Store.FindAsync("harbour", Cancel))!.Copied);
    }

    [Fact]
    public async Task Find_SwitchedOff_SaysWhenItsOwnEhrWasSwitchedLast()
    {
        await AppendAsync(
            Event(EventType.OrganisationUpdated, At(-100)) with { OrganisationName = "Harbour" },
            Event(EventType.IntegrationEnabled, At(-99)),
            Event(EventType.IntegrationDisabled, At(-40)),
            Event(EventType.IntegrationDisabled, At(-20), ehr: Ehr.Nookal));
        var detail = (await Store.FindAsync("harbour", Cancel))!;
        Assert.Equal((Health.Disabled, At(-40)), (detail.Health, detail.SwitchedAt));
    }

    [Fact]
    public async Task Find_OtherEhrFails_TellsOfTheOwnOnly()
    {
        await AppendAsync(
            Event(EventType.OrganisationUpdated, At(-100), ehr: Ehr.Nookal) with { OrganisationName = "Harbour" },
            Event(EventType.NotePushSucceeded, At(-50), ehr: Ehr.Nookal),
            KeySaved(At(-45), "fp-cliniko"),
            Failure(EventType.NotePushFailed, At(-40), "Authentication failed"));
        var detail = (await Store.FindAsync("harbour", Cancel))!;
        Assert.Equal((Health.Connected, At(-50)), (detail.Health, detail.LastSuccessAt));
        Assert.Null(detail.LastError);
        Assert.Null(detail.RepeatedFailures);
        Assert.Empty(detail.KeyHistory);
    }

    [Fact]
    public async Task Find_FailuresOfADayAndOfOtherKinds_CountsOnlyThoseRepeated()
    {
        Temporary.Clock.SetUtcNow(Start.AddDays(2));
        await AppendAsync(
            Failure(EventType.NotePushFailed, Start, "Request timed out"),
            Failure(EventType.NotePushFailed, Start.AddDays(1).AddMilliseconds(1), "Request timed out"),
            Failure(EventType.PatientSearchFailed, Start.AddDays(1.5), "Authentication failed"),
            Failure(EventType.PatientSearchFailed, Start.AddDays(1.6), "Request timed out", ehr: null));
        Assert.Equal(2, (await Store.FindAsync("harbour", Cancel))!.RepeatedFailures);
        await AppendAsync(EventMaker.Search(Start.AddDays(1.9), 1));
        Assert.Null((await Store.FindAsync("harbour", Cancel))!.RepeatedFailures);
    }

    [Fact]
    public async Task Find_ConfirmedIncidentOfItsPlace_IsTheOneThatCovers()
    {
        await AppendAsync(Event(EventType.OrganisationUpdated, At(-100)) with { OrganisationName = "Harbour", ClinikoShard = "uk1" });
        var incidents = new IncidentStore(Temporary.Database, Temporary.Clock);
        await incidents.SaveAsync(new Incident("suspected", Ehr.Cliniko, null, IncidentStatus.Suspected, At(-1), null, "x"), Cancel);
        await incidents.SaveAsync(new Incident("confirmed", Ehr.Cliniko, "uk1", IncidentStatus.Confirmed, At(-2), null, "x"), Cancel);
        await incidents.SaveAsync(new Incident("elsewhere", Ehr.Cliniko, "au2", IncidentStatus.Confirmed, At(-1), null, "x"), Cancel);
        Assert.Equal("confirmed", (await Store.FindAsync("harbour", Cancel))!.Incident?.Id);
    }

    [Fact]
    public async Task Read_Allowed_LeavesOneAuditLine()
    {
        await InsertAsync(new Clinic("harbour", "Harbour"));
        Assert.Equal("Harbour", (await Store.ReadAsync("harbour", Anna, Cancel)).Value!.Name);
        var line = Assert.Single((await new AuditStore(Temporary.Database).ListAsync(new AuditQuery(), Cancel)).Value!.Items);
        Assert.Equal(new AuditEntry(Start, "anna", "organisation.read", "organisation:harbour", AuditEntry.Done, null), line.Entry);
    }

    [Fact]
    public async Task Read_NotAllowed_IsDeniedAndAudited()
    {
        await InsertAsync(new Clinic("harbour", "Harbour"));
        var outcome = await Store.ReadAsync("harbour", new Actor("nobody", "Nobody", new HashSet<Permission>()), Cancel);
        Assert.IsType<Refusal.Denied>(outcome.Refusal);
        var line = Assert.Single((await new AuditStore(Temporary.Database).ListAsync(new AuditQuery(), Cancel)).Value!.Items);
        Assert.Equal(AuditEntry.Refused, line.Entry.Outcome);
    }

    [Fact]
    public async Task Read_Unknown_IsNotFound() => Assert.IsType<Refusal.NotFound>((await Store.ReadAsync("nobody", Anna, Cancel)).Refusal);

    private static DateTimeOffset At(int minutes) => Start.AddMinutes(minutes);

    private async Task AppendAsync(params IntegrationEvent[] events)
    {
        await using var store = new EventStore(Temporary.Database, Temporary.Clock, NullLogger<EventStore>.Instance);
        Assert.Equal(events.Length, (await store.AppendAsync(events, Cancel)).Value!.Accepted);
    }
}

public sealed class OrganisationFindOnSqlite() : OrganisationFindContract(Engine.Sqlite);

public sealed class OrganisationFindOnSqlServer() : OrganisationFindContract(Engine.SqlServer);
