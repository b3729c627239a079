using System.Data.Common;
using System.Globalization;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Search;
using Motics.Support.Core.Tickets;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Data.Search;

/// <summary>
/// The search at the top of every page: organisations by name or id, tickets by number or subject, escalations by number, a correlation id to
/// its organisation, error groups by id. Only what the actor may read, only a few of each.
/// </summary>
public sealed class SearchStore(Database database, OrganisationStore organisations)
{
    private const int FewOfEach = 6;
    private const int LongestText = 200;

    // Tickets are few beside events; their subjects are compared one by one, newest first.
    private const string SelectTickets = """
        SELECT t.number AS Number, t.subject AS Title, COALESCE(o.name, o.id) AS Organisation, o.id AS OrganisationId, t.status AS Status
        FROM ticket t JOIN organisation o ON o.id = t.organisation_id WHERE
        """ + " ";

    private const string SelectTicketByNumber = SelectTickets + "t.number = @number";

    private const string NewestTickets = " ORDER BY t.number DESC ";

    private const string SelectEscalation = """
        SELECT e.number AS Number, t.subject AS Title, COALESCE(o.name, o.id) AS Organisation, o.id AS OrganisationId, e.status AS Status
        FROM escalation e JOIN ticket t ON t.number = e.ticket_number JOIN organisation o ON o.id = t.organisation_id WHERE e.number = @number
        """;

    private const string SelectByCorrelation = """
        SELECT DISTINCT o.id AS Id, COALESCE(o.name, o.id) AS Title, o.id AS OrganisationId
        FROM event e JOIN organisation o ON o.id = e.organisation_id WHERE e.correlation_id = @text ORDER BY o.id
        """ + " ";

    private const string SelectErrorGroup = "SELECT id AS Id, title AS Title FROM error_group WHERE id = @text";

    /// <summary>What was found, the surest first; empty for blank text.</summary>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string? text, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var asked = text?.Trim() ?? "";
        if (asked.Length is 0 or > LongestText)
        {
            return [];
        }

        var exact = await database.ReadAsync(connection => ExactAsync(connection, asked, actor, cancellationToken), cancellationToken).ConfigureAwait(false);
        var clinics = actor.May(Permission.ReadOrganisations) ? await OrganisationsAsync(asked, cancellationToken).ConfigureAwait(false) : [];
        var subjects = actor.May(Permission.ReadTickets)
            ? await database.ReadAsync(connection => SubjectsAsync(connection, asked, cancellationToken), cancellationToken).ConfigureAwait(false)
            : [];
        var about = await AboutAsync([.. exact.Concat(subjects)], actor, cancellationToken).ConfigureAwait(false);
        return [.. about.Take(exact.Count).Concat(clinics).Concat(about.Skip(exact.Count)).DistinctBy(hit => (hit.Kind, hit.Id))];
    }

    // Tickets, escalations and references of errors say whose they are: the state of that clinic stands beside them.
    private async Task<IReadOnlyList<SearchHit>> AboutAsync(IReadOnlyList<Found> found, Actor actor, CancellationToken cancellationToken)
    {
        var ids = found.Select(one => one.OrganisationId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var rows = ids.Count > 0 && actor.May(Permission.ReadOrganisations) ? await organisations.RowsAsync(ids, cancellationToken).ConfigureAwait(false) : [];
        var clinics = rows.ToDictionary(row => row.Id, SearchClinic.Of, StringComparer.Ordinal);
        return [.. found.Select(one => one.Hit with { Clinic = one.OrganisationId is { } id ? clinics.GetValueOrDefault(id) : null })];
    }

    private async Task<IReadOnlyList<SearchHit>> OrganisationsAsync(string text, CancellationToken cancellationToken)
    {
        var page = await organisations.ListAsync(new OrganisationQuery { Search = text, Limit = FewOfEach }, cancellationToken).ConfigureAwait(false);
        // An id is shown only to tell two of one name apart.
        var alike = page.Value!.Items.GroupBy(row => row.Title, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. page.Value.Items.Select(row => new SearchHit(SearchHitKind.Organisation, row.Id, row.Title, alike.Contains(row.Title) ? row.Id : null) { Clinic = SearchClinic.Of(row) })];
    }

    private async Task<List<Found>> ExactAsync(DbConnection connection, string text, Actor actor, CancellationToken cancellationToken)
    {
        var hits = new List<Found>();
        if (NumberIn(text) is { } number)
        {
            hits.AddRange(await NumberedAsync(connection, number, actor, cancellationToken).ConfigureAwait(false));
        }

        if (actor.May(Permission.ReadOrganisations))
        {
            var found = await RowsAsync(connection, SelectByCorrelation + database.Dialect.Take, new { text, take = FewOfEach }, cancellationToken).ConfigureAwait(false);
            hits.AddRange(found.Select(row => new Found(new SearchHit(SearchHitKind.Event, row.Id, row.Title, text), row.OrganisationId)));
        }

        if (actor.May(Permission.ReadErrors))
        {
            var found = await RowsAsync(connection, SelectErrorGroup, new { text }, cancellationToken).ConfigureAwait(false);
            hits.AddRange(found.Select(row => new Found(new SearchHit(SearchHitKind.ErrorGroup, row.Id, row.Title, null), null)));
        }

        return hits;
    }

    private static async Task<IEnumerable<Found>> NumberedAsync(DbConnection connection, long number, Actor actor, CancellationToken cancellationToken)
    {
        var tickets = actor.May(Permission.ReadTickets) ? await RowsAsync(connection, SelectTicketByNumber, new { number }, cancellationToken).ConfigureAwait(false) : [];
        var escalations = actor.May(Permission.ReadEscalations) ? await RowsAsync(connection, SelectEscalation, new { number }, cancellationToken).ConfigureAwait(false) : [];
        return tickets.Select(row => row.ToTicket()).Concat(escalations.Select(row => row.ToEscalation()));
    }

    private async Task<IReadOnlyList<Found>> SubjectsAsync(DbConnection connection, string text, CancellationToken cancellationToken)
    {
        var folded = TextFolding.Fold(text);
        if (folded.Length == 0)
        {
            return [];
        }

        var statement = SelectTickets + database.Dialect.Contains("t.subject_folded") + NewestTickets + database.Dialect.Take;
        var rows = await RowsAsync(connection, statement, new { part = folded, take = FewOfEach }, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToTicket())];
    }

    private static async Task<IEnumerable<Row>> RowsAsync(DbConnection connection, string statement, object values, CancellationToken cancellationToken) =>
        await connection.QueryAsync<Row>(new CommandDefinition(statement, values, cancellationToken: cancellationToken)).ConfigureAwait(false);

    // People write 1043, #1043 and E-17.
    private static long? NumberIn(string text) =>
        long.TryParse(text.TrimStart('#', 'E', 'e', 'T', 't', '-'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed class Row
    {
        public long Number { get; init; }
        public string Id { get; init; } = "";
        public string Title { get; init; } = "";
        public string? Organisation { get; init; }
        public string? OrganisationId { get; init; }
        public string? Status { get; init; }

        public Found ToTicket() => new(ToHit(SearchHitKind.Ticket) with { Ticket = Kebab.Parse<TicketStatus>(Status) }, OrganisationId);

        public Found ToEscalation() => new(ToHit(SearchHitKind.Escalation) with { Escalation = Kebab.Parse<EscalationStatus>(Status) }, OrganisationId);

        private SearchHit ToHit(SearchHitKind kind) => new(kind, Number.ToString(CultureInfo.InvariantCulture), Title, Organisation);
    }

    private sealed record Found(SearchHit Hit, string? OrganisationId);
}
