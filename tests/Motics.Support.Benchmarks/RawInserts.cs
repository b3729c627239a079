using System.Data.Common;

namespace Motics.Support.Benchmarks;

/// <summary>
/// The measure of all things here: the same rows (each event and its identity) into the same tables with the same indexes and the same
/// durability, by nothing but prepared INSERTs, 500 events a transaction.
/// </summary>
internal static class RawInserts
{
    private const string ReadEvents = """
        SELECT organisation_id, at, type_order, type, source, event_id, received_at, ehr, outcome, error_kind, error_group_id, correlation_id, result_count, detail
        FROM event ORDER BY seq
        """;

    private const string InsertEvent = """
        INSERT INTO event (organisation_id, at, type_order, type, source, event_id, received_at, ehr, outcome, error_kind, error_group_id, correlation_id, result_count, detail)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13)
        """;

    private const string InsertIdentity = "INSERT INTO event_identity (source, event_id, seen_at) VALUES (@p0, @p1, @p2)";

    /// <summary>The rows that the event store wrote.</summary>
    public static List<object[]> Read(DbConnection connection)
    {
        var rows = new List<object[]>();
        using var command = connection.CreateCommand();
        command.CommandText = ReadEvents;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    /// <summary>Writes them.</summary>
    public static void Write(DbConnection connection, List<object[]> rows)
    {
        foreach (var batch in rows.Chunk(Workload.BatchSize))
        {
            using var transaction = connection.BeginTransaction();
            using var inserted = Command(connection, transaction, InsertEvent, 14);
            using var identity = Command(connection, transaction, InsertIdentity, 3);
            foreach (var row in batch)
            {
                Run(identity, row[4], row[5], row[6]);
                Run(inserted, row);
            }
            transaction.Commit();
        }
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        for (var index = 0; index < parameters; index++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{index}", DBNull.Value);
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static void Run(DbCommand command, params object[] values)
    {
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index];
        command.ExecuteNonQuery();
    }
}
