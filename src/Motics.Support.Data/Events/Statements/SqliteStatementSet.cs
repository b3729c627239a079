using Microsoft.Data.Sqlite;

namespace Motics.Support.Data.Events.Statements;

/// <summary>SQLite is in the process: a row at a time, at once.</summary>
internal sealed class SqliteStatementSet(SqliteConnection connection) : StatementSet
{
    public override void Add(RowWrite write, params ReadOnlySpan<object?> values) => Get(write.Each, write.Columns).Execute(values);

    public override bool[] AddNew(RowWrite write, int count, RowValues values)
    {
        var statement = Get(write.Each, write.Columns[1..]);
        var isNew = new bool[count];
        var row = new object?[write.Columns.Length - 1];
        for (var index = 0; index < count; index++)
        {
            values(index, row);
            isNew[index] = statement.Execute(row) == 1;
        }
        return isNew;
    }

    public override StatementRows Read(RowRead read, IReadOnlyList<string> ids) => new RowsOfMany(Get(read.Each, RowRead.Columns), ids);

    public override void Send()
    {
        // Nothing waits.
    }

    private protected override Statement Prepare(string sql, Parameter[] parameters) => new SqliteStatement(connection, sql, parameters);

    /// <summary>The rows of one id after those of another.</summary>
    private sealed class RowsOfMany(Statement statement, IReadOnlyList<string> ids) : StatementRows
    {
        private StatementRows? rows;
        private int next;

        public override bool Next()
        {
            while (rows?.Next() != true)
            {
                rows?.Dispose();
                rows = null;
                if (next == ids.Count)
                    return false;
                rows = statement.Read(ids[next++]);
            }
            return true;
        }

        public override string? Text(int column) => rows!.Text(column);

        public override long? Whole(int column) => rows!.Whole(column);

        public override void Dispose() => rows?.Dispose();
    }
}
