using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Escalations;
using Motics.Support.Data.Tickets;

namespace Motics.Support.Data.Tests.Tickets;

/// <summary>A database with some organisations, and the stores of tickets and escalations on it.</summary>
internal sealed class TicketDatabase : IAsyncDisposable
{
    private const string InsertOrganisation = """
        INSERT INTO organisation (id, name, name_folded, search_folded, own_ehr, stamps, health, health_rank, health_reason, health_since_at,
          keys_since_migration, keys_failed_since_migration, keys_distinct_since_migration)
        VALUES (@id, @name, @name, @name, 'cliniko', '{}', @health, @rank, 'told by the test', @since, 0, 0, 0)
        """;

    private readonly TemporaryDatabase temporary;

    private TicketDatabase(TemporaryDatabase temporary)
    {
        this.temporary = temporary;
        var audit = new AuditTrail(temporary.Database);
        Tickets = new(temporary.Database, audit);
        Escalations = new(temporary.Database, audit);
        Home = new(temporary.Database);
        Audit = new(temporary.Database);
    }

    public static DateTimeOffset Now => TemporaryDatabase.Start;

    public static Person Sam { get; } = new("sam", "Sam Agent");

    public static Person Kim { get; } = new("kim", "Kim Agent");

    public Database Database => temporary.Database;

    public TicketStore Tickets { get; }

    public EscalationStore Escalations { get; }

    public HomeStore Home { get; }

    public AuditStore Audit { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<TicketDatabase> CreateAsync(Engine engine = Engine.Sqlite)
    {
        var created = new TicketDatabase(await TemporaryDatabase.CreateAsync(engine));
        await created.AddOrganisationAsync("harbour", Health.NeedsKey);
        return created;
    }

    public Task AddOrganisationAsync(string id, Health health) =>
        Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(InsertOrganisation, new
        {
            id,
            name = "Clinic " + id,
            health = Kebab.Name(health),
            rank = health.Urgency(),
            since = UnixTime.Of(Now.AddHours(-2)),
        }, transaction), Cancel);

    public Task SetHealthAsync(string id, Health health) =>
        Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            "UPDATE organisation SET health = @health WHERE id = @id", new { id, health = Kebab.Name(health) }, transaction), Cancel);

    public Task<T?> ScalarAsync<T>(string sql, object? values = null) =>
        Database.ReadAsync(connection => connection.ExecuteScalarAsync<T>(sql, values), Cancel);

    /// <summary>A kept ticket, made the way the desk makes one.</summary>
    public async Task<Ticket> AddTicketAsync(Func<Ticket, Ticket>? with = null, string? requestId = null)
    {
        var number = await Tickets.CreateAsync(requestId, next => Changed((with ?? (ticket => ticket))(New(next))), Cancel);
        return (await Tickets.FindAsync(number, Cancel))!.Ticket;
    }

    public static Ticket New(long number) => new()
    {
        Number = number,
        OrganisationId = "harbour",
        Subject = "Notes do not push",
        CreatedAt = Now,
        CreatedBy = Sam,
        UpdatedAt = Now,
        TouchedAt = Now,
        HealthWhenTouched = Health.NeedsKey,
    };

    /// <summary>The change that leads to this ticket, with one line of activity and one of audit.</summary>
    public static TicketChange Changed(Ticket ticket, string text = "did something") => new()
    {
        Ticket = ticket,
        Activity = [new($"{ticket.Number}.{ticket.Version:D6}.000", ticket.Number, ticket.OrganisationId, ticket.Version, ticket.UpdatedAt, Sam, TicketActivityKind.Edited, text)],
        Audit = [new(ticket.UpdatedAt, Sam.Id, "ticket.edit", $"ticket:{ticket.Number}", "done", text)],
        People = [Sam],
    };

    public ValueTask DisposeAsync() => temporary.DisposeAsync();
}
