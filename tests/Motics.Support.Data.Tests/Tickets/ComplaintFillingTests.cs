using Dapper;
using Microsoft.Extensions.Time.Testing;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Data.Schema;

namespace Motics.Support.Data.Tests.Tickets;

/// <summary>Tickets that were there before complaints were kept get theirs with the migration, once.</summary>
public sealed class ComplaintFillingTests
{
    private const string AsBefore = """
        UPDATE ticket SET complaint_known = 0, complaint_at = NULL, complaint_proofs = NULL, complaint_about = NULL, answered_when_touched = 0, opening_at = NULL,
          opening_key_asked = NULL, opening_failing = NULL, key_exposed_at = NULL, key_exposed_in = NULL, key_exposed_by_id = NULL, key_exposed_by_name = NULL
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migration_OverOpenTickets_FillsWhatTheyComplainOf()
    {
        await using var database = await TicketDatabase.CreateAsync();
        var said = TicketDatabase.Now.AddHours(-1);
        var complained = await database.AddTicketAsync(ticket => Complaining(ticket, said) with { HealthWhenTouched = Health.Connected });
        var opened = await database.AddTicketAsync(ticket => ticket with { CreatedAt = said });
        var healthy = await database.AddTicketAsync(ticket => ticket with { HealthWhenTouched = Health.Connected });
        var closed = await database.AddTicketAsync(ticket => Complaining(ticket, said) with { Status = TicketStatus.Closed });
        await MigrateAsync(database);

        var filled = await FindAsync(database, complained);
        Assert.Equal((said, 1 << (int)ComplaintProof.NotePush, true), (filled.Complaint!.At, filled.Complaint.Proofs, filled.Complaint.AboutPushing));
        Assert.Null(filled.Opening);
        var asked = await FindAsync(database, opened);
        Assert.Equal(new(said, true, null), asked.Opening);
        Assert.Equal((said, 1 << (int)ComplaintProof.AnySuccess), (asked.Complaint!.At, asked.Complaint.Proofs));
        Assert.Equal((null, null), ((await FindAsync(database, healthy)).Complaint, (await FindAsync(database, healthy)).Opening));
        Assert.Null((await FindAsync(database, closed)).Complaint);
    }

    [Fact]
    public async Task Migration_OverATicketInWhichAKeyWasMasked_KeepsThatItWas()
    {
        await using var database = await TicketDatabase.CreateAsync();
        var said = TicketDatabase.Now.AddHours(-1);
        var ticket = await database.AddTicketAsync(ticket => ticket with
        {
            Subject = "They sent [key]",
            CreatedAt = said.AddHours(-1),
            Answers = new Dictionary<string, AgentAnswer> { ["errorText"] = new("it says [key]", said, TicketDatabase.Kim) },
        });
        await MigrateAsync(database);
        Assert.Equal(new(said, ExposedIn.Answer, TicketDatabase.Kim), (await FindAsync(database, ticket)).ExposedKey);
    }

    [Fact]
    public async Task Migration_RunAgain_LeavesWhatWasKeptSince()
    {
        await using var database = await TicketDatabase.CreateAsync();
        var ticket = await database.AddTicketAsync(ticket => Complaining(ticket, TicketDatabase.Now));
        await MigrateAsync(database);
        var changed = (await FindAsync(database, ticket)) with { Version = 2, Complaint = null };
        Assert.True(await database.Tickets.SaveAsync(TicketDatabase.Changed(changed), Cancel));
        await new SchemaMigrator(database.Database, new FakeTimeProvider(TicketDatabase.Now)).MigrateAsync(Cancel);
        Assert.Null((await FindAsync(database, ticket)).Complaint);
    }

    private static Ticket Complaining(Ticket ticket, DateTimeOffset at) =>
        ticket with { Answers = new Dictionary<string, AgentAnswer> { ["symptom"] = new("notes-not-pushing", at, TicketDatabase.Sam) } };

    private static async Task MigrateAsync(TicketDatabase database)
    {
        await database.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(AsBefore, transaction: transaction), Cancel);
        Assert.True((await new SchemaMigrator(database.Database, new FakeTimeProvider(TicketDatabase.Now)).MigrateAsync(Cancel)).Done);
    }

    private static async Task<Ticket> FindAsync(TicketDatabase database, Ticket ticket) => (await database.Tickets.FindAsync(ticket.Number, Cancel))!.Ticket;
}
