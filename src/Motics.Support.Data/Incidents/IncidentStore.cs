using System.Data.Common;
using System.Globalization;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;
using Motics.Support.Data.Audit;

namespace Motics.Support.Data.Incidents;

/// <summary>Trouble at providers, suspected and confirmed.</summary>
public sealed class IncidentStore(Database database, TimeProvider clock)
{
    private const string Columns = "id AS Id, ehr AS Ehr, place AS Place, status AS Status, since_at AS SinceAt, until_at AS UntilAt, evidence AS Evidence";
    private const string SelectAll = $"SELECT {Columns} FROM incident WHERE 1 = 1";
    private const string ByEhr = " AND ehr IN @ehrs";
    private const string ByStatus = " AND status IN @statuses";
    private const string AfterRow = " AND since_at <= @since AND (since_at < @since OR id < @id)";
    private const string NewestFirst = " ORDER BY since_at DESC, id DESC ";
    private const string SelectActive = $"SELECT {Columns} FROM incident WHERE status <> 'over' AND since_at <= @now AND (until_at IS NULL OR until_at > @now) ORDER BY since_at DESC, id DESC";
    private const string Update = "UPDATE incident SET ehr = @ehr, place = @place, status = @status, since_at = @since, until_at = @until, evidence = @evidence WHERE id = @id";
    private const string Insert = "INSERT INTO incident (id, ehr, place, status, since_at, until_at, evidence) VALUES (@id, @ehr, @place, @status, @since, @until, @evidence)";

    private const string ReasonsDue = "UPDATE reason_due SET due_at = @now WHERE due_at > @now AND organisation_id IN (SELECT o.id FROM organisation o WHERE o.own_ehr = @ehr)";

    private readonly AuditTrail audit = new(database);

    /// <summary>A page, newest first, those that are over included. Refused when the actor may not, or limit or cursor are no good.</summary>
    public async Task<Outcome<Page<Incident>>> ListAsync(IncidentQuery query, Actor actor, CancellationToken cancellationToken) =>
        actor.May(Permission.ReadIncidents) ? await ListAsync(query, cancellationToken).ConfigureAwait(false) : new Refusal.Denied(Permission.ReadIncidents);

    internal async Task<Outcome<Page<Incident>>> ListAsync(IncidentQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (ehrs, statuses) = (query.Ehrs.Select(Kebab.Name).Order().ToList(), query.Statuses.Select(Kebab.Name).Order().ToList());
        var scope = Scope(query);
        var limit = PageLimit.Check(query.Limit);
        var cursor = Cursor.Read(query.Cursor, scope, CursorKey.Number, CursorKey.Text);
        if ((limit.Refusal ?? cursor.Refusal) is { } refusal)
        {
            return refusal;
        }

        var (since, id) = cursor.Value is [{ } first, { } second] ? (first, second) : ("0", "");
        var statement = SelectAll + (ehrs.Count > 0 ? ByEhr : "") + (statuses.Count > 0 ? ByStatus : "") + (id.Length > 0 ? AfterRow : "") + NewestFirst + database.Dialect.Take;
        var values = new { ehrs, statuses, since = Cursor.Number(since), id, take = limit.Value + 1 };
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<Row>(new CommandDefinition(statement, values, cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
        return Page.Of(Incidents(rows), limit.Value, incident => Cursor.Write(scope, UnixTime.Of(incident.Since).ToString(CultureInfo.InvariantCulture), incident.Id));
    }

    internal static string Scope(IncidentQuery query) =>
        $"incidents\n{string.Join(',', query.Ehrs.Select(Kebab.Name).Order())}\n{string.Join(',', query.Statuses.Select(Kebab.Name).Order())}";

    /// <summary>Those that last now, newest first. Refused when the actor may not.</summary>
    public async Task<Outcome<IReadOnlyList<Incident>>> ActiveAsync(Actor actor, CancellationToken cancellationToken) =>
        actor.May(Permission.ReadIncidents) ? (await ActiveAsync(cancellationToken).ConfigureAwait(false)).ToList() : new Refusal.Denied(Permission.ReadIncidents);

    internal Task<IReadOnlyList<Incident>> ActiveAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => ActiveAsync(connection, clock.GetUtcNow(), cancellationToken), cancellationToken);

    /// <summary>Keeps an incident, new or changed, with a line of the audit: the console itself finds them.</summary>
    public Task SaveAsync(Incident incident, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(incident);
        // Small letters throughout: SQLite tells @id from @Id.
        var values = new
        {
            id = incident.Id,
            ehr = Kebab.Name(incident.Ehr),
            place = incident.Place,
            status = Kebab.Name(incident.Status),
            since = UnixTime.Of(incident.Since),
            until = UnixTime.Of(incident.Until),
            evidence = incident.Evidence,
        };
        return database.WriteAsync(async (connection, transaction) =>
        {
            if (await connection.ExecuteAsync(new CommandDefinition(Update, values, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false) == 0)
            {
                await connection.ExecuteAsync(new CommandDefinition(Insert, values, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
            }

            // Those that work are not due, and an outage changes nothing for them.
            await connection.ExecuteAsync(new CommandDefinition(ReasonsDue, new { ehr = values.ehr, now = UnixTime.Of(clock.GetUtcNow()) }, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
            var entry = new AuditEntry(clock.GetUtcNow(), Actor.System.Id, "incident.save", $"incident:{incident.Id}", AuditEntry.Done, values.status);
            await audit.AppendAsync(connection, transaction, entry, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    internal static async Task<IReadOnlyList<Incident>> ActiveAsync(DbConnection connection, DateTimeOffset now, CancellationToken cancellationToken) =>
        Incidents(await connection.QueryAsync<Row>(new CommandDefinition(SelectActive, new { now = UnixTime.Of(now) }, cancellationToken: cancellationToken)).ConfigureAwait(false));

    private static IReadOnlyList<Incident> Incidents(IEnumerable<Row> rows) => [.. rows.Select(row => row.ToIncident())];

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Ehr { get; init; } = "";

        public string? Place { get; init; }

        public string Status { get; init; } = "";

        public long SinceAt { get; init; }

        public long? UntilAt { get; init; }

        public string Evidence { get; init; } = "";

        public Incident ToIncident() => new(
            Id, Kebab.Parse<Ehr>(Ehr)!.Value, Place, Kebab.Parse<IncidentStatus>(Status)!.Value, UnixTime.Time(SinceAt), UnixTime.Time(UntilAt), Evidence);
    }
}
