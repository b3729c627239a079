using System.Data.Common;
using System.Globalization;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;

namespace Motics.Support.Data.Audit;

/// <summary>Reads what people call those who stand in the audit, and what was acted on.</summary>
public sealed class AuditNaming(Database database)
{
    private const string SelectPeople = "SELECT id AS Id, name AS Name FROM person";
    private const string SelectOrganisations = "SELECT id AS Id, name AS Name FROM organisation WHERE name IS NOT NULL AND id IN @ids";
    private const string SelectTickets = "SELECT t.number AS Number, COALESCE(o.name, o.id) AS Name FROM ticket t JOIN organisation o ON o.id = t.organisation_id WHERE t.number IN @numbers";
    private const string SelectEscalations = "SELECT e.number AS Number, COALESCE(o.name, o.id) AS Name FROM escalation e JOIN organisation o ON o.id = e.organisation_id WHERE e.number IN @numbers";
    private const string SelectErrors = "SELECT id AS Id, title AS Name FROM error_group WHERE id IN @ids";

    /// <summary>All people that are known, and the targets of these lines. Refused when the actor may not.</summary>
    public async Task<Outcome<AuditNames>> ReadAsync(IEnumerable<AuditLine> lines, Actor actor, CancellationToken cancellationToken) =>
        actor.May(Permission.ReadAudit) ? await ReadAsync(lines, cancellationToken).ConfigureAwait(false) : new Refusal.Denied(Permission.ReadAudit);

    internal Task<AuditNames> ReadAsync(IEnumerable<AuditLine> lines, CancellationToken cancellationToken)
    {
        var targets = lines.Select(line => line.Entry.Target.Split(':', 2)).Where(parts => parts.Length == 2).ToLookup(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        return database.ReadAsync(async connection =>
        {
            var people = await connection.QueryAsync<Row>(new CommandDefinition(SelectPeople, cancellationToken: cancellationToken)).ConfigureAwait(false);
            Dictionary<string, string> names = new(StringComparer.Ordinal);
            await ByIdAsync(connection, SelectOrganisations, "organisation", targets, names, cancellationToken).ConfigureAwait(false);
            await ByIdAsync(connection, SelectErrors, "error", targets, names, cancellationToken).ConfigureAwait(false);
            await ByNumberAsync(connection, SelectTickets, "ticket", targets, names, cancellationToken).ConfigureAwait(false);
            await ByNumberAsync(connection, SelectEscalations, "escalation", targets, names, cancellationToken).ConfigureAwait(false);
            return new AuditNames(people.ToDictionary(person => person.Id, person => person.Name, StringComparer.Ordinal), names);
        }, cancellationToken);
    }

    private static Task ByIdAsync(
        DbConnection connection, string statement, string kind, ILookup<string, string> targets, Dictionary<string, string> names, CancellationToken cancellationToken)
    {
        var ids = targets[kind].Distinct(StringComparer.Ordinal).ToList();
        return ids.Count == 0 ? Task.CompletedTask : AddAsync(connection, new CommandDefinition(statement, new { ids }, cancellationToken: cancellationToken), row => $"{kind}:{row.Id}", names);
    }

    private static Task ByNumberAsync(
        DbConnection connection, string statement, string kind, ILookup<string, string> targets, Dictionary<string, string> names, CancellationToken cancellationToken)
    {
        var numbers = targets[kind].Select(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(number => number > 0).Distinct().ToList();
        return numbers.Count == 0
            ? Task.CompletedTask
            : AddAsync(connection, new CommandDefinition(statement, new { numbers }, cancellationToken: cancellationToken), row => string.Create(CultureInfo.InvariantCulture, $"{kind}:{row.Number}"), names);
    }

    private static async Task AddAsync(DbConnection connection, CommandDefinition command, Func<Row, string> target, Dictionary<string, string> names)
    {
        foreach (var row in await connection.QueryAsync<Row>(command).ConfigureAwait(false))
        {
            names[target(row)] = row.Name;
        }
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public long Number { get; init; }
        public string Name { get; init; } = "";
    }
}
