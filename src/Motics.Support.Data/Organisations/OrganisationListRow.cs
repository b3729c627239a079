using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Events;
using Motics.Support.Data.Events.Rows;
using Motics.Support.Data.Events.Statements;

namespace Motics.Support.Data.Organisations;

/// <summary>What a list reads of <c>organisation o</c>.</summary>
internal sealed class OrganisationListRow : OrganisationRow
{
    public const string Columns = $"""
        {Shared}, o.name_folded AS NameFolded, o.health_rank AS HealthRank, {FalloutSql.State} AS MigrationState, o.reason AS Reason, o.need AS Need, o.blocked_at AS BlockedAt, {Copies} AS CopiedThisWeek, o.last_error_kind AS LastErrorKind, o.last_error_message AS LastErrorMessage, o.last_error_at AS LastErrorAt,
        o.last_error_group_id AS LastErrorGroupId,
        (SELECT c.last_success_at FROM connection c WHERE c.organisation_id = o.id AND c.ehr = NULLIF(o.own_ehr, 'none')) AS LastSuccessAt, o.keys_since_migration AS KeysSaved,
        o.keys_failed_since_migration AS KeysFailed, o.keys_distinct_since_migration AS KeysDistinct, o.newest_key_outcome AS NewestKeyOutcome,
        COALESCE((SELECT c.searches_since_migration FROM connection c WHERE c.organisation_id = o.id AND c.ehr = NULLIF(o.own_ehr, 'none')), 0) AS Searches,
        COALESCE((SELECT c.searches_empty_since_migration FROM connection c WHERE c.organisation_id = o.id AND c.ehr = NULLIF(o.own_ehr, 'none')), 0) AS SearchesEmpty,
        (SELECT c.unmended FROM connection c WHERE c.organisation_id = o.id AND c.ehr = NULLIF(o.own_ehr, 'none')) AS Unmended
        """;

    // Today and the six UTC days before, as need counts them.
    private const string Copies = """
        (SELECT COALESCE(SUM(d.copies), 0) FROM daily_count d
          WHERE d.organisation_id = o.id AND d.day_at >= @now - @now % 86400000 - 518400000 AND (d.ehr = o.own_ehr OR d.ehr = ''))
        """;

    public string NameFolded { get; init; } = "";
    public long HealthRank { get; init; }
    public long MigrationState { get; init; }
    public string? Reason { get; init; }
    public long Need { get; init; }
    public long? BlockedAt { get; init; }
    public long CopiedThisWeek { get; init; }

    // What failed in an outage is not the clinic's need.
    public long NeedNow => MigrationState == (int)Core.Migration.MigrationState.Outage ? 0 : Need;
    public string? LastErrorKind { get; init; }
    public string? LastErrorMessage { get; init; }
    public long? LastErrorAt { get; init; }
    public string? LastErrorGroupId { get; init; }
    public long? LastSuccessAt { get; init; }
    public int KeysSaved { get; init; }
    public int KeysFailed { get; init; }
    public int KeysDistinct { get; init; }
    public string? NewestKeyOutcome { get; init; }
    public int Searches { get; init; }
    public int SearchesEmpty { get; init; }
    public string? Unmended { get; init; }

    public OrganisationItem ToItem(IReadOnlyList<OpenTicket> tickets, IReadOnlyList<Incident> incidents)
    {
        var head = Head;
        return new OrganisationItem(head)
        {
            MigrationState = (Core.Migration.MigrationState)MigrationState,
            Reason = Reason,
            Need = (int)NeedNow,
            Week = NeedNow == 0 ? new(0, 0) : new((int)(Need - (2 * CopiedThisWeek)), (int)CopiedThisWeek),
            LastError = LastErrorAt is { } at ? new RowError(Kebab.Parse<ErrorKind>(LastErrorKind) ?? ErrorKind.Unknown, LastErrorMessage ?? "", UnixTime.Time(at), LastErrorGroupId) : null,
            LastSuccessAt = UnixTime.Time(LastSuccessAt),
            Failing = Failing(),
            Keys = new KeySummary(KeysSaved, KeysFailed, KeysDistinct, Kebab.Parse<KeyOutcome>(NewestKeyOutcome)),
            SearchesSinceMigration = new SearchCount(Searches, SearchesEmpty),
            Incident = IncidentCover.For(incidents, head.Ehr, head.Place.Name),
            OpenTickets = tickets.Count,
            Ticket = (tickets.FirstOrDefault(ticket => ticket.AssigneeId is not null) ?? (tickets.Count > 0 ? tickets[0] : null))?.ToHeld(),
        };
    }

    private RowFailing? Failing()
    {
        if (Unmended is null)
            return null;
        var failing = OperationColumns.Read(null, null, null, null, Unmended).States().Failing().ToList();
        return failing is [{ Kind: { } kind } longest, ..] ? new RowFailing(longest.Operation, kind, failing.Count) : null;
    }
}

/// <summary>What a list reads of an open ticket.</summary>
internal sealed class OpenTicket
{
    public string OrganisationId { get; init; } = "";
    public long Number { get; init; }
    public string? AssigneeId { get; init; }
    public string? Assignee { get; init; }

    public TicketHeld ToHeld() => new(Number, AssigneeId, Assignee);
}
