using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;

namespace Motics.Support.Data.Events;

/// <summary>A statement through ADO.NET, for SQL Server.</summary>
internal sealed class CommandStatement : Statement
{
    private const int InRow = 4_000;
    private const int Max = -1;

    private readonly DbCommand command;

    public CommandStatement(DbConnection connection, DbTransaction transaction, string sql, Parameter[] parameters)
    {
        command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        foreach (var (name, kind) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.DbType) = (name, kind == ValueKind.Text ? DbType.String : DbType.Int64);
            command.Parameters.Add(parameter);
        }
    }

    public override int Execute(params ReadOnlySpan<object?> values)
    {
        Give(values);
        return command.ExecuteNonQuery();
    }

    public override StatementRows Read(params ReadOnlySpan<object?> values)
    {
        Give(values);
        return new Rows(command.ExecuteReader());
    }

    public override void Dispose() => command.Dispose();

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

    private sealed class Rows(DbDataReader reader) : StatementRows
    {
        public override bool Next() => reader.Read();

        public override string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

        public override long? Whole(int column) => reader.IsDBNull(column) ? null : Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);

        public override void Dispose() => reader.Dispose();
    }
}
