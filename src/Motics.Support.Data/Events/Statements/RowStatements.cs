namespace Motics.Support.Data.Events.Statements;

/// <summary>
/// Writes many rows of one shape. SQLite runs <paramref name="Each"/> for every row, which costs it least; SQL Server is sent all rows at once
/// and runs <paramref name="Set"/>, because there every statement costs a way to the server and back.
/// </summary>
/// <param name="Each">In SQLite's words, one row: a parameter for each of <paramref name="Columns"/>.</param>
/// <param name="Set">In SQL Server's words, all rows: they are the table <c>@rows</c>.</param>
/// <param name="RowType">The table type of <c>@rows</c>; its columns are <paramref name="Columns"/> without the sign, in their order.</param>
/// <param name="Columns">What a row holds.</param>
internal sealed record RowWrite(string Each, string Set, string RowType, Parameter[] Columns)
{
    /// <summary>The parameter with the rows.</summary>
    public const string Rows = "@rows";
}

/// <summary>Reads what belongs to a number of ids: SQLite one after the other by <c>@id</c>, SQL Server all at once, the ids being the table <c>@rows</c>.</summary>
internal sealed record RowRead(string Each, string Set)
{
    /// <summary>The table type of <c>@rows</c>.</summary>
    public const string RowType = "id_row";

    /// <summary>What a row of it holds, and what <see cref="Each"/> is given.</summary>
    public static readonly Parameter[] Columns = [Statements.Columns.Text("@id")];
}

/// <summary>Fills in the values of one of several rows.</summary>
internal delegate void RowValues(int row, Span<object?> values);
