using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Motics.Support.Data.Tests.SqlServer;

/// <summary>The optional script for monthly partitions: it parses, its names are in the schema, and it leaves the indexes that the migrations made.</summary>
public sealed class PartitionScriptTests
{
    // The function and the scheme are made by the script itself, so the schema has neither.
    [Fact]
    public void Script_EveryStatement_BindsToTheSchemaOfTheMigrations() => Assert.DoesNotContain(
        new TsqlBinding(ProgramStatements.Schema(), inSubset: false).Problems(new TsqlStatement("partitions", Script())),
        problem => !problem.EndsWith("to object [ps_event_month].", StringComparison.Ordinal) && !problem.EndsWith("to object [pf_event_month].", StringComparison.Ordinal));

    [Fact]
    public void Script_WhatItDropsAndMakes_IsWhatTheMigrationsMade()
    {
        var made = new Made();
        TsqlNames.Parse(Script()).Fragment.Accept(made);
        var before = ProgramStatements.Schema().Texts.Select(text => TsqlNames.Parse(text).Fragment).ToList();
        var indexes = new Made();
        before.ForEach(fragment => fragment.Accept(indexes));
        var ofEvent = indexes.Indexes.Where(index => index.StartsWith("event ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(ofEvent);
        Assert.Equal(ofEvent.Order(), made.Indexes.Order());
        Assert.Equal(["pk_event: seq"], made.Keys);
        Assert.Equal(made.Indexes.Select(index => index.Split(' ')[1]).Order(), made.Dropped.Order());
    }

    private static string Script() => File.ReadAllText(Path.Combine(TsqlTests.Root(), "sql", "optional", "sqlserver_event_partitions.sql"));

    private sealed class Made : TSqlFragmentVisitor
    {
        public List<string> Indexes { get; } = [];

        public List<string> Keys { get; } = [];

        public List<string> Dropped { get; } = [];

        // Without the place it is kept in, the only thing that may differ.
        public override void Visit(CreateIndexStatement node)
        {
            node.OnFileGroupOrPartitionScheme = null;
            new Sql150ScriptGenerator().GenerateScript(node, out var text);
            Indexes.Add($"{node.OnName.BaseIdentifier.Value} {node.Name.Value} {TsqlStatement.Plain(text)}");
        }

        public override void Visit(AlterTableAddTableElementStatement node) => Keys.AddRange(
            node.Definition.TableConstraints.OfType<UniqueConstraintDefinition>().Select(key => $"{key.ConstraintIdentifier.Value}: {string.Join(", ", key.Columns.Select(column => column.Column.MultiPartIdentifier.Identifiers[^1].Value))}"));

        public override void Visit(DropIndexClause node) => Dropped.Add(node.Index.Value);
    }
}
