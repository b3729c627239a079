using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Tickets;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Errors;
using Motics.Support.Data.Events;
using Motics.Support.Data.Tests.Organisations;
using static Motics.Support.Data.Tests.Events.EventMaker;

namespace Motics.Support.Data.Tests.Errors;

public abstract class ErrorDeskContract(Engine engine) : OrganisationContract(engine)
{
    private static readonly Actor Engineer = new("kim", "Kim", Grants.ByRole[Grants.Engineer]);
    private static readonly Actor Agent = new("alex", "Alex", Grants.ByRole[Grants.Agent]);

    private ErrorGroupStore Groups => new(Temporary.Database, new AuditTrail(Temporary.Database));

    private ErrorDesk Desk => new(Groups, Temporary.Clock);

    [Fact]
    public async Task Patch_StatusAndAssignee_AreKeptWithTheirAudit()
    {
        var id = await FailAsync(Start);

        var changed = await PatchAsync(id, 1, new() { Status = ErrorGroupStatus.Acknowledged, Assignee = "kim" });

        Assert.Equal((ErrorGroupStatus.Acknowledged, "kim", 2), (changed.Value!.Group.Status, changed.Value.Group.Assignee, changed.Value.Group.Version));
        Assert.Equal(changed.Value.Group, (await Groups.FindAsync(id, Cancel))!.Group);
        Assert.Equal(["error.assign kim done to kim", "error.status kim done from open to acknowledged"], await AuditAsync(id));
    }

    [Fact]
    public async Task Patch_NobodyAsAssignee_TakesItBack()
    {
        var id = await FailAsync(Start);
        await PatchAsync(id, 1, new() { Assignee = "kim" });

        var changed = await PatchAsync(id, 2, new() { Assignee = new Given<string>(true, null) });

        Assert.Equal((null, ErrorGroupStatus.Open, 3), (changed.Value!.Group.Assignee, changed.Value.Group.Status, changed.Value.Group.Version));
    }

    [Fact]
    public async Task Patch_WhatIsSoAlready_ChangesNothing()
    {
        var id = await FailAsync(Start);

        var same = await PatchAsync(id, 1, new() { Status = ErrorGroupStatus.Open });

        Assert.Equal(1, same.Value!.Group.Version);
        Assert.Empty(await AuditAsync(id));
    }

    [Fact]
    public async Task Patch_OldVersion_IsStaleAndSaysWhatHoldsNow()
    {
        var id = await FailAsync(Start);
        await PatchAsync(id, 1, new() { Status = ErrorGroupStatus.Ignored });

        var stale = Assert.IsType<Refusal.Stale>((await PatchAsync(id, 1, new() { Status = ErrorGroupStatus.Resolved })).Refusal);

        Assert.Equal((2, "The status is ignored now."), (stale.CurrentVersion, stale.Changes[0]));
        Assert.Equal(ErrorGroupStatus.Ignored, (await Groups.FindAsync(id, Cancel))!.Group.Status);
    }

    [Fact]
    public async Task Patch_ByAnAgent_IsDeniedAndAudited()
    {
        var id = await FailAsync(Start);

        var denied = await Desk.PatchAsync(id, 1, new() { Status = ErrorGroupStatus.Resolved }, Agent, Cancel);

        Assert.Equal(Permission.WriteErrors, Assert.IsType<Refusal.Denied>(denied.Refusal).Needed);
        Assert.Equal(["error.edit alex refused needs WriteErrors"], await AuditAsync(id));
    }

    [Fact]
    public async Task Patch_WrongFields_AreNamedTogether()
    {
        var id = await FailAsync(Start);

        Assert.Equal(["status"], Fields(await PatchAsync(id, 1, new())));
        Assert.Equal(["status", "assignee"], Fields(await PatchAsync(id, 1, new() { Status = ErrorGroupStatus.Regressed, Assignee = "" })));
        Assert.Equal(["status"], Fields(await PatchAsync(id, 1, new() { Status = new Given<ErrorGroupStatus?>(true, null) })));
        Assert.IsType<Refusal.NotFound>((await PatchAsync("none", 1, new() { Status = ErrorGroupStatus.Open })).Refusal);
    }

    [Fact]
    public async Task Resolved_FailsAgain_IsRegressedAndCanBeResolvedAnew()
    {
        var id = await FailAsync(Start.AddMinutes(-5));
        await PatchAsync(id, 1, new() { Status = ErrorGroupStatus.Resolved });
        await FailAsync(Start.AddMinutes(-1));
        Assert.Equal(ErrorGroupStatus.Resolved, (await Groups.FindAsync(id, Cancel))!.Group.Status);

        await FailAsync(Start.AddMinutes(1));

        var regressed = (await Groups.FindAsync(id, Cancel))!.Group;
        Assert.Equal((ErrorGroupStatus.Regressed, 3), (regressed.Status, regressed.Version));
        Assert.IsType<Refusal.Stale>((await PatchAsync(id, 2, new() { Assignee = "kim" })).Refusal);
        Temporary.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await PatchAsync(id, 3, new() { Status = ErrorGroupStatus.Resolved })).Done);
        await FailAsync(Start.AddMinutes(2));
        Assert.Equal(ErrorGroupStatus.Resolved, (await Groups.FindAsync(id, Cancel))!.Group.Status);
    }

    private static string[] Fields(Outcome<ErrorGroupDetail> outcome) => [.. Assert.IsType<Refusal.Invalid>(outcome.Refusal).Errors.Select(error => error.Field)];

    private Task<Outcome<ErrorGroupDetail>> PatchAsync(string id, int version, ErrorGroupPatch patch) => Desk.PatchAsync(id, version, patch, Engineer, Cancel);

    private async Task<string> FailAsync(DateTimeOffset at)
    {
        await using var store = new EventStore(Temporary.Database, Temporary.Clock, NullLogger<EventStore>.Instance);
        await store.AppendAsync([Failure(EventType.NotePushFailed, at, "Too many requests")], Cancel);
        return (await Groups.ListAsync(new ErrorGroupQuery(), Cancel)).Value!.Items.Single().Id;
    }

    private async Task<IEnumerable<string>> AuditAsync(string id) =>
        (await new AuditStore(Temporary.Database).ListAsync(new() { Target = $"error:{id}" }, Cancel)).Value!.Items
            .Select(line => $"{line.Entry.Action} {line.Entry.ActorId} {line.Entry.Outcome} {line.Entry.Detail}");
}

public sealed class ErrorDeskOnSqlite() : ErrorDeskContract(Engine.Sqlite);

public sealed class ErrorDeskOnSqlServer() : ErrorDeskContract(Engine.SqlServer);
