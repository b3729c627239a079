using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Motics.Support.Data.Tests.SqlServer;

/// <summary>Names in T-SQL text.</summary>
internal static class TsqlNames
{
    /// <summary>Parses as SQL Server 2019 does; sentences say what does not parse.</summary>
    public static (TSqlFragment Fragment, IReadOnlyList<string> Problems) Parse(string sql)
    {
        using var reader = new StringReader(sql);
        var fragment = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return (fragment, [.. errors.Select(error => $"does not parse: {error.Message}")]);
    }

    /// <summary>Names of the columns that the first SELECT gives.</summary>
    public static IReadOnlyList<string> OfSelected(string sql)
    {
        var found = new SelectedNames();
        Parse(sql).Fragment?.Accept(found);
        return found.Names ?? [];
    }

    /// <summary>Parameters, once each; those that stand for a table apart, with every place where they do.</summary>
    public static (IReadOnlyList<string> Values, IReadOnlyList<(string Name, int At)> Tables) OfParameters(TSqlFragment fragment)
    {
        var found = new ParameterNames();
        fragment.Accept(found);
        var tables = found.Tables.Where(table => !found.Declared.Contains(table.Name)).ToList();
        return ([.. found.Values.Where(value => !found.Declared.Contains(value) && tables.TrueForAll(table => table.Name != value))], tables);
    }

    private sealed class SelectedNames : TSqlFragmentVisitor
    {
        public IReadOnlyList<string>? Names { get; private set; }

        public override void Visit(SelectStatement node) => Names ??=
        [
            .. First(node.QueryExpression).SelectElements.OfType<SelectScalarExpression>().Select((element, index) => element.ColumnName?.Value
                ?? (element.Expression as ColumnReferenceExpression)?.MultiPartIdentifier?.Identifiers[^1].Value ?? $"column{index}"),
        ];

        private static QuerySpecification First(QueryExpression query) => query switch
        {
            QuerySpecification whole => whole,
            BinaryQueryExpression two => First(two.FirstQueryExpression),
            QueryParenthesisExpression inner => First(inner.QueryExpression),
            _ => throw new NotSupportedException(query.GetType().Name),
        };
    }

    private sealed class ParameterNames : TSqlFragmentVisitor
    {
        public HashSet<string> Values { get; } = new(StringComparer.OrdinalIgnoreCase);

        public List<(string Name, int At)> Tables { get; } = [];

        public HashSet<string> Declared { get; } = new(StringComparer.OrdinalIgnoreCase);

        public override void Visit(VariableReference node) => Values.Add(node.Name);

        public override void Visit(VariableTableReference node) => Tables.Add((node.Variable.Name, node.Variable.StartOffset));

        public override void Visit(DeclareVariableElement node) => Declared.Add(node.VariableName.Value);

        public override void Visit(DeclareTableVariableBody node)
        {
            if (node.VariableName is { } name)
            {
                Declared.Add(name.Value);
            }
        }

        // "EXEC p @Resource = …" names the procedure's parameter, not one of ours.
        public override void ExplicitVisit(ExecuteParameter node) => node.ParameterValue?.Accept(this);
    }
}
