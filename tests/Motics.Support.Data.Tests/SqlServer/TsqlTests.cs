using System.Text.RegularExpressions;
using Motics.Support.Data.Events;
using Motics.Support.Data.Events.Statements;
using Motics.Support.Data.Schema;

namespace Motics.Support.Data.Tests.SqlServer;

/// <summary>Every T-SQL statement of the program, without a server: it parses, its names are in the schema of the migrations, and it is in the agreed subset.</summary>
public sealed partial class TsqlTests
{
    // Fewer would mean that the search for statements broke, not that the program shrank.
    private const int AtLeast = 450;

    [Fact]
    public async Task Program_EveryStatement_BindsToTheSchemaOfTheMigrations()
    {
        var statements = await ProgramStatements.AllAsync();
        var schema = ProgramStatements.Schema();
        TestContext.Current.SendDiagnosticMessage("{0} statements of the program and {1} of migrations parsed and bound, {2} objects of the schema", statements.Count, schema.Data.Count, schema.Texts.Count());
        Assert.True(statements.Count >= AtLeast, $"Only {statements.Count} statements were found.");
        Assert.Empty(new TsqlBinding(schema).Problems([.. statements, .. schema.Data]));
    }

    [Fact]
    public async Task Program_EveryTextThatLooksLikeSql_IsPartOfACheckedStatement() =>
        Assert.Empty(ProgramStatements.Unchecked(await ProgramStatements.AllAsync()));

    [Fact]
    public void TableTypes_EachThatIsWritten_HasTheColumnsThatAreSentInTheirOrder()
    {
        var schema = ProgramStatements.Schema();
        Assert.NotEmpty(ProgramStatements.Writes());
        Assert.All(ProgramStatements.Writes(), write => Assert.Equal(write.Write.Columns.Select(column => column.Name[1..]), schema.ColumnsOf(write.Write.RowType)));
        Assert.Equal(RowRead.Columns.Select(column => column.Name[1..]), schema.ColumnsOf(RowRead.RowType));
    }

    [Fact]
    public void Migrations_EveryScriptAndWhatTheyLeave_IsInTheSubset()
    {
        Assert.Empty(from script in SchemaScript.Embedded("sqlserver")
                     from problem in TsqlRules.Broken(TsqlNames.Parse(script.Sql).Fragment)
                     select $"{script.Name} {problem}");
        Assert.Empty(ProgramStatements.Schema().Texts.SelectMany(sql => TsqlRules.Broken(TsqlNames.Parse(sql).Fragment)));
    }

    [Fact]
    public void Hints_EachThatIsWritten_HasItsReasonBesideIt() =>
        Assert.Empty(from file in Directory.EnumerateFiles(Path.Combine(Root(), "src", "Motics.Support.Data"), "*.cs", SearchOption.AllDirectories)
                     let lines = File.ReadAllLines(file)
                     from index in Enumerable.Range(0, lines.Length)
                     from Match hint in Hint().Matches(Comment().Replace(lines[index], ""))
                     where !lines[Math.Max(0, index - 6)..(index + 1)].Any(line => Comment().Match(line).Value.Contains(hint.Value, StringComparison.Ordinal))
                     select $"{Path.GetFileName(file)}, line {index + 1}: say in a comment why {hint.Value}");

    // One that has none runs on after its caller went away.
    [Fact]
    public void Commands_EachThatIsMade_IsGivenACancellationToken() =>
        Assert.Empty(from file in Directory.EnumerateFiles(Path.Combine(Root(), "src", "Motics.Support.Data"), "*.cs", SearchOption.AllDirectories)
                     let text = File.ReadAllText(file)
                     from Match made in CommandMade().Matches(text)
                     let whole = text[made.Index..Closing(text, made.Index + made.Length)]
                     where !whole.Contains("cancellationToken:", StringComparison.Ordinal)
                     select $"{Path.GetFileName(file)}: {whole}");

    // Where the parenthesis ends that was opened just before.
    private static int Closing(string text, int at)
    {
        for (var open = 1; open > 0; at++)
        {
            open += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
        }

        return at;
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Motics.Support.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"\b(UPDLOCK|HOLDLOCK|ROWLOCK|PAGLOCK|TABLOCKX?|XLOCK|READPAST|SERIALIZABLE|REPEATABLEREAD|NOLOCK|READUNCOMMITTED|READCOMMITTEDLOCK|FORCESEEK)\b")]
    private static partial Regex Hint();

    // Dapper's own, and statements that are handed to it without; Read and Command make one.
    [GeneratedRegex(@"new CommandDefinition\(|\b(connection|transaction)\.(Query|Execute)\w*(<[^>(]*>)?\((?=\s*(?!(Read|Command)\()[$""A-Z])")]
    private static partial Regex CommandMade();

    [GeneratedRegex("//.*$")]
    private static partial Regex Comment();
}
