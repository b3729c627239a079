using Dapper;
using Motics.Support.Data.Live;
using Motics.Support.Data.Tests.Tickets;

namespace Motics.Support.Data.Tests.Live;

/// <summary>What a transaction wrote is told once it is committed, once, and by no other way.</summary>
public abstract class FeedContract(Engine engine)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_Committed_TellsWhatItWroteOnce()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var told = Listen(database.Database);
        await database.AddTicketAsync();
        Assert.Equal([LiveTopic.Organisation("harbour"), LiveTopic.Ticket(1001)], Assert.Single(told).OrderBy(topic => topic.Kind));
    }

    [Fact]
    public async Task Write_RolledBack_TellsNobody()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var told = Listen(database.Database);
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Database.WriteAsync((_, transaction) =>
        {
            transaction.Wrote(LiveTopic.Ticket(7));
            throw new InvalidOperationException("in between");
        }, Cancel));
        Assert.Empty(told);
    }

    [Fact]
    public async Task Write_TriedAgain_TellsOnlyWhatTheLastTryWrote()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var (told, tries) = (Listen(database.Database), 0);
        await database.Database.WriteAsync(async (connection, transaction) =>
        {
            transaction.Wrote(LiveTopic.Ticket(++tries));
            if (tries == 1)
            {
                await connection.ExecuteAsync("INSERT INTO lease (name, holder, until_at) VALUES ('a', 'here', 1)", transaction: transaction);
                await connection.ExecuteAsync("INSERT INTO lease (name, holder, until_at) VALUES ('a', 'there', 1)", transaction: transaction);
            }
        }, Cancel);
        Assert.Equal([LiveTopic.Ticket(2)], Assert.Single(told));
    }

    [Fact]
    public async Task Save_SomebodyWasFaster_TellsNobody()
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var ticket = await database.AddTicketAsync();
        var told = Listen(database.Database);
        Assert.False(await database.Tickets.SaveAsync(TicketDatabase.Changed(ticket with { Version = ticket.Version + 2 }), Cancel));
        Assert.Empty(told);
    }

    private static List<IReadOnlyCollection<LiveTopic>> Listen(Database database)
    {
        var told = new List<IReadOnlyCollection<LiveTopic>>();
        database.Changed += told.Add;
        return told;
    }
}

public sealed class FeedOnSqlite() : FeedContract(Engine.Sqlite);

public sealed class FeedOnSqlServer() : FeedContract(Engine.SqlServer);
