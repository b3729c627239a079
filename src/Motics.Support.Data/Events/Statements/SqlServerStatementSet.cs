using System.Data;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Data.SqlClient.Server;

namespace Motics.Support.Data.Events.Statements;

/// <summary>SQL Server is elsewhere: rows are gathered and sent together as table-valued parameters, so that a batch takes some twenty ways there and back.</summary>
internal sealed class SqlServerStatementSet(SqlConnection connection, SqlTransaction transaction) : StatementSet
{
    private readonly List<(RowWrite Write, List<object?[]> Rows)> waiting = [];

    public override void Add(RowWrite write, params ReadOnlySpan<object?> values)
    {
        var rows = waiting.Find(each => ReferenceEquals(each.Write, write)).Rows;
        if (rows is null)
            waiting.Add((write, rows = []));
        rows.Add(values.ToArray());
    }

    public override bool[] AddNew(RowWrite write, int count, RowValues values)
    {
        var rows = new List<object?[]>(count);
        for (var index = 0; index < count; index++)
        {
            var row = new object?[write.Columns.Length];
            row[0] = index;
            values(index, row.AsSpan(1));
            rows.Add(row);
        }
        var isNew = new bool[count];
        using var command = Command(write.Set, write.RowType, write.Columns, rows);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            isNew[reader.GetInt64(0)] = true;
        // What fails behind the rows is told only to whoever reads on: disposing would swallow it.
        while (reader.NextResult())
        {
        }
        return isNew;
    }

    public override StatementRows Read(RowRead read, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
            return new CommandRows(null, null);
        var command = Command(read.Set, RowRead.RowType, RowRead.Columns, [.. ids.Select(id => new object?[] { id })]);
        return new CommandRows(command.ExecuteReader(), command);
    }

    public override void Send()
    {
        foreach (var (write, rows) in waiting)
        {
            using var command = Command(write.Set, write.RowType, write.Columns, rows);
            command.ExecuteNonQuery();
        }
        waiting.Clear();
    }

    private protected override Statement Prepare(string sql, Parameter[] parameters) => new CommandStatement(connection, transaction, sql, parameters);

    private SqlCommand Command(string sql, string rowType, Parameter[] columns, List<object?[]> rows)
    {
        var command = new SqlCommand(sql, connection, transaction);
        command.Parameters.Add(new SqlParameter(RowWrite.Rows, SqlDbType.Structured) { TypeName = rowType, Value = Records(columns, rows) });
        return command;
    }

    // One record for all rows: it is sent before the next is asked for.
    private static IEnumerable<SqlDataRecord> Records(Parameter[] columns, List<object?[]> rows)
    {
        var record = new SqlDataRecord([.. columns.Select(Column)]);
        foreach (var row in rows)
        {
            for (var index = 0; index < row.Length; index++)
            {
                switch (row[index])
                {
                    case null: record.SetDBNull(index); break;
                    case string text: record.SetString(index, text); break;
                    case var whole: record.SetInt64(index, Convert.ToInt64(whole, CultureInfo.InvariantCulture)); break;
                }
            }
            yield return record;
        }
    }

    private static SqlMetaData Column(Parameter column) => column.Kind switch
    {
        ValueKind.Text => new SqlMetaData(column.Name[1..], SqlDbType.NVarChar, CommandStatement.InRow),
        ValueKind.LongText => new SqlMetaData(column.Name[1..], SqlDbType.NVarChar, SqlMetaData.Max),
        _ => new SqlMetaData(column.Name[1..], SqlDbType.BigInt),
    };
}
