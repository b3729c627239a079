using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace Motics.Support.Data.Events;

/// <summary>
/// A statement that is run many times in one transaction: made, prepared and given its parameters once. The event store is the one
/// place that is busy enough to need it; everywhere else Dapper does.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const int InRow = 4_000;
    private const int Max = -1;

    private readonly DbCommand command;

    /// <param name="connection">Open.</param>
    /// <param name="transaction">The one that it belongs to.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">Names of its parameters with the type of each, in the order in which values will be given.</param>
    public Statement(DbConnection connection, DbTransaction transaction, string sql, params (string Name, DbType Type)[] parameters)
    {
        command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, type) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.DbType) = (name, type);
            command.Parameters.Add(parameter);
        }
    }

    /// <summary>Runs it; how many rows it changed.</summary>
    public int Execute(params ReadOnlySpan<object?> values)
    {
        Give(values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs it and reads its rows.</summary>
    public DbDataReader Read(params ReadOnlySpan<object?> values)
    {
        Give(values);
        return command.ExecuteReader();
    }

    /// <inheritdoc />
    public void Dispose() => command.Dispose();

    private void Give(ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            var parameter = command.Parameters[index];
            parameter.Value = values[index] ?? DBNull.Value;
            // One size for all short texts, or SQL Server would keep a plan for every length.
            if (parameter is SqlParameter { DbType: DbType.String } text)
                text.Size = values[index] is string { Length: > InRow } ? Max : InRow;
        }
    }
}
