using System.Data.Common;
using Dapper;
using Motics.Support.Core.Tickets;
using Motics.Support.Data.Live;

namespace Motics.Support.Data.Access;

/// <summary>Who has a page open now, on whichever node. Whoever stops saying so is gone after <see cref="Lease"/>.</summary>
public sealed class PresenceStore(Database database, TimeProvider clock)
{
    /// <summary>How long somebody counts as there after they last said so.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(50);

    private const string Renew = "UPDATE presence SET seen_at = @now WHERE page = @page AND visit = @visit";
    private const string Begin = "INSERT INTO presence (page, visit, person_id, person_name, seen_at) VALUES (@page, @visit, @personId, @personName, @now)";
    private const string Forget = "DELETE FROM presence WHERE seen_at <= @gone";
    private const string End = "DELETE FROM presence WHERE page = @page AND visit = @visit";

    private const string Others = """
        SELECT person_id AS Id, MIN(person_name) AS Name FROM presence
        WHERE page = @page AND seen_at > @gone AND person_id <> @personId GROUP BY person_id ORDER BY MIN(person_name), person_id
        """;

    /// <summary>Says that this person has the page open; gives the other people who have, each once, by name.</summary>
    /// <param name="page">Such as <c>ticket:1043</c>.</param>
    /// <param name="visit">One open page: the same person may have it open twice.</param>
    /// <param name="person">Who.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<IReadOnlyList<Person>> SayAsync(string page, string visit, Person person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        var values = Values(page, visit, person);
        return database.WriteAsync(async (connection, transaction) =>
        {
            if (await connection.ExecuteAsync(new CommandDefinition(Renew, values, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false) == 0)
            {
                await connection.ExecuteAsync(new CommandDefinition(Forget, values, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
                await connection.ExecuteAsync(new CommandDefinition(Begin, values, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
                transaction.Wrote(LiveTopic.Presence(page));
            }

            return await OthersAsync(connection, transaction, values, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>The other people who have the page open, each once, by name.</summary>
    public Task<IReadOnlyList<Person>> OthersAsync(string page, Person person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        var values = Values(page, "", person);
        return database.ReadAsync(connection => OthersAsync(connection, null, values, cancellationToken), cancellationToken);
    }

    /// <summary>The page was left.</summary>
    public Task LeaveAsync(string page, string visit, CancellationToken cancellationToken) => database.WriteAsync((connection, transaction) =>
    {
        transaction.Wrote(LiveTopic.Presence(page));
        return connection.ExecuteAsync(new CommandDefinition(End, new { page, visit }, transaction, cancellationToken: cancellationToken));
    }, cancellationToken);

    private static async Task<IReadOnlyList<Person>> OthersAsync(DbConnection connection, DbTransaction? transaction, object values, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(Others, values, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return [.. rows.Select(row => new Person(row.Id, row.Name))];
    }

    private object Values(string page, string visit, Person person)
    {
        var now = clock.GetUtcNow();
        return new { page, visit, personId = person.Id, personName = person.Name, now = UnixTime.Of(now), gone = UnixTime.Of(now - Lease) };
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
    }
}
