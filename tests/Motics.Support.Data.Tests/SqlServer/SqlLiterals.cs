using System.Reflection;
using System.Reflection.Emit;
using System.Text.RegularExpressions;

namespace Motics.Support.Data.Tests.SqlServer;

/// <summary>A text in the program: where it stands, and whether it is a field that can be a statement by itself.</summary>
internal sealed record SqlLiteral(string Owner, string Text, bool IsField);

/// <summary>
/// Every text in the program that looks like SQL: constants and fields, and the pieces inside of methods, read from their compiled code, so
/// that nothing depends on how somebody names or places a statement.
/// </summary>
internal static partial class SqlLiterals
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IEnumerable<SqlLiteral> Of(Assembly assembly) =>
        from type in assembly.GetTypes()
        from literal in Fields(type).Concat(Pieces(type))
        where IsSql(literal.Text)
        select literal;

    public static bool IsSql(string text) => LooksLikeSql().IsMatch(text);

    private static string Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type.Name;

    private static IEnumerable<SqlLiteral> Fields(Type type) =>
        from field in type.GetFields(Declared)
        where field.FieldType == typeof(string) && field.IsStatic && !type.ContainsGenericParameters
        let text = (string?)(field.IsLiteral ? field.GetRawConstantValue() : field.GetValue(null))
        where text is not null
        select new SqlLiteral($"{Outermost(type)}.{field.Name}", text, IsField: true);

    private static IEnumerable<SqlLiteral> Pieces(Type type) =>
        from method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared))
        from text in Loaded(method)
        select new SqlLiteral($"{Outermost(type)}.{method.Name}", text, IsField: false);

    private static IEnumerable<string> Loaded(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var operation = Codes[code[at] == 0xFE ? BitConverter.ToInt16([code[at + 1], code[at]]) : code[at]];
            at += operation.Size;
            if (operation.OperandType == OperandType.InlineString)
            {
                yield return method.Module.ResolveString(BitConverter.ToInt32(code, at));
            }

            at += Length(operation.OperandType, code, at);
        }
    }

    private static int Length(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    // Capitals, as statements are written here; people's sentences have none.
    [GeneratedRegex(@"\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|JOIN|ORDER BY|GROUP BY|HAVING|OFFSET|VALUES|EXISTS|EXEC|CREATE|ALTER|DROP|LIMIT|MERGE|PRAGMA|WITH \()\b| AND | OR | IN \(| AS [A-Z]|[=<>] ?@\w")]
    private static partial Regex LooksLikeSql();
}
