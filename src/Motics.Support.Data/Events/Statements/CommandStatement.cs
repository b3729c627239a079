using System.Data;
using System.Globalization;
using Microsoft.Data.SqlClient;

namespace Motics.Support.Data.Events.Statements;

/// <summary>A statement through ADO.NET, for SQL Server.</summary>
internal sealed class CommandStatement : Statement
{
    /// <summary>Longest text that SQL Server keeps in a column without going to max.</summary>
    public const int InRow = 4_000;

    private const int Max = -1;

    private readonly SqlCommand command;

    public CommandStatement(SqlConnection connection, SqlTransaction transaction, string sql, Parameter[] parameters)
    {
        command = new SqlCommand(sql, connection, transaction);
        foreach (var (name, kind) in parameters)
        {
            // One size for all texts of a kind, or SQL Server would keep a plan for every length.
            command.Parameters.Add(kind == ValueKind.Whole
                ? new SqlParameter(name, SqlDbType.BigInt)
                : new SqlParameter(name, SqlDbType.NVarChar, kind == ValueKind.Text ? InRow : Max));
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
        return new CommandRows(command.ExecuteReader(), null);
    }

    public override void Dispose() => command.Dispose();

    private void Give(ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
    }
}

/// <summary>Rows through ADO.NET; none without a reader.</summary>
internal sealed class CommandRows(SqlDataReader? reader, SqlCommand? owned) : StatementRows
{
    public override bool Next() => reader?.Read() == true;

    public override string? Text(int column) => reader!.IsDBNull(column) ? null : reader.GetString(column);

    public override long? Whole(int column) => reader!.IsDBNull(column) ? null : Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);

    public override void Dispose()
    {
        reader?.Dispose();
        owned?.Dispose();
    }
}
