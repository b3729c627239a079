using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core.Access;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Search;
using Motics.Support.Core.Tickets;
using Motics.Support.Data.Events;
using Motics.Support.Data.Search;
using Motics.Support.Data.Tests.Organisations;
using static Motics.Support.Data.Tests.Events.EventMaker;

namespace Motics.Support.Data.Tests.Search;

public abstract class SearchStoreContract(Engine engine) : OrganisationContract(engine)
{
    private static readonly Actor Anna = new("anna", "Anna", Grants.ByRole[Grants.Agent]);

    [Theory]
    [InlineData("harb", "Organisation:harbour")]
    [InlineData("1043", "Ticket:1043 Escalation:1043")]
    [InlineData("#1043", "Ticket:1043 Escalation:1043")]
    [InlineData("PUSHING", "Ticket:1043")]
    [InlineData("ZOE'S ØRE", "Ticket:1043")]
    [InlineData("zoë", "Ticket:1043")]
    [InlineData("corr-77", "Event:harbour")]
    [InlineData("", "")]
    [InlineData("%", "")]
    [InlineData("nothing like it", "")]
    public async Task Find_Text_FindsEachKind(string text, string expected)
    {
        await PrepareAsync();
        Assert.Equal(expected, string.Join(' ', (await FindAsync(text, Anna)).Select(hit => $"{hit.Kind}:{hit.Id}")));
    }

    [Fact]
    public async Task Find_ErrorGroupId_FindsTheGroup()
    {
        await PrepareAsync();
        var id = (await Temporary.Database.ReadAsync(connection => connection.QueryAsync<string>("SELECT id FROM error_group"), Cancel)).Single();
        Assert.Equal((SearchHitKind.ErrorGroup, id), (await FindAsync(id, Anna)).Select(hit => (hit.Kind, hit.Id)).Single());
    }

    [Fact]
    public async Task Find_Hits_CarryTheStateOfTheirClinic()
    {
        await PrepareAsync();
        var harbour = (await FindAsync("harb", Anna)).Single();
        Assert.Equal((Ehr.Cliniko, "uk1", Health.NeedsKey), (harbour.Clinic!.Ehr, harbour.Clinic.Place, harbour.Clinic.Health));
        Assert.Equal(harbour.Clinic, (await FindAsync("corr-77", Anna)).Single().Clinic);

        var numbered = await FindAsync("1043", Anna);
        Assert.All(numbered, hit => Assert.Equal((Ehr.Nookal, "eu", Health.NeedsKey), (hit.Clinic!.Ehr, hit.Clinic.Place, hit.Clinic.Health)));
        Assert.Equal([(TicketStatus.Open, null), (null, EscalationStatus.Submitted)], numbered.Select(hit => (hit.Ticket, hit.Escalation)));
    }

    [Fact]
    public async Task Find_MayReadTicketsButNoOrganisations_SaysNothingOfTheClinic()
    {
        await PrepareAsync();
        var clerk = new Actor("clerk", "Clerk", new HashSet<Permission> { Permission.ReadTickets });
        Assert.Null((await FindAsync("1043", clerk)).Single().Clinic);
    }

    [Fact]
    public async Task Find_WithoutPermissions_FindsNothing()
    {
        await PrepareAsync();
        var nobody = new Actor("nobody", "Nobody", new HashSet<Permission>());
        foreach (var text in new[] { "harb", "1043", "corr-77" })
        {
            Assert.Empty(await FindAsync(text, nobody));
        }
    }

    private Task<IReadOnlyList<SearchHit>> FindAsync(string text, Actor actor) => new SearchStore(Temporary.Database, Store).FindAsync(text, actor, Cancel);

    private async Task PrepareAsync()
    {
        await InsertAsync(new Clinic("harbour", "Harbour Street") { Ehr = Ehr.Cliniko, Shard = "uk1" }, new Clinic("mill", "Mill Lane") { Ehr = Ehr.Nookal, Region = NookalRegion.Eu, Health = Health.NeedsKey });
        await using var events = new EventStore(Temporary.Database, Temporary.Clock, NullLogger<EventStore>.Instance);
        await events.AppendAsync([Failure(EventType.NotePushFailed, Start, "Authentication failed") with { Error = Error("Authentication failed") with { CorrelationId = "corr-77" } }], Cancel);
        await Temporary.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync("""
            INSERT INTO ticket (number, organisation_id, subject, subject_folded, status, answers, asked_again, checklist, version, created_at, created_by_id, created_by_name, updated_at, touched_at, health_when_touched)
            VALUES (1043, 'mill', 'Notes not pushing to Zoë''s Øre', 'notes not pushing to zoe''s ore', 'open', '{}', '[]', '[]', 1, 0, 'a', 'A', 0, 0, 'unknown');
            INSERT INTO escalation (number, ticket_number, organisation_id, status, verdict, submitted_at, submitted_by_id, submitted_by_name, questions, packet_json, packet_markdown, version, updated_at)
            VALUES (1043, 1043, 'mill', 'submitted', 'escalate', 0, 'a', 'A', '[]', '{}', '', 1, 0)
            """, transaction: transaction), Cancel);
    }
}

public sealed class SearchStoreOnSqlite() : SearchStoreContract(Engine.Sqlite);

public sealed class SearchStoreOnSqlServer() : SearchStoreContract(Engine.SqlServer);
