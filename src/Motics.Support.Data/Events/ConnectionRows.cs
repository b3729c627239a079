using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using static Motics.Support.Data.Events.Columns;

namespace Motics.Support.Data.Events;

/// <summary>Reads and writes the connections of organisations.</summary>
internal sealed class ConnectionRows(StatementSet statements)
{
    private const string Select = """
        SELECT ehr, enabled, switch_stamp, last_success_stamp, last_failure_stamp, last_failure, last_key_stamp, run_start_stamp,
          recent_searches, searches_since_migration, searches_empty_since_migration, last_copied_at
        FROM connection WHERE organisation_id = @organisation_id
        """;

    private const string Update = """
        UPDATE connection SET enabled = @enabled, switched_at = @switched_at, switch_stamp = @switch_stamp,
          last_success_at = @last_success_at, last_success_stamp = @last_success_stamp,
          last_failure_at = @last_failure_at, last_failure_stamp = @last_failure_stamp, last_failure_kind = @last_failure_kind, last_failure = @last_failure,
          last_key_at = @last_key_at, last_key_stamp = @last_key_stamp, run_started_at = @run_started_at, run_start_stamp = @run_start_stamp,
          recent_searches = @recent_searches, searches_since_migration = @searches, searches_empty_since_migration = @searches_empty,
          last_copied_at = @last_copied_at
        WHERE organisation_id = @organisation_id AND ehr = @ehr
        """;

    private const string Insert = """
        INSERT INTO connection (enabled, switched_at, switch_stamp, last_success_at, last_success_stamp,
          last_failure_at, last_failure_stamp, last_failure_kind, last_failure, last_key_at, last_key_stamp, run_started_at, run_start_stamp,
          recent_searches, searches_since_migration, searches_empty_since_migration, last_copied_at, organisation_id, ehr)
        VALUES (@enabled, @switched_at, @switch_stamp, @last_success_at, @last_success_stamp,
          @last_failure_at, @last_failure_stamp, @last_failure_kind, @last_failure, @last_key_at, @last_key_stamp, @run_started_at, @run_start_stamp,
          @recent_searches, @searches, @searches_empty, @last_copied_at, @organisation_id, @ehr)
        """;

    private static readonly Parameter[] ById = [Text("@organisation_id")];

    private static readonly Parameter[] All =
    [
        Whole("@enabled"), Whole("@switched_at"), Text("@switch_stamp"), Whole("@last_success_at"), Text("@last_success_stamp"),
        Whole("@last_failure_at"), Text("@last_failure_stamp"), Text("@last_failure_kind"), Text("@last_failure"),
        Whole("@last_key_at"), Text("@last_key_stamp"), Whole("@run_started_at"), Text("@run_start_stamp"),
        Text("@recent_searches"), Whole("@searches"), Whole("@searches_empty"), Whole("@last_copied_at"), Text("@organisation_id"), Text("@ehr"),
    ];

    /// <summary>Loads them into an organisation; the names of those that there are.</summary>
    public HashSet<string> Load(OrganisationState organisation)
    {
        var stored = new HashSet<string>(StringComparer.Ordinal);
        using var reader = statements.Get(Select, ById).Read(organisation.Id);
        while (reader.Next())
        {
            var connection = Read(reader);
            organisation.Connections.Add(connection.Ehr, connection);
            stored.Add(connection.Ehr);
        }
        return stored;
    }

    /// <summary>Writes one.</summary>
    public void Save(string organisationId, ConnectionState connection, bool isStored)
    {
        statements.Get(isStored ? Update : Insert, All).Execute(
            connection.Enabled is { } enabled ? (enabled ? 1 : 0) : null, connection.Switched?.At, connection.Switched?.Text,
            connection.LastSuccess?.At, connection.LastSuccess?.Text,
            connection.LastFailure?.At, connection.LastFailure?.Text, Kebab.Name(connection.LastError?.Kind), ConnectionJson.Write(connection.LastError),
            connection.LastKey?.At, connection.LastKey?.Text, connection.RunStart?.At, connection.RunStart?.Text,
            ConnectionJson.Write(connection.Searches), connection.SearchesSinceMigration.Total, connection.SearchesSinceMigration.Empty, connection.LastCopiedAt,
            organisationId, connection.Ehr);
    }

    private static ConnectionState Read(StatementRows reader) => new()
    {
        Ehr = reader.Text(0)!,
        Enabled = reader.Whole(1) is { } enabled ? enabled == 1 : null,
        Switched = Stamp(reader, 2),
        LastSuccess = Stamp(reader, 3),
        LastFailure = Stamp(reader, 4),
        LastError = ConnectionJson.ReadError(reader.Text(5)),
        LastKey = Stamp(reader, 6),
        RunStart = Stamp(reader, 7),
        Searches = ConnectionJson.ReadSearches(reader.Text(8)),
        SearchesSinceMigration = new SearchCount((int)reader.Whole(9)!.Value, (int)reader.Whole(10)!.Value),
        LastCopiedAt = reader.Whole(11),
    };

    private static EventStamp? Stamp(StatementRows reader, int column) => reader.Text(column) is { } text ? new EventStamp(text) : null;
}
