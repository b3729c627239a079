using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Escalations;
using Motics.Support.Data.Tickets;

namespace Motics.Support.Data.Tests.Tickets;

/// <summary>A database with some organisations, and the stores of tickets and escalations on it.</summary>
internal sealed class TicketDatabase : IAsyncDisposable
{
    private const string InsertOrganisation = """
        INSERT INTO organisation (id, name, name_folded, search_folded, own_ehr, stamps, health, health_rank, health_reason, health_since_at,
          keys_since_migration, keys_failed_since_migration, keys_distinct_since_migration, folding)
        VALUES (@id, @name, @name, @name, 'cliniko', '{}', @health, @rank, 'told by the test', @since, 0, 0, 0, 2)
        """;

    private const string InsertConnection = """
        INSERT INTO connection (organisation_id, ehr, search_success_at, push_success_at, verify_success_at, deciding_failure_at, last_key_at,
          searches_since_migration, searches_empty_since_migration)
        VALUES (@id, @ehr, @searched, @pushed, @verified, @failed, @key, 0, 0)
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

    public string File => temporary.File;

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

    public Task AddOrganisationAsync(string id, Health health) => AddOrganisationsAsync([id], health);

    /// <summary>Many in one transaction.</summary>
    public Task AddOrganisationsAsync(IEnumerable<string> ids, Health health) =>
        Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(InsertOrganisation, ids.Select(id => new
        {
            id,
            name = "Clinic " + id,
            health = Kebab.Name(health),
            rank = health.Urgency(),
            since = UnixTime.Of(Now.AddHours(-2)),
        }), transaction), Cancel);

    public Task SetHealthAsync(string id, Health health) =>
        Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            "UPDATE organisation SET health = @health WHERE id = @id", new { id, health = Kebab.Name(health) }, transaction), Cancel);

    /// <summary>What the organisation's connection to its own EHR has shown.</summary>
    public Task SetConnectionAsync(string id, ProofTimes seen, string ehr = "cliniko") =>
        Database.WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync("DELETE FROM connection WHERE organisation_id = @id AND ehr = @ehr", new { id, ehr }, transaction);
            await connection.ExecuteAsync("UPDATE organisation SET migrated_at = @migrated WHERE id = @id", new { id, migrated = UnixTime.Of(seen.MigratedAt) }, transaction);
            await connection.ExecuteAsync(InsertConnection, new
            {
                id,
                ehr,
                searched = UnixTime.Of(seen.SearchedAt),
                pushed = UnixTime.Of(seen.PushedAt),
                verified = UnixTime.Of(seen.VerifiedAt),
                failed = UnixTime.Of(seen.FailedAt),
                key = UnixTime.Of(seen.KeySavedAt),
            }, transaction);
            return 0;
        }, Cancel);

    /// <summary>A key is saved; a stamp sorts by its time.</summary>
    public Task SaveKeyAsync(string id, string fingerprint, DateTimeOffset at, string ehr = "cliniko") =>
        Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            "INSERT INTO key_entry (organisation_id, ehr, stamp, saved_at, fingerprint) VALUES (@id, @ehr, @stamp, @at, @fingerprint)",
            new { id, ehr, stamp = $"{UnixTime.Of(at):D15}", at = UnixTime.Of(at), fingerprint }, transaction), Cancel);

    public Task<T?> ScalarAsync<T>(string sql, object? values = null) =>
        Database.ReadAsync(connection => connection.ExecuteScalarAsync<T>(sql, values), Cancel);

    /// <summary>A kept ticket, made the way the desk makes one.</summary>
    public async Task<Ticket> AddTicketAsync(Func<Ticket, Ticket>? with = null, string? requestId = null)
    {
        var (number, _) = await Tickets.CreateAsync(requestId, next => Changed((with ?? (ticket => ticket))(New(next))), Cancel);
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
