using System.Data.Common;
using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Data.Events.Statements;
using Motics.Support.Data.Live;
using static Motics.Support.Data.Events.Statements.Columns;

namespace Motics.Support.Data.Events.Rows;

/// <summary>Error groups and who is in them, gathered over a transaction and added at its end.</summary>
internal sealed class ErrorGroupRows(StatementSet statements)
{
    // What fails again after it was resolved is regressed; a failure from before only comes late.
    private static readonly RowWrite Group = new(
        """
        INSERT INTO error_group (events, first_seen_at, last_seen_at, id, title, kind, ehr, operation, organisations, status, version)
        VALUES (@events, @first_at, @last_at, @id, @title, @kind, @ehr, @operation, 0, 'open', 1)
        ON CONFLICT (id) DO UPDATE SET events = events + excluded.events,
          first_seen_at = CASE WHEN first_seen_at < excluded.first_seen_at THEN first_seen_at ELSE excluded.first_seen_at END,
          last_seen_at = CASE WHEN last_seen_at > excluded.last_seen_at THEN last_seen_at ELSE excluded.last_seen_at END,
          version = CASE WHEN status = 'resolved' AND excluded.last_seen_at > resolved_at THEN version + 1 ELSE version END,
          status = CASE WHEN status = 'resolved' AND excluded.last_seen_at > resolved_at THEN 'regressed' ELSE status END
        """,
        """
        UPDATE g SET events = g.events + r.events,
          first_seen_at = CASE WHEN g.first_seen_at < r.first_at THEN g.first_seen_at ELSE r.first_at END,
          last_seen_at = CASE WHEN g.last_seen_at > r.last_at THEN g.last_seen_at ELSE r.last_at END,
          version = CASE WHEN g.status = N'resolved' AND r.last_at > g.resolved_at THEN g.version + 1 ELSE g.version END,
          status = CASE WHEN g.status = N'resolved' AND r.last_at > g.resolved_at THEN N'regressed' ELSE g.status END
        FROM error_group g INNER JOIN @rows r ON r.id = g.id;
        INSERT INTO error_group (events, first_seen_at, last_seen_at, id, title, kind, ehr, operation, organisations, status, version)
        SELECT events, first_at, last_at, id, title, kind, ehr, operation, 0, N'open', 1
        FROM @rows r WHERE NOT EXISTS (SELECT 1 FROM error_group g WHERE g.id = r.id);
        """,
        "error_group_row",
        [Whole("@events"), Whole("@first_at"), Whole("@last_at"), Text("@id"), Text("@title"), Text("@kind"), Text("@ehr"), Text("@operation")]);

    // Counted first, added then: two writes in this order.
    private static readonly RowWrite CountMember = new(
        """
        UPDATE error_group SET organisations = organisations + 1
        WHERE id = @id AND NOT EXISTS (SELECT 1 FROM error_group_organisation WHERE error_group_id = @id AND organisation_id = @organisation_id)
        """,
        """
        UPDATE g SET organisations = g.organisations + n.added
        FROM error_group g INNER JOIN (
          SELECT r.id, COUNT(*) AS added FROM @rows r
          WHERE NOT EXISTS (SELECT 1 FROM error_group_organisation m WHERE m.error_group_id = r.id AND m.organisation_id = r.organisation_id)
          GROUP BY r.id) n ON n.id = g.id
        """,
        "error_group_member_key_row",
        [Text("@id"), Text("@organisation_id")]);

    private static readonly RowWrite Member = new(
        """
        INSERT INTO error_group_organisation (events, first_seen_at, last_seen_at, error_group_id, organisation_id)
        VALUES (@events, @first_at, @last_at, @id, @organisation_id)
        ON CONFLICT (error_group_id, organisation_id) DO UPDATE SET events = events + excluded.events,
          first_seen_at = CASE WHEN first_seen_at < excluded.first_seen_at THEN first_seen_at ELSE excluded.first_seen_at END,
          last_seen_at = CASE WHEN last_seen_at > excluded.last_seen_at THEN last_seen_at ELSE excluded.last_seen_at END
        """,
        """
        UPDATE m SET events = m.events + r.events,
          first_seen_at = CASE WHEN m.first_seen_at < r.first_at THEN m.first_seen_at ELSE r.first_at END,
          last_seen_at = CASE WHEN m.last_seen_at > r.last_at THEN m.last_seen_at ELSE r.last_at END
        FROM error_group_organisation m INNER JOIN @rows r ON r.id = m.error_group_id AND r.organisation_id = m.organisation_id;
        INSERT INTO error_group_organisation (events, first_seen_at, last_seen_at, error_group_id, organisation_id)
        SELECT events, first_at, last_at, id, organisation_id
        FROM @rows r WHERE NOT EXISTS (SELECT 1 FROM error_group_organisation m WHERE m.error_group_id = r.id AND m.organisation_id = r.organisation_id);
        """,
        "error_group_member_row",
        [Whole("@events"), Whole("@first_at"), Whole("@last_at"), Text("@id"), Text("@organisation_id")]);

    private readonly Dictionary<string, (PreparedEvent Any, Sightings Seen)> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Group, string Organisation), Sightings> members = [];

    /// <summary>Counts a failure; anything else is left.</summary>
    public void Add(PreparedEvent prepared)
    {
        if (prepared.ErrorGroupId is not { } id)
            return;
        if (!groups.TryGetValue(id, out var group))
            groups.Add(id, group = (prepared, new Sightings()));
        group.Seen.Add(prepared.At);
        var key = (id, prepared.Event.OrganisationId);
        if (!members.TryGetValue(key, out var member))
            members.Add(key, member = new Sightings());
        member.Add(prepared.At);
    }

    /// <summary>Adds what was counted to what is stored.</summary>
    public void Save()
    {
        foreach (var (id, (any, seen)) in groups)
        {
            statements.Add(
                Group,
                seen.Count, seen.First, seen.Last, id, any.Event.Error!.NormalisedMessage, any.ErrorKind, any.Ehr, Kebab.Name(ErrorGroups.OperationOf(any.Event)));
        }
        foreach (var (group, organisation) in members.Keys)
            statements.Add(CountMember, group, organisation);
        foreach (var ((group, organisation), seen) in members)
            statements.Add(Member, seen.Count, seen.First, seen.Last, group, organisation);
    }

    /// <summary>Notes which groups have something new.</summary>
    public void Tell(DbTransaction transaction)
    {
        foreach (var id in groups.Keys)
            transaction.Wrote(LiveTopic.ErrorGroup(id));
    }

    private sealed class Sightings
    {
        public int Count { get; private set; }
        public long First { get; private set; } = long.MaxValue;
        public long Last { get; private set; } = long.MinValue;

        public void Add(long at) => (Count, First, Last) = (Count + 1, Math.Min(First, at), Math.Max(Last, at));
    }
}
