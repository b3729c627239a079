using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Motics.Support.Data.Tests.SqlServer;

/// <summary>What parses and yet is not written here: it does not run, or not the same, on every engine that takes this T-SQL.</summary>
internal sealed partial class TsqlRules : TSqlFragmentVisitor
{
    /// <summary>The one collation. Compares as the program does, by code unit, whatever the server's own.</summary>
    public const string Collation = "Latin1_General_100_BIN2";

    // In SQL Server 2019 and Azure SQL alike. Functions are not resolved by the model, so they are listed.
    private static readonly HashSet<string> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        "COUNT", "COUNT_BIG", "SUM", "MIN", "MAX", "LOWER", "ROW_NUMBER", "SCHEMA_NAME", "DB_ID", "DB_NAME", "STRING_SPLIT", "UPDATE", "ISNULL", "LEN", "DATALENGTH", "CHARINDEX", "ISJSON", "JSON_VALUE",
    };

    private readonly List<string> broken = [];
    private readonly HashSet<string> expressions = new(StringComparer.OrdinalIgnoreCase);

    private TsqlRules()
    {
    }

    /// <summary>Sentences without the statement's name; empty when nothing is wrong.</summary>
    public static IReadOnlyList<string> Broken(TSqlFragment fragment)
    {
        var rules = new TsqlRules();
        fragment.Accept(rules);
        return rules.broken;
    }

    public override void Visit(MergeStatement node) => broken.Add("uses MERGE, which has races of its own: update, then insert where it does not exist.");

    public override void Visit(TableDefinition node)
    {
        if (node.Indexes.Count > 0)
        {
            broken.Add("has an index inside of CREATE TABLE: make it with CREATE INDEX.");
        }
    }

    public override void Visit(ColumnDefinition node)
    {
        if (node.Index is not null)
        {
            broken.Add($"has an index inside of the column {node.ColumnIdentifier.Value}: make it with CREATE INDEX.");
        }

        // varchar is in the program's own tables only, made by one statement for both engines and never compared with others.
        if (node.DataType is SqlDataTypeReference { SqlDataTypeOption: SqlDataTypeOption.NVarChar or SqlDataTypeOption.NChar } && node.Collation is null)
        {
            broken.Add($"leaves the collation of {node.ColumnIdentifier.Value} to the server: COLLATE {Collation}.");
        }
    }

    public override void Visit(AlterTableAddTableElementStatement node)
    {
        if (node.Definition.ColumnDefinitions.Count > 1)
        {
            broken.Add("adds several columns with one ALTER TABLE: one each.");
        }
    }

    public override void Visit(StatementWithCtesAndXmlNamespaces node) =>
        expressions.UnionWith(node.WithCtesAndXmlNamespaces?.CommonTableExpressions.Select(expression => expression.ExpressionName.Value) ?? []);

    public override void Visit(UpdateSpecification node) => NotThroughExpression(node.Target);

    public override void Visit(DeleteSpecification node) => NotThroughExpression(node.Target);

    public override void Visit(FullTextPredicate node) => NoFullText();

    public override void Visit(FullTextTableReference node) => NoFullText();

    public override void Visit(CreateFullTextIndexStatement node) => NoFullText();

    public override void Visit(CreateFullTextCatalogStatement node) => NoFullText();

    public override void Visit(SystemVersioningTableOption node) => NoTemporalTables();

    public override void Visit(SystemTimePeriodDefinition node) => NoTemporalTables();

    public override void Visit(TemporalClause node) => NoTemporalTables();

    public override void Visit(SchemaObjectName node)
    {
        if (node.SchemaIdentifier?.Value.Equals("sys", StringComparison.OrdinalIgnoreCase) == true && !node.BaseIdentifier.Value.Equals("databases", StringComparison.OrdinalIgnoreCase))
        {
            broken.Add($"asks sys.{node.BaseIdentifier.Value}: the journal says which scripts ran, so nothing has to look whether an object is there.");
        }
    }

    public override void Visit(Identifier node)
    {
        if (node.Value != Collation && CollationName().IsMatch(node.Value))
        {
            broken.Add($"names the collation {node.Value}: the one here is {Collation}.");
        }
    }

    public override void Visit(FunctionCall node)
    {
        if (node.CallTarget is null && !Functions.Contains(node.FunctionName.Value))
        {
            broken.Add($"calls {node.FunctionName.Value}: only what every engine has is in the list of {nameof(TsqlRules)}.");
        }
    }

    public override void Visit(GlobalFunctionTableReference node)
    {
        if (!Functions.Contains(node.Name.Value) || node.Parameters.Count > 2)
        {
            broken.Add($"calls {node.Name.Value} in a way that SQL Server 2019 does not know.");
        }
    }

    private void NotThroughExpression(TableReference target)
    {
        if (target is NamedTableReference { SchemaObject.BaseIdentifier.Value: var name } && expressions.Contains(name))
        {
            broken.Add($"changes rows through the common table expression {name}: name the table.");
        }
    }

    private void NoFullText() => broken.Add("uses the server's full-text index: it knows whole words only, and not every edition has it.");

    [GeneratedRegex("_(CI|CS|BIN|BIN2)(_|$)", RegexOptions.IgnoreCase)]
    private static partial Regex CollationName();

    private void NoTemporalTables() => broken.Add("uses temporal tables: what must be kept is written by the program, the same on both engines.");
}
