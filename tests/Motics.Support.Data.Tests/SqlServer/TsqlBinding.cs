using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.SqlServer.Dac.Model;

namespace Motics.Support.Data.Tests.SqlServer;

/// <summary>
/// Parses statements and binds each, wrapped as a procedure, to the schema. It proves that names resolve, not that a statement runs:
/// types, functions and counts of values are not looked at by the model.
/// </summary>
/// <param name="schema">What statements are bound to.</param>
/// <param name="inSubset">False for what people run by hand on SQL Server, where the agreed subset does not hold.</param>
internal sealed partial class TsqlBinding(TsqlSchema schema, bool inSubset = true)
{
    // The model holds none of the server's own objects.
    private static readonly string[] OfTheServer = ["[INFORMATION_SCHEMA]", "[sys]", "[sp_getapplock]", "[sp_releaseapplock]"];

    /// <summary>What is wrong, a sentence each that begins with the statement's name; empty when all bind.</summary>
    public IReadOnlyList<string> Problems(params IReadOnlyList<TsqlStatement> statements)
    {
        using var model = schema.Build();
        var (problems, names) = (new List<string>(), new Dictionary<string, TsqlStatement>(StringComparer.Ordinal));
        foreach (var statement in statements)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"p{names.Count}");
            var found = Add(model, name, statement);
            problems.AddRange(found.Select(problem => $"{statement.Name} {problem}"));
            if (found.Count == 0)
            {
                names.Add(name, statement);
            }
        }

        problems.AddRange(from message in model.Validate()
                          where !OfTheServer.Any(mine => message.Message.Contains(mine, StringComparison.OrdinalIgnoreCase))
                          let procedure = ProcedureName().Match(message.Message)
                          select $"{(procedure.Success ? names[procedure.Groups[1].Value].Name : "The schema")} {message.Message}");
        return problems;
    }

    // A text that does not parse, or breaks a rule, is not added: it would spoil the model for all the others.
    private IReadOnlyList<string> Add(TSqlModel model, string name, TsqlStatement statement)
    {
        var sql = statement.Spread();
        var (fragment, problems) = TsqlNames.Parse(sql);
        if (problems.Count > 0 || (inSubset && (problems = TsqlRules.Broken(fragment)).Count > 0))
        {
            return problems;
        }

        var (values, tables) = TsqlNames.OfParameters(fragment);
        if (tables.Count > 0 && (statement.RowType is null || !schema.RowTypes.Contains(statement.RowType) || tables.Any(table => table.Name != "@rows")))
        {
            return [$"reads {string.Join(", ", tables.Select(table => table.Name))}, but of no table type of the migrations ({statement.RowType ?? "none is named"})."];
        }

        // The model does not look into parameters, so a table of the same columns stands for each.
        var bound = tables.OrderByDescending(table => table.At).Aggregate(sql, (text, table) => text.Remove(table.At, table.Name.Length).Insert(table.At, TsqlSchema.StandIn(statement.RowType!)));
        var procedure = $"CREATE PROCEDURE [dbo].[{name}] {string.Join(", ", values.Select(value => $"{value} {TypeOf(value)}"))} AS\nBEGIN\n{bound}\nEND";
        if ((problems = TsqlNames.Parse(procedure).Problems).Count == 0)
        {
            model.AddObjects(procedure);
        }

        return problems;
    }

    // The model does not look at types, so a likely one does.
    private static string TypeOf(string parameter) => parameter is "@take" or "@bound" or "@step" ? "int" : "nvarchar(4000)";

    [GeneratedRegex(@"\[dbo\]\.\[(p\d+)\]")]
    private static partial Regex ProcedureName();
}
