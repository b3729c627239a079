using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Data.Events.Statements;
using static Motics.Support.Data.Events.Statements.Columns;

namespace Motics.Support.Data.Events.Rows;

/// <summary>Reads and writes the connections of organisations. What every event changes is one statement, what few change another.</summary>
internal sealed class ConnectionRows(StatementSet statements)
{
    private const string Listed = """
        c.organisation_id, c.ehr, c.enabled, c.switch_stamp, c.last_success_stamp, c.last_failure_stamp, c.last_failure_kind, c.last_failure, c.last_key_stamp,
        c.recent_searches, c.searches_since_migration, c.searches_empty_since_migration, c.last_copied_at, c.heard_stamp,
        c.reconnected_at, c.key_region, c.key_suffix, c.search_success_at, c.push_success_at, c.verify_success_at, c.operations, c.unmended,
          k.nookal_region, k.key_suffix
        """;

    private const string NewestKey = "LEFT JOIN key_entry k ON k.organisation_id = c.organisation_id AND k.ehr = c.ehr AND k.stamp = c.last_key_stamp";

    private static readonly RowRead Select = new(
        $"SELECT {Listed} FROM connection c {NewestKey} WHERE c.organisation_id = @id",
        $"SELECT {Listed} FROM connection c INNER JOIN @rows r ON r.id = c.organisation_id {NewestKey}");

    private static readonly RowWrite Often = new(
        """
        INSERT INTO connection (heard_stamp, last_success_at, last_success_stamp, search_success_at, push_success_at, verify_success_at, recent_searches,
          searches_since_migration, searches_empty_since_migration, last_copied_at, organisation_id, ehr)
        VALUES (@heard_stamp, @last_success_at, @last_success_stamp, @search_success_at, @push_success_at, @verify_success_at, @recent_searches,
          @searches, @searches_empty, @last_copied_at, @organisation_id, @ehr)
        ON CONFLICT (organisation_id, ehr) DO UPDATE SET heard_stamp = excluded.heard_stamp,
          last_success_at = excluded.last_success_at, last_success_stamp = excluded.last_success_stamp,
          search_success_at = excluded.search_success_at, push_success_at = excluded.push_success_at, verify_success_at = excluded.verify_success_at,
          recent_searches = excluded.recent_searches,
          searches_since_migration = excluded.searches_since_migration, searches_empty_since_migration = excluded.searches_empty_since_migration,
          last_copied_at = excluded.last_copied_at
        """,
        """
        UPDATE c SET heard_stamp = r.heard_stamp, last_success_at = r.last_success_at, last_success_stamp = r.last_success_stamp,
          search_success_at = r.search_success_at, push_success_at = r.push_success_at, verify_success_at = r.verify_success_at,
          recent_searches = r.recent_searches,
          searches_since_migration = r.searches, searches_empty_since_migration = r.searches_empty, last_copied_at = r.last_copied_at
        FROM connection c INNER JOIN @rows r ON r.organisation_id = c.organisation_id AND r.ehr = c.ehr;
        INSERT INTO connection (heard_stamp, last_success_at, last_success_stamp, search_success_at, push_success_at, verify_success_at, recent_searches,
          searches_since_migration, searches_empty_since_migration, last_copied_at, organisation_id, ehr)
        SELECT heard_stamp, last_success_at, last_success_stamp, search_success_at, push_success_at, verify_success_at, recent_searches,
          searches, searches_empty, last_copied_at, organisation_id, ehr
        FROM @rows r WHERE NOT EXISTS (SELECT 1 FROM connection c WHERE c.organisation_id = r.organisation_id AND c.ehr = r.ehr);
        """,
        "connection_event_row",
        [
            Text("@heard_stamp"), Whole("@last_success_at"), Text("@last_success_stamp"), Whole("@search_success_at"), Whole("@push_success_at"),
            Whole("@verify_success_at"), LongText("@recent_searches"),
            Whole("@searches"), Whole("@searches_empty"), Whole("@last_copied_at"), Text("@organisation_id"), Text("@ehr"),
        ]);

    private static readonly RowWrite Seldom = new(
        """
        UPDATE connection SET enabled = @enabled, switched_at = @switched_at, switch_stamp = @switch_stamp, last_failure_at = @last_failure_at,
          last_failure_stamp = @last_failure_stamp, last_failure_kind = @last_failure_kind, last_failure = @last_failure,
          last_key_at = @last_key_at, last_key_stamp = @last_key_stamp, key_region = @key_region, key_suffix = @key_suffix
        WHERE organisation_id = @organisation_id AND ehr = @ehr
        """,
        """
        UPDATE c SET enabled = r.enabled, switched_at = r.switched_at, switch_stamp = r.switch_stamp, last_failure_at = r.last_failure_at,
          last_failure_stamp = r.last_failure_stamp, last_failure_kind = r.last_failure_kind, last_failure = r.last_failure,
          last_key_at = r.last_key_at, last_key_stamp = r.last_key_stamp, key_region = r.key_region, key_suffix = r.key_suffix
        FROM connection c INNER JOIN @rows r ON r.organisation_id = c.organisation_id AND r.ehr = c.ehr
        """,
        "connection_change_row",
        [
            Whole("@enabled"), Whole("@switched_at"), Text("@switch_stamp"), Whole("@last_failure_at"), Text("@last_failure_stamp"), Text("@last_failure_kind"),
            LongText("@last_failure"), Whole("@last_key_at"), Text("@last_key_stamp"), Text("@key_region"), Text("@key_suffix"), Text("@organisation_id"), Text("@ehr"),
        ]);

    private static readonly RowWrite Reconnected = new(
        "UPDATE connection SET reconnected_at = @reconnected_at WHERE organisation_id = @organisation_id AND ehr = @ehr",
        """
        UPDATE c SET reconnected_at = r.reconnected_at
        FROM connection c INNER JOIN @rows r ON r.organisation_id = c.organisation_id AND r.ehr = c.ehr
        """,
        "connection_reconnected_row",
        [Whole("@reconnected_at"), Text("@organisation_id"), Text("@ehr")]);

    private static readonly RowWrite Operations = new(
        """
        UPDATE connection SET operations = @operations, unmended = @unmended, deciding_failure_at = @deciding_failure_at
        WHERE organisation_id = @organisation_id AND ehr = @ehr
        """,
        """
        UPDATE c SET operations = r.operations, unmended = r.unmended, deciding_failure_at = r.deciding_failure_at
        FROM connection c INNER JOIN @rows r ON r.organisation_id = c.organisation_id AND r.ehr = c.ehr
        """,
        "connection_operations_row",
        [LongText("@operations"), LongText("@unmended"), Whole("@deciding_failure_at"), Text("@organisation_id"), Text("@ehr")]);

    /// <summary>Loads them into their organisations; the seldom changing part of each as it is stored, by organisation and by name.</summary>
    public Dictionary<string, Dictionary<string, ConnectionMarks>> Load(IReadOnlyDictionary<string, OrganisationState> organisations)
    {
        var stored = organisations.Keys.ToDictionary(id => id, _ => new Dictionary<string, ConnectionMarks>(StringComparer.Ordinal), StringComparer.Ordinal);
        using var rows = statements.Read(Select, [.. organisations.Keys]);
        while (rows.Next())
        {
            var (id, connection) = (rows.Text(0)!, Read(rows));
            organisations[id].Connections.Add(connection.Ehr, connection);
            stored[id].Add(connection.Ehr, ConnectionMarks.Of(connection));
        }
        return stored;
    }

    /// <summary>Writes one.</summary>
    /// <param name="organisationId">Whose.</param>
    /// <param name="connection">As it is now.</param>
    /// <param name="stored">As it is stored; null when it has no row.</param>
    public void Save(string organisationId, ConnectionState connection, ConnectionMarks? stored)
    {
        var operations = connection.Operations;
        statements.Add(
            Often,
            connection.Heard?.Text, connection.LastSuccess?.At, connection.LastSuccess?.Text, operations[Operation.PatientSearch].LastSuccess?.At,
            operations[Operation.NotePush].LastSuccess?.At, operations[Operation.Verify].LastSuccess?.At,
            SearchMarks.Write(connection.Searches), connection.SearchesSinceMigration.Total, connection.SearchesSinceMigration.Empty, connection.LastCopiedAt,
            organisationId, connection.Ehr);
        if (operations.IsChanged)
            statements.Add(
                Operations, OperationColumns.Write(operations), OperationColumns.WriteUnmended(operations), UnixTime.Of(operations.States().Deciding()?.Failures.Last), organisationId, connection.Ehr);
        if (connection.ReconnectedAt != stored?.ReconnectedAt)
            statements.Add(Reconnected, connection.ReconnectedAt, organisationId, connection.Ehr);
        if (stored is not null && ConnectionMarks.Of(connection) with { ReconnectedAt = stored.ReconnectedAt } == stored)
            return;
        statements.Add(
            Seldom,
            connection.Enabled is { } enabled ? (enabled ? 1 : 0) : null, connection.Switched?.At, connection.Switched?.Text,
            connection.LastFailure?.At, connection.LastFailure?.Text, Kebab.Name(connection.LastKind), ConnectionJson.Write(connection.LastError.Value),
            connection.LastKey?.At, connection.LastKey?.Text, Kebab.Name(connection.KeyRegion), connection.KeySuffix, organisationId, connection.Ehr);
    }

    private static ConnectionState Read(StatementRows rows)
    {
        var failure = rows.Text(7);
        return new ConnectionState
        {
            Ehr = rows.Text(1)!,
            Enabled = rows.Whole(2) is { } enabled ? enabled == 1 : null,
            Switched = Stamp(rows, 3),
            LastSuccess = Stamp(rows, 4),
            LastFailure = Stamp(rows, 5),
            LastKind = Kebab.Parse<ErrorKind>(rows.Text(6)),
            LastError = new Lazy<LastError?>(() => ConnectionJson.ReadError(failure)),
            LastKey = Stamp(rows, 8),
            Searches = SearchMarks.Read(rows.Text(9)),
            SearchesSinceMigration = new SearchCount((int)rows.Whole(10)!.Value, (int)rows.Whole(11)!.Value),
            LastCopiedAt = rows.Whole(12),
            Heard = Stamp(rows, 13),
            ReconnectedAt = rows.Whole(14),
            KeyRegion = Kebab.Parse<NookalRegion>(rows.Text(15)),
            KeySuffix = rows.Text(16),
            StoredKey = (Kebab.Parse<NookalRegion>(rows.Text(22)), rows.Text(23)),
            Operations = OperationColumns.Read(rows.Whole(17), rows.Whole(18), rows.Whole(19), rows.Text(20), rows.Text(21)),
        };
    }

    private static EventStamp? Stamp(StatementRows rows, int column) => rows.Text(column) is { } text ? new EventStamp(text) : null;
}

/// <summary>The events that the seldom changing parts of a connection's row are of.</summary>
internal sealed record ConnectionMarks(EventStamp? Switched, EventStamp? LastFailure, EventStamp? LastKey, long? ReconnectedAt)
{
    public static ConnectionMarks Of(ConnectionState connection) => new(connection.Switched, connection.LastFailure, connection.LastKey, connection.ReconnectedAt);
}
