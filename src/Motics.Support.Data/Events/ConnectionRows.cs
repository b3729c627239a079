using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;
using static Motics.Support.Data.Events.Columns;

namespace Motics.Support.Data.Events;

/// <summary>Reads and writes the connections of organisations. What every event changes is one statement, what few change another.</summary>
internal sealed class ConnectionRows(StatementSet statements)
{
    private const string Select = """
        SELECT ehr, enabled, switch_stamp, last_success_stamp, last_failure_stamp, last_failure_kind, last_failure, last_key_stamp, run_start_stamp,
          recent_searches, searches_since_migration, searches_empty_since_migration, last_copied_at, heard_stamp
        FROM connection WHERE organisation_id = @organisation_id
        """;

    private const string Insert = """
        INSERT INTO connection (organisation_id, ehr, searches_since_migration, searches_empty_since_migration) VALUES (@organisation_id, @ehr, 0, 0)
        """;

    private const string UpdateOften = """
        UPDATE connection SET heard_stamp = @heard_stamp, last_success_at = @last_success_at, last_success_stamp = @last_success_stamp,
          run_started_at = @run_started_at, run_start_stamp = @run_start_stamp, recent_searches = @recent_searches,
          searches_since_migration = @searches, searches_empty_since_migration = @searches_empty, last_copied_at = @last_copied_at
        WHERE organisation_id = @organisation_id AND ehr = @ehr
        """;

    private const string UpdateSeldom = """
        UPDATE connection SET enabled = @enabled, switched_at = @switched_at, switch_stamp = @switch_stamp, last_failure_at = @last_failure_at,
          last_failure_stamp = @last_failure_stamp, last_failure_kind = @last_failure_kind, last_failure = @last_failure,
          last_key_at = @last_key_at, last_key_stamp = @last_key_stamp
        WHERE organisation_id = @organisation_id AND ehr = @ehr
        """;

    private static readonly Parameter[] ById = [Text("@organisation_id")];
    private static readonly Parameter[] ByName = [Text("@organisation_id"), Text("@ehr")];

    private static readonly Parameter[] Often =
    [
        Text("@heard_stamp"), Whole("@last_success_at"), Text("@last_success_stamp"), Whole("@run_started_at"), Text("@run_start_stamp"), Text("@recent_searches"),
        Whole("@searches"), Whole("@searches_empty"), Whole("@last_copied_at"), Text("@organisation_id"), Text("@ehr"),
    ];

    private static readonly Parameter[] Seldom =
    [
        Whole("@enabled"), Whole("@switched_at"), Text("@switch_stamp"), Whole("@last_failure_at"), Text("@last_failure_stamp"), Text("@last_failure_kind"),
        Text("@last_failure"), Whole("@last_key_at"), Text("@last_key_stamp"), Text("@organisation_id"), Text("@ehr"),
    ];

    /// <summary>Loads them into an organisation; the seldom changing part of each as it is stored, by name.</summary>
    public Dictionary<string, ConnectionMarks> Load(OrganisationState organisation)
    {
        var stored = new Dictionary<string, ConnectionMarks>(StringComparer.Ordinal);
        using var rows = statements.Get(Select, ById).Read(organisation.Id);
        while (rows.Next())
        {
            var connection = Read(rows);
            organisation.Connections.Add(connection.Ehr, connection);
            stored.Add(connection.Ehr, ConnectionMarks.Of(connection));
        }
        return stored;
    }

    /// <summary>Writes one.</summary>
    /// <param name="organisationId">Whose.</param>
    /// <param name="connection">As it is now.</param>
    /// <param name="stored">As it is stored; null when it has no row.</param>
    public void Save(string organisationId, ConnectionState connection, ConnectionMarks? stored)
    {
        if (stored is null)
            statements.Get(Insert, ByName).Execute(organisationId, connection.Ehr);
        statements.Get(UpdateOften, Often).Execute(
            connection.Heard?.Text, connection.LastSuccess?.At, connection.LastSuccess?.Text, connection.RunStart?.At, connection.RunStart?.Text,
            SearchMarks.Write(connection.Searches), connection.SearchesSinceMigration.Total, connection.SearchesSinceMigration.Empty, connection.LastCopiedAt,
            organisationId, connection.Ehr);
        if (ConnectionMarks.Of(connection) == stored)
            return;
        statements.Get(UpdateSeldom, Seldom).Execute(
            connection.Enabled is { } enabled ? (enabled ? 1 : 0) : null, connection.Switched?.At, connection.Switched?.Text,
            connection.LastFailure?.At, connection.LastFailure?.Text, Kebab.Name(connection.LastKind), ConnectionJson.Write(connection.LastError.Value),
            connection.LastKey?.At, connection.LastKey?.Text, organisationId, connection.Ehr);
    }

    private static ConnectionState Read(StatementRows rows)
    {
        var failure = rows.Text(6);
        return new ConnectionState
        {
            Ehr = rows.Text(0)!,
            Enabled = rows.Whole(1) is { } enabled ? enabled == 1 : null,
            Switched = Stamp(rows, 2),
            LastSuccess = Stamp(rows, 3),
            LastFailure = Stamp(rows, 4),
            LastKind = Kebab.Parse<ErrorKind>(rows.Text(5)),
            LastError = new Lazy<LastError?>(() => ConnectionJson.ReadError(failure)),
            LastKey = Stamp(rows, 7),
            RunStart = Stamp(rows, 8),
            Searches = SearchMarks.Read(rows.Text(9)),
            SearchesSinceMigration = new SearchCount((int)rows.Whole(10)!.Value, (int)rows.Whole(11)!.Value),
            LastCopiedAt = rows.Whole(12),
            Heard = Stamp(rows, 13),
        };
    }

    private static EventStamp? Stamp(StatementRows rows, int column) => rows.Text(column) is { } text ? new EventStamp(text) : null;
}

/// <summary>The events that the seldom changing part of a connection's row is of.</summary>
internal sealed record ConnectionMarks(EventStamp? Switched, EventStamp? LastFailure, EventStamp? LastKey)
{
    public static ConnectionMarks Of(ConnectionState connection) => new(connection.Switched, connection.LastFailure, connection.LastKey);
}
