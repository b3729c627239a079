using System.Reflection;
using System.Text.RegularExpressions;
using Motics.Support.Data.Copying;
using Motics.Support.Data.Events;
using Motics.Support.Data.Events.Statements;
using Motics.Support.Data.Schema;

namespace Motics.Support.Data.Tests.SqlServer;

/// <summary>Every statement that the program can send to SQL Server.</summary>
internal static partial class ProgramStatements
{
    private static readonly Assembly Data = typeof(Database).Assembly;

    // Sentences for people that name a statement.
    private static readonly string[] Sentences = ["READ_COMMITTED_SNAPSHOT is off", "ALTER DATABASE ["];

    private static readonly Lazy<Task<IReadOnlyList<TsqlStatement>>> Found = new(FindAsync);

    /// <summary>
    /// Statements composed from pieces, as the stores sent them, and those that are written whole in one place. Both, because the first are only as
    /// complete as the calls made here; what no call sent and is not whole either is found by <see cref="Unchecked"/>.
    /// </summary>
    public static Task<IReadOnlyList<TsqlStatement>> AllAsync() => Found.Value;

    /// <summary>What the migrations leave behind, and the tables that are made outside of them.</summary>
    public static TsqlSchema Schema() => TsqlSchema.Of([.. SchemaScript.Embedded("sqlserver"), .. OfTables().Select(literal => new SchemaScript(literal.Owner, literal.Text))]);

    /// <summary>Texts of the program that are in none of these statements, each with where it stands.</summary>
    public static IReadOnlyList<string> Unchecked(IEnumerable<TsqlStatement> statements) =>
        Unchecked([.. statements, .. OfTables().Select(literal => new TsqlStatement(literal.Owner, literal.Text))], Literals());

    internal static IReadOnlyList<string> Unchecked(IEnumerable<TsqlStatement> statements, IEnumerable<SqlLiteral> literals)
    {
        var plain = string.Join('\n', statements.Select(statement => TsqlStatement.Plain(statement.Sql)));
        return [.. from literal in literals where !plain.Contains(TsqlStatement.Plain(literal.Text).Trim(), StringComparison.Ordinal) select $"{literal.Owner}: {literal.Text}"];
    }

    private static async Task<IReadOnlyList<TsqlStatement>> FindAsync()
    {
        IReadOnlyList<TsqlStatement> sent = [.. await SentStatements.RecordAsync(), .. OfRows(), .. OfCopy()];
        var plain = string.Join('\n', sent.Select(statement => TsqlStatement.Plain(statement.Sql)));
        return
        [
            .. sent,
            .. from literal in Literals()
               where Whole().IsMatch(literal.Text) && !plain.Contains(TsqlStatement.Plain(literal.Text).Trim(), StringComparison.Ordinal)
               select new TsqlStatement(literal.Owner, literal.Text),
        ];
    }

    private static IEnumerable<SqlLiteral> OfTables() => Literals().Where(literal => literal.IsField && literal.Text.StartsWith("CREATE TABLE", StringComparison.Ordinal));

    // SQLite's own words are what its dialect says, what stands in its own classes, twins that carry its name, and questions for its catalogue.
    private static IEnumerable<SqlLiteral> Literals()
    {
        var sqlite = Words(new SqliteDialect("Data Source=nothing.db")).Concat(Written().Select(write => write.Each)).Concat(ReadSets().Select(read => read.Each)).ToHashSet(StringComparer.Ordinal);
        return [.. from literal in SqlLiterals.Of(Data).Concat(Words(new SqlServerDialect("Server=nowhere")).Where(SqlLiterals.IsSql).Select(text => new SqlLiteral(nameof(SqlServerDialect), text, IsField: true)))
                   where !sqlite.Contains(literal.Text) && !literal.Owner.Contains("Sqlite", StringComparison.Ordinal) && !literal.Owner.StartsWith(nameof(Backup) + ".", StringComparison.Ordinal)
                       && !Sentences.Any(sentence => literal.Text.StartsWith(sentence, StringComparison.Ordinal)) && !OfSqlite().IsMatch(literal.Text)
                   select literal];
    }

    /// <summary>Writes of the event store, each with a table type of its own.</summary>
    public static IEnumerable<(string Name, RowWrite Write)> Writes() => Statics<RowWrite>();

    private static IEnumerable<RowWrite> Written() => Statics<RowWrite>().Select(write => write.Value);

    private static IEnumerable<RowRead> ReadSets() => Statics<RowRead>().Select(read => read.Value);

    private static IEnumerable<TsqlStatement> OfRows() =>
    [
        .. Statics<RowWrite>().Select(write => new TsqlStatement(write.Name, write.Value.Set, write.Value.RowType)),
        .. Statics<RowRead>().Select(read => new TsqlStatement(read.Name, read.Value.Set, RowRead.RowType)),
    ];

    private static IEnumerable<TsqlStatement> OfCopy() =>
        from table in CopyTable.All()
        from sql in new[] { table.SelectAfter(true, TakeOfSqlServer), table.SelectAfter(false, TakeOfSqlServer), table.SelectAll }
        select new TsqlStatement($"CopyTable of {table.Name}", sql);

    private static string TakeOfSqlServer => new SqlServerDialect("Server=nowhere").Take;

    private static IEnumerable<(string Name, T Value)> Statics<T>() =>
        from type in Data.GetTypes()
        where !type.ContainsGenericParameters
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where field.FieldType == typeof(T)
        select ($"{type.Name}.{field.Name}", (T)field.GetValue(null)!);

    // All texts of a dialect, those of its parts included.
    private static IEnumerable<string> Words(object part) =>
        from property in part.GetType().GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
        where property.GetIndexParameters().Length == 0 && (property.PropertyType == typeof(string) || (property.PropertyType.Assembly == Data && !property.PropertyType.IsEnum))
        let value = property.GetValue(part)
        where value is not null
        from text in value is string word ? [word] : Words(value)
        select text;

    [GeneratedRegex("sqlite_master|pragma_")]
    private static partial Regex OfSqlite();

    [GeneratedRegex(@"^\s*(SELECT\b.*\bFROM\b|INSERT\b|UPDATE\b|DELETE\b|EXEC\b|DROP\b|IF\b|DECLARE\b|SET\b|WITH\s+\w+\s+AS\b)", RegexOptions.Singleline)]
    private static partial Regex Whole();
}
