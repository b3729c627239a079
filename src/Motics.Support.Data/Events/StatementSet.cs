using System.Data;
using System.Data.Common;

namespace Motics.Support.Data.Events;

/// <summary>The statements of one transaction, made when they are first needed and kept until it ends.</summary>
internal sealed class StatementSet(DbConnection connection, DbTransaction transaction, Dialect dialect) : IDisposable
{
    private readonly Dictionary<string, Statement> statements = new(ReferenceEqualityComparer.Instance);

    /// <summary>What differs between the engines.</summary>
    public Dialect Dialect { get; } = dialect;

    /// <summary>The statement with this text; the text must be the same constant each time.</summary>
    public Statement Get(string sql, (string Name, DbType Type)[] parameters)
    {
        if (!statements.TryGetValue(sql, out var statement))
            statements.Add(sql, statement = new Statement(connection, transaction, sql, parameters));
        return statement;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
    }
}

/// <summary>Short names for kinds of parameters, and reading of columns that may be null.</summary>
internal static class Columns
{
    public static (string, DbType) Text(string name) => (name, DbType.String);

    public static (string, DbType) Whole(string name) => (name, DbType.Int64);

    public static string? TextOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static long? WholeOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : Convert.ToInt64(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture);
}
