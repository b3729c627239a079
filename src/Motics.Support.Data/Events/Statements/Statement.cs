namespace Motics.Support.Data.Events.Statements;

/// <summary>Kinds of values that the event store writes.</summary>
internal enum ValueKind
{
    /// <summary>At most 4,000 characters.</summary>
    Text,

    /// <summary>Text without a bound.</summary>
    LongText,

    /// <summary>A whole number.</summary>
    Whole,
}

/// <summary>A parameter of a statement, by its name with the sign before it.</summary>
internal readonly record struct Parameter(string Name, ValueKind Kind);

/// <summary>
/// A statement that is run many times in one transaction: made and prepared once. The event store is the one place that is busy enough to
/// need it; everywhere else Dapper does.
/// </summary>
internal abstract class Statement : IDisposable
{
    /// <summary>Runs it with values in the order of its parameters; how many rows it changed.</summary>
    public abstract int Execute(params ReadOnlySpan<object?> values);

    /// <summary>Runs it and reads its rows.</summary>
    public abstract StatementRows Read(params ReadOnlySpan<object?> values);

    /// <inheritdoc />
    public abstract void Dispose();
}

/// <summary>The rows of a statement, one after the other. To be disposed before the statement runs again.</summary>
internal abstract class StatementRows : IDisposable
{
    /// <summary>Goes to the next row; false when there is none.</summary>
    public abstract bool Next();

    /// <summary>A column that may be null.</summary>
    public abstract string? Text(int column);

    /// <summary>A column that may be null; a bit is 0 or 1.</summary>
    public abstract long? Whole(int column);

    /// <inheritdoc />
    public abstract void Dispose();
}

/// <summary>Short names for kinds of parameters.</summary>
internal static class Columns
{
    public static Parameter Text(string name) => new(name, ValueKind.Text);

    public static Parameter LongText(string name) => new(name, ValueKind.LongText);

    public static Parameter Whole(string name) => new(name, ValueKind.Whole);
}
