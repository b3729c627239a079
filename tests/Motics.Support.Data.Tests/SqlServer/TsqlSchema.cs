using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Motics.Support.Data.Schema;

namespace Motics.Support.Data.Tests.SqlServer;

/// <summary>
/// The schema that the migrations leave behind, as a model without a server. A model holds objects as they are, not how they came to be,
/// so ALTER TABLE is carried out on the text of its table.
/// </summary>
internal sealed class TsqlSchema
{
    // Its version decides what binds: 2019 is the oldest that is promised.
    private const SqlServerVersion Oldest = SqlServerVersion.Sql150;

    private readonly Dictionary<string, CreateTableStatement> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TSqlStatement> indexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CreateTypeTableStatement> rowTypes = new(StringComparer.Ordinal);
    private readonly List<string> others = [];
    private readonly List<TsqlStatement> data = [];

    private TsqlSchema()
    {
    }

    /// <summary>Statements of the migrations that write rows.</summary>
    public IReadOnlyList<TsqlStatement> Data => data;

    /// <summary>Names of the table types, which parameters have that stand for rows.</summary>
    public IReadOnlyCollection<string> RowTypes => rowTypes.Keys;

    /// <summary>Statements that would make the schema as it is in the end.</summary>
    public IEnumerable<string> Texts => tables.Values.Concat(indexes.Values).Concat(rowTypes.Values).Select(Text).Concat(others);

    /// <summary>A table with the columns of a table type, for binding only.</summary>
    public static string StandIn(string rowType) => $"[dbo].[rows of {rowType}]";

    /// <summary>Names of the columns of a table type, in order.</summary>
    public IReadOnlyList<string> ColumnsOf(string rowType) => [.. rowTypes[rowType].Definition.ColumnDefinitions.Select(column => column.ColumnIdentifier.Value)];

    /// <summary>Of these scripts; throws when one does not parse.</summary>
    public static TsqlSchema Of(params IEnumerable<SchemaScript> scripts)
    {
        var schema = new TsqlSchema();
        foreach (var script in scripts)
        {
            var (fragment, problems) = TsqlNames.Parse(script.Sql);
            if (problems.Count > 0)
            {
                throw new InvalidOperationException($"{script.Name} {string.Join("; ", problems)}");
            }

            foreach (var statement in ((TSqlScript)fragment).Batches.SelectMany(batch => batch.Statements))
            {
                schema.Apply(script, statement);
            }
        }

        return schema;
    }

    /// <summary>A model of its own, for whoever adds to it.</summary>
    public TSqlModel Build()
    {
        var model = new TSqlModel(Oldest, new TSqlModelOptions { Collation = "Latin1_General_100_CI_AS" });
        foreach (var (name, rows) in rowTypes)
        {
            var standIn = new CreateTableStatement { SchemaObjectName = new SchemaObjectName { Identifiers = { new Identifier { Value = $"rows of {name}", QuoteType = QuoteType.SquareBracket } } }, Definition = rows.Definition };
            model.AddObjects(Text(standIn));
        }

        Texts.ToList().ForEach(model.AddObjects);

        return model;
    }

    private static string Text(TSqlStatement statement)
    {
        new Sql150ScriptGenerator().GenerateScript(statement, out var sql);
        return sql;
    }

    private void Apply(SchemaScript script, TSqlStatement statement)
    {
        switch (statement)
        {
            case CreateTableStatement create:
                tables.Add(create.SchemaObjectName.BaseIdentifier.Value, create);
                break;
            case CreateIndexStatement index:
                indexes.Add(index.Name.Value, index);
                break;
            case DropIndexStatement drop:
                drop.DropIndexClauses.OfType<DropIndexClause>().ToList().ForEach(clause => indexes.Remove(clause.Index.Value));
                break;
            case AlterTableAddTableElementStatement add:
                var definition = tables[add.SchemaObjectName.BaseIdentifier.Value].Definition;
                add.Definition.ColumnDefinitions.ToList().ForEach(definition.ColumnDefinitions.Add);
                add.Definition.TableConstraints.ToList().ForEach(definition.TableConstraints.Add);
                break;
            case AlterTableAlterColumnStatement alter:
                Alter(tables[alter.SchemaObjectName.BaseIdentifier.Value], alter);
                break;
            case InsertStatement or UpdateStatement or DeleteStatement:
                data.Add(new TsqlStatement($"{script.Name}:{statement.StartLine}", Text(statement)));
                break;
            case CreateTypeTableStatement rows:
                rowTypes.Add(rows.Name.BaseIdentifier.Value, rows);
                break;
            case CreateTriggerStatement or CreateViewStatement or CreateProcedureStatement:
                others.Add(script.Sql.Substring(statement.StartOffset, statement.FragmentLength));
                break;
            default:
                throw new NotSupportedException($"{script.Name}, line {statement.StartLine}: teach this test what {statement.GetType().Name} leaves behind.");
        }
    }

    private static void Alter(CreateTableStatement table, AlterTableAlterColumnStatement alter)
    {
        var column = table.Definition.ColumnDefinitions.Single(column => column.ColumnIdentifier.Value == alter.ColumnIdentifier.Value);
        (column.DataType, column.Collation) = (alter.DataType, alter.Collation);
        column.Constraints.OfType<NullableConstraintDefinition>().ToList().ForEach(constraint => column.Constraints.Remove(constraint));
        column.Constraints.Add(new NullableConstraintDefinition { Nullable = alter.AlterTableAlterColumnOption != AlterTableAlterColumnOption.NotNull });
    }
}
