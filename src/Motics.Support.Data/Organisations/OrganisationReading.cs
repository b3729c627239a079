using System.Data.Common;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Data.Events;
using Motics.Support.Data.Incidents;

namespace Motics.Support.Data.Organisations;

/// <summary>Reads everything about one organisation, from rows that are kept folded: the cost does not grow with its events.</summary>
internal sealed class OrganisationReading(Database database)
{
    // Failures are counted no further: beyond it no rule asks for more.
    private const int MostFailures = 1000;
    private const int MostKeys = 200;
    private static readonly TimeSpan RepeatWindow = TimeSpan.FromHours(24);

    private const string SelectOrganisation = $"""
        SELECT {OrganisationWhole.Columns}, (SELECT COUNT(*) FROM ticket t WHERE t.organisation_id = o.id AND t.status IN {OrganisationFilter.OpenTicketStatuses}) AS OpenTickets
        FROM organisation o WHERE o.id = @id
        """;

    private const string SelectConnections = """
        SELECT ehr AS Ehr, enabled AS Enabled, switched_at AS SwitchedAt, last_success_at AS LastSuccessAt, last_failure AS LastFailure, recent_searches AS RecentSearches, searches_since_migration AS Searches, searches_empty_since_migration AS SearchesEmpty,
          last_copied_at AS LastCopiedAt, search_success_at AS SearchSuccessAt, push_success_at AS PushSuccessAt, verify_success_at AS VerifySuccessAt,
          operations AS Operations, unmended AS Unmended, last_failure_at AS LastFailureAt, last_key_at AS LastKeyAt, key_region AS KeyRegion, key_suffix AS KeySuffix
        FROM connection WHERE organisation_id = @id ORDER BY ehr
        """;

    private const string SelectKeys = """
        SELECT saved_at AS SavedAt, fingerprint AS Fingerprint, key_length AS Length, key_suffix AS Suffix, key_type AS KeyType, nookal_region AS NookalRegion,
          actor_role AS ActorRole, outcome AS Outcome, outcome_at AS OutcomeAt, outcome_kind AS OutcomeKind, first_success_at AS FirstSuccessAt,
          last_success_at AS LastSuccessAt, last_key_failure_at AS LastKeyFailureAt, last_deciding_failure_at AS LastDecidingFailureAt,
          undecided_at AS UndecidedAt, undecided_kind AS UndecidedKind
        FROM key_entry WHERE organisation_id = @id AND ehr = @ehr ORDER BY stamp DESC
        """ + " ";

    private const string SelectFailures = """
        SELECT e.seq FROM event e
        WHERE e.organisation_id = @id AND e.at > @after AND e.error_kind = @kind AND (e.ehr = @ehr OR e.ehr IS NULL)
        ORDER BY e.at DESC
        """ + " ";

    // The days one by one: the key of the counts begins with the day, and so each is one row.
    private const string CountCopies = """
        SELECT COALESCE(SUM(d.copies), 0) AS Notes, COUNT(DISTINCT d.day_at) AS Days FROM daily_count d
        WHERE d.day_at IN (@day0, @day1, @day2, @day3, @day4, @day5, @day6) AND d.organisation_id = @id AND d.ehr IN (@ehr, '') AND d.copies > 0
        """;

    /// <summary>Null when there is none. Writes only what a program of the edition before folded last: that is folded anew first.</summary>
    public async Task<OrganisationDetail?> FindAsync(string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (detail, isBehind) = await database.ReadAsync(connection => ReadAsync(connection, id, now, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (!isBehind)
        {
            return detail;
        }

        await Refolding.CatchAsync(database, id, now, cancellationToken).ConfigureAwait(false);
        return await database.ReadAsync(connection => FindAsync(connection, id, now, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same as it is stored.</summary>
    public async Task<OrganisationDetail?> FindAsync(DbConnection connection, string id, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await ReadAsync(connection, id, now, cancellationToken).ConfigureAwait(false)).Detail;

    private async Task<(OrganisationDetail? Detail, bool IsBehind)> ReadAsync(DbConnection connection, string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        CommandDefinition Command(string sql, object values) => new(sql, values, cancellationToken: cancellationToken);

        if (await connection.QueryFirstOrDefaultAsync<OrganisationWhole>(Command(SelectOrganisation, new { id })).ConfigureAwait(false) is not { } organisation)
        {
            return default;
        }

        var connections = (await connection.QueryAsync<ConnectionRow>(Command(SelectConnections, new { id })).ConfigureAwait(false)).AsList();
        var own = OrganisationState.OwnOf(Kebab.Parse<Ehr>(organisation.Ehr), connections.ToDictionary(each => each.Ehr, StringComparer.Ordinal));
        var rows = await connection.QueryAsync<KeyRow>(Command(SelectKeys + database.Dialect.Take, new { id, ehr = organisation.Ehr ?? "", take = MostKeys + 1 })).ConfigureAwait(false);
        var keys = KeyRow.History(rows.AsList(), MostKeys, own?.LastSuccessAt);
        var detail = organisation.ToDetail(connections, own, keys) with { OpenTickets = organisation.OpenTickets };
        var active = await IncidentStore.ActiveAsync(connection, now, cancellationToken).ConfigureAwait(false);
        var recent = new Dictionary<ErrorKind, int>();
        foreach (var kind in detail.Operations.SelectMany(operation => operation.Unmended).Select(failures => failures.Kind).Distinct())
        {
            var failures = await connection.QueryAsync<long>(Command(
                SelectFailures + database.Dialect.Take,
                new { id, ehr = organisation.Ehr, kind = Kebab.Name(kind), after = UnixTime.Of(now - RepeatWindow), take = MostFailures })).ConfigureAwait(false);
            recent[kind] = failures.Count();
        }

        return (detail with
        {
            Copied = (await connection.QuerySingleAsync<CopyRow>(Command(CountCopies, LastSevenDays(id, organisation.Ehr ?? "", now))).ConfigureAwait(false)).ToCopied(),
            Incident = IncidentCover.For(active, detail.Ehr, detail.Place.Name),
            RecentFailures = recent,
            RepeatedFailures = detail.CurrentError is { } error ? recent[error.Kind] : null,
        }, organisation.IsBehind(own, keys));
    }

    private static object LastSevenDays(string id, string ehr, DateTimeOffset now)
    {
        long Before(int days) => UnixTime.Of(new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(-days));

        return new { id, ehr, day0 = Before(0), day1 = Before(1), day2 = Before(2), day3 = Before(3), day4 = Before(4), day5 = Before(5), day6 = Before(6) };
    }

    private sealed class CopyRow
    {
        public int Notes { get; init; }
        public int Days { get; init; }

        public CopiedNotes ToCopied() => new(Notes, Days);
    }
}
