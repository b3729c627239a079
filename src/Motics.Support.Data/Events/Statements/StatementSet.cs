namespace Motics.Support.Data.Events.Statements;

/// <summary>
/// The statements of one transaction, made when they are first needed and kept until it ends. What is written may wait until <see cref="Send"/>:
/// whoever reads what this transaction wrote sends first.
/// </summary>
internal abstract class StatementSet : IDisposable
{
    private readonly Dictionary<string, Statement> statements = new(ReferenceEqualityComparer.Instance);

    /// <summary>The statement with this text; the text must be the same constant each time.</summary>
    public Statement Get(string sql, Parameter[] parameters)
    {
        if (!statements.TryGetValue(sql, out var statement))
            statements.Add(sql, statement = Prepare(sql, parameters));
        return statement;
    }

    /// <summary>Writes a row, now or with the others at <see cref="Send"/>. Writes are sent in the order in which each was first used.</summary>
    public abstract void Add(RowWrite write, params ReadOnlySpan<object?> values);

    /// <summary>Writes those of these rows that are new, now; tells for each whether it was.</summary>
    /// <param name="write">
    /// Its first column is the row's number. <see cref="RowWrite.Each"/> changes one row or none; <see cref="RowWrite.Set"/> answers the numbers of the new.
    /// </param>
    /// <param name="count">How many rows.</param>
    /// <param name="values">Fills in a row, its number left out.</param>
    public abstract bool[] AddNew(RowWrite write, int count, RowValues values);

    /// <summary>What belongs to these ids.</summary>
    public abstract StatementRows Read(RowRead read, IReadOnlyList<string> ids);

    /// <summary>Writes what waits.</summary>
    public abstract void Send();

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
    }

    private protected abstract Statement Prepare(string sql, Parameter[] parameters);
}
