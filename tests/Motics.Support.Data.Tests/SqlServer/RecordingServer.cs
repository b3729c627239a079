using System.Collections;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Motics.Support.Data.Tests.SqlServer;

/// <summary>What a recording server answers.</summary>
/// <param name="Rows">How many rows a statement gives.</param>
/// <param name="Value">Value of a column by its name; the statement decides where names are the same.</param>
internal sealed record RecordedAnswers(Func<string, int> Rows, Func<string, string, object?> Value);

/// <summary>T-SQL as it would be sent, without a server: every statement is written down and answered with made-up rows.</summary>
internal sealed class RecordingServer(RecordedAnswers answers) : SqlServerDialect("Server=nowhere")
{
    public List<string> Sent { get; } = [];

    /// <summary>What happens to a transaction that is committed; nothing unless told.</summary>
    public Action Committing { get; init; } = () => { };

    /// <summary>Failures that pass; none unless told.</summary>
    public Func<DbException, bool> Passes { get; init; } = _ => false;

    public override bool IsTransient(DbException exception) => Passes(exception);

    internal override DbConnection Create() => new Connection(this);

    private DataTableReader Answer(string sql)
    {
        var table = new DataTable();
        foreach (var name in TsqlNames.OfSelected(sql))
        {
            table.Columns.Add(name, typeof(object));
        }

        for (var row = 0; row < (table.Columns.Count == 0 ? 0 : answers.Rows(sql)); row++)
        {
            table.Rows.Add([.. table.Columns.Cast<DataColumn>().Select(column => answers.Value(sql, column.ColumnName) ?? DBNull.Value)]);
        }

        return table.CreateDataReader();
    }

    private sealed class Connection(RecordingServer server) : DbConnection
    {
        [AllowNull]
        public override string ConnectionString { get; set; } = "";

        public override string Database => "";

        public override string DataSource => "";

        public override string ServerVersion => "";

        public override ConnectionState State => ConnectionState.Open;

        public override void ChangeDatabase(string databaseName)
        {
        }

        public override void Open()
        {
        }

        public override void Close()
        {
        }

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(server, this);

        protected override DbCommand CreateDbCommand() => new Command(server);
    }

    private sealed class Transaction(RecordingServer server, DbConnection connection) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;

        protected override DbConnection DbConnection => connection;

        public override void Commit() => server.Committing();

        public override void Rollback()
        {
        }
    }

    private sealed class Command(RecordingServer server) : DbCommand
    {
        [AllowNull]
        public override string CommandText { get; set; } = "";

        public override int CommandTimeout { get; set; }

        public override CommandType CommandType { get; set; }

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; }

        protected override DbParameterCollection DbParameterCollection { get; } = new Parameters();

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel()
        {
        }

        public override void Prepare()
        {
        }

        public override int ExecuteNonQuery()
        {
            server.Sent.Add(CommandText);
            return 0;
        }

        public override object? ExecuteScalar()
        {
            server.Sent.Add(CommandText);
            return 0;
        }

        protected override DbParameter CreateDbParameter() => new Parameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
        {
            server.Sent.Add(CommandText);
            return server.Answer(CommandText);
        }
    }

    private sealed class Parameter : DbParameter
    {
        public override DbType DbType { get; set; }

        public override ParameterDirection Direction { get; set; }

        public override bool IsNullable { get; set; }

        [AllowNull]
        public override string ParameterName { get; set; } = "";

        public override int Size { get; set; }

        [AllowNull]
        public override string SourceColumn { get; set; } = "";

        public override bool SourceColumnNullMapping { get; set; }

        public override object? Value { get; set; }

        public override void ResetDbType() => DbType = DbType.String;
    }

    private sealed class Parameters : DbParameterCollection
    {
        private readonly List<DbParameter> all = [];

        public override int Count => all.Count;

        public override object SyncRoot => all;

        public override int Add(object value)
        {
            all.Add((DbParameter)value);
            return all.Count - 1;
        }

        public override void AddRange(Array values) => all.AddRange(values.Cast<DbParameter>());

        public override void Clear() => all.Clear();

        public override bool Contains(object value) => all.Contains((DbParameter)value);

        public override bool Contains(string value) => IndexOf(value) >= 0;

        public override void CopyTo(Array array, int index) => ((ICollection)all).CopyTo(array, index);

        public override IEnumerator GetEnumerator() => all.GetEnumerator();

        public override int IndexOf(object value) => all.IndexOf((DbParameter)value);

        public override int IndexOf(string parameterName) => all.FindIndex(parameter => parameter.ParameterName == parameterName);

        public override void Insert(int index, object value) => all.Insert(index, (DbParameter)value);

        public override void Remove(object value) => all.Remove((DbParameter)value);

        public override void RemoveAt(int index) => all.RemoveAt(index);

        public override void RemoveAt(string parameterName) => all.RemoveAt(IndexOf(parameterName));

        protected override DbParameter GetParameter(int index) => all[index];

        protected override DbParameter GetParameter(string parameterName) => all[IndexOf(parameterName)];

        protected override void SetParameter(int index, DbParameter value) => all[index] = value;

        protected override void SetParameter(string parameterName, DbParameter value) => all[IndexOf(parameterName)] = value;
    }
}
