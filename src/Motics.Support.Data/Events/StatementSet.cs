using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Motics.Support.Data.Events;

/// <summary>The statements of one transaction, made when they are first needed and kept until it ends.</summary>
internal sealed class StatementSet(DbConnection connection, DbTransaction transaction, Dialect dialect) : IDisposable
{
    private readonly Dictionary<string, Statement> statements = new(ReferenceEqualityComparer.Instance);

    /// <summary>What differs between the engines.</summary>
    public Dialect Dialect { get; } = dialect;

    /// <summary>The statement with this text; the text must be the same constant each time.</summary>
    public Statement Get(string sql, Parameter[] parameters)
    {
        if (!statements.TryGetValue(sql, out var statement))
            statements.Add(sql, statement = connection is SqliteConnection sqlite ? new SqliteStatement(sqlite, sql, parameters) : new CommandStatement(connection, transaction, sql, parameters));
        return statement;
    }

    /// <summary>The same for a text of several statements, which is run seldom.</summary>
    public Statement Script(string sql, Parameter[] parameters)
    {
        if (!statements.TryGetValue(sql, out var statement))
            statements.Add(sql, statement = new CommandStatement(connection, transaction, sql, parameters));
        return statement;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
    }
}
