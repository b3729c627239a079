using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;

namespace Motics.Support.Data.Tests.Tickets;

/// <summary>The list says of every ticket what Core says of it: generated tickets over generated connections.</summary>
public abstract class TicketWakingContract(Engine engine)
{
    private const int Cases = 600;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task List_OfWokenTickets_HoldsExactlyThoseThatCoreWakes(int seed)
    {
        await using var database = await TicketDatabase.CreateAsync(engine);
        var random = new Random(seed);
        var expected = new Dictionary<long, (ProvenBy? ProvenBy, IReadOnlyList<WakeReason> Woken)>();
        for (var index = 0; index < Cases; index++)
        {
            var (id, seen) = ($"clinic-{index}", Seen(random));
            await database.AddOrganisationAsync(id, Health.Connected);
            await database.SetConnectionAsync(id, seen);
            var ticket = await database.AddTicketAsync(ticket => Generated(random, ticket) with { OrganisationId = id });
            var counted = seen.MigratedAt > TicketDatabase.Now ? seen with { MigratedAt = null } : seen;
            expected[ticket.Number] = (ticket.Complaint?.AnsweredBy(counted), TicketWaking.Reasons(ticket, counted, TicketDatabase.Now));
        }

        var all = await RowsAsync(database, new());
        Assert.Equal(Cases, all.Count);
        Assert.All(all, row => Assert.Equal(expected[row.Ticket.Number].ProvenBy, row.ProvenBy));
        Assert.All(all, row => Assert.Equal(expected[row.Ticket.Number].Woken, row.Woken));
        var woken = await RowsAsync(database, new() { Woken = true });
        Assert.Equal(expected.Where(one => one.Value.Woken.Count > 0).Select(one => one.Key).Order(), woken.Select(row => row.Ticket.Number).Order());
        // Neither side may be right by being silent.
        Assert.InRange(expected.Values.Count(one => one.Woken.Contains(WakeReason.ComplaintAnswered)), Cases / 20, Cases / 2);
        Assert.Contains(expected.Values, one => one.ProvenBy is not null && one.Woken.Count == 0);
    }

    private static Ticket Generated(Random random, Ticket ticket) => ticket with
    {
        Status = random.Next(8) == 0 ? TicketStatus.Closed : TicketStatus.Open,
        Complaint = random.Next(10) == 0 ? null : new(Time(random)!.Value, Proofs(random)),
        AnsweredWhenTouched = random.Next(5) == 0,
        RemindAt = random.Next(12) == 0 ? Time(random) : null,
        ReturnedAt = random.Next(20) == 0 ? TicketDatabase.Now : null,
    };

    // One or two proofs, each any of the sixteen that can be.
    private static int Proofs(Random random) => Enumerable.Range(0, random.Next(1, 3)).Aggregate(0, (bits, _) => bits | (1 << random.Next(16)));

    private static ProofTimes Seen(Random random) => new()
    {
        SearchedAt = Maybe(random, 8),
        PushedAt = Maybe(random, 8),
        VerifiedAt = Maybe(random, 6),
        FailedAt = Maybe(random, 2),
        KeySavedAt = Maybe(random, 4),
        MigratedAt = Maybe(random, 4),
    };

    private static DateTimeOffset? Maybe(Random random, int outOfTen) => random.Next(10) < outOfTen ? Time(random) : null;

    // Few moments, so that many fall together; some lie ahead.
    private static DateTimeOffset? Time(Random random) => TicketDatabase.Now.AddMinutes(random.Next(-9, 3));

    private static async Task<List<TicketItem>> RowsAsync(TicketDatabase database, TicketQuery query)
    {
        var rows = new List<TicketItem>();
        for (string? cursor = null; ;)
        {
            var page = (await database.Tickets.ListAsync(query with { Cursor = cursor, Limit = 200 }, TicketDatabase.Now, Cancel)).Value!;
            rows.AddRange(page.Items);
            if ((cursor = page.Next) is null)
            {
                Assert.Equal(page.Total, rows.Count);
                return rows;
            }
        }
    }
}

public sealed class TicketWakingOnSqlite() : TicketWakingContract(Engine.Sqlite);

public sealed class TicketWakingOnSqlServer() : TicketWakingContract(Engine.SqlServer);
