using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Errors;
using Motics.Support.Data.Events;
using Motics.Support.Data.Tests.Organisations;
using static Motics.Support.Data.Tests.Events.EventMaker;

namespace Motics.Support.Data.Tests.Errors;

public abstract class ErrorGroupStoreContract(Engine engine) : OrganisationContract(engine)
{
    private ErrorGroupStore Groups => new(Temporary.Database, new AuditTrail(Temporary.Database));

    [Fact]
    public async Task Find_GroupOfTwoOrganisations_CountsEachShare()
    {
        await AppendAsync();
        var group = (await Groups.ListAsync(new ErrorGroupQuery { Kinds = [ErrorKind.AuthenticationFailed] }, Cancel)).Value!.Items.Single();
        Assert.Equal((3L, 2, Ehr.Cliniko, Operation.NotePush, ErrorGroupStatus.Open, Start, Start.AddMinutes(5)), (group.Events, group.Organisations, group.Ehr, group.Operation, group.Status, group.FirstSeen, group.LastSeen));
        var detail = (await Groups.FindAsync(group.Id, Cancel))!;
        Assert.Equal(group, detail.Group);
        Assert.Equal([("mill", 1L), ("harbour", 2L)], detail.Shares.Select(share => (share.OrganisationId, share.Events)));
        Assert.Null(await Groups.FindAsync("none", Cancel));
    }

    [Theory]
    [InlineData(null, "timeout authentication-failed rate-limited")]
    [InlineData("last-seen", "rate-limited authentication-failed timeout")]
    [InlineData("-events", "authentication-failed rate-limited timeout")]
    [InlineData("first-seen", "authentication-failed rate-limited timeout")]
    public async Task List_Sorted_IsThatOrderPageByPage(string? sort, string expected)
    {
        await AppendAsync();
        var (kinds, query) = (new List<string>(), ErrorGroupQuery.Read(null, null, null, sort, null, 1).Value!);
        do
        {
            var page = (await Groups.ListAsync(query, Cancel)).Value!;
            kinds.AddRange(page.Items.Select(group => Core.Kebab.Name(group.Kind)));
            query = query with { Cursor = page.Next };
        }
        while (query.Cursor is not null);
        Assert.Equal(expected.Split(' '), kinds);
    }

    [Fact]
    public async Task List_Filtered_HoldsOnlyThose()
    {
        await AppendAsync();
        Assert.Equal(2, (await Groups.ListAsync(new ErrorGroupQuery { Ehrs = [Ehr.Cliniko] }, Cancel)).Value!.Items.Count);
        Assert.Empty((await Groups.ListAsync(new ErrorGroupQuery { Statuses = [ErrorGroupStatus.Ignored] }, Cancel)).Value!.Items);
        Assert.NotNull((await Groups.ListAsync(new ErrorGroupQuery { Cursor = "nonsense" }, Cancel)).Refusal);
    }

    private async Task AppendAsync()
    {
        await using var store = new EventStore(Temporary.Database, Temporary.Clock, NullLogger<EventStore>.Instance);
        await store.AppendAsync(
            [
                Failure(EventType.NotePushFailed, Start, "Authentication failed"),
                Failure(EventType.NotePushFailed, Start.AddMinutes(1), "Authentication failed"),
                Failure(EventType.NotePushFailed, Start.AddMinutes(5), "Authentication failed", "mill"),
                Failure(EventType.NotePushFailed, Start.AddMinutes(3), "Too many requests"),
                Failure(EventType.NotePushFailed, Start.AddMinutes(4), "Too many requests"),
                Failure(EventType.PatientSearchFailed, Start.AddMinutes(9), "Request timed out", ehr: Ehr.Nookal),
            ], Cancel);
    }
}

public sealed class ErrorGroupStoreOnSqlite() : ErrorGroupStoreContract(Engine.Sqlite);

public sealed class ErrorGroupStoreOnSqlServer() : ErrorGroupStoreContract(Engine.SqlServer);
