using System.Text.Json;

namespace Motics.Support.Portal.Tests.Api;

/// <summary>
/// An OpenAPI document as lines that a person can compare: a heading for each operation and each schema, below it a line for each parameter, body, answer and field. Keys are in order, references are
/// names; what is prose (descriptions, summaries, tags) is left out, everything else is there.
/// </summary>
internal static class DocumentLines
{
    private const string Reference = "#/components/schemas/";

    public static IEnumerable<string> Of(JsonElement document) =>
        [
            .. Sorted(document).Where(part => part.Name is not ("paths" or "components")).Select(part => $"{part.Name}: {Short(part.Value)}"),
            .. Sorted(document.GetProperty("components")).Where(part => part.Name != "schemas").Select(part => $"{part.Name}: {Short(part.Value)}"),
            .. from path in Sorted(document.GetProperty("paths"))
               from operation in Sorted(path.Value)
               from line in Section($"{operation.Name.ToUpperInvariant()} {path.Name}", Operation(operation.Value))
               select line,
            .. from schema in Sorted(document.GetProperty("components").GetProperty("schemas"))
               from line in Section(schema.Name, Schema(schema.Value))
               select line,
        ];

    /// <summary>What went and what came, each line with the heading above it.</summary>
    public static string Difference(IEnumerable<string> kept, IEnumerable<string> served)
    {
        var (before, now) = (Headed(kept), Headed(served));
        return string.Join('\n', before.Except(now).Select(line => $"- {line}").Concat(now.Except(before).Select(line => $"+ {line}")));
    }

    private static List<string> Headed(IEnumerable<string> lines)
    {
        var heading = "";
        return [.. lines.Where(line => line.Length > 0).Select(line => line[0] == ' ' ? $"{heading}: {line.Trim()}" : heading = line)];
    }

    private static IEnumerable<string> Section(string heading, IEnumerable<string> lines) => ["", heading, .. lines.Select(line => $"    {line}")];

    private static IEnumerable<string> Operation(JsonElement operation) =>
        Sorted(operation).SelectMany(part => part.Name switch
        {
            "parameters" => part.Value.EnumerateArray().Select(one => $"{one.GetProperty("in")} {one.GetProperty("name")} {Short(one, "in", "name")}").Order(StringComparer.Ordinal),
            "requestBody" => Content("body", part.Value),
            "responses" => Sorted(part.Value).SelectMany(answer => Content(answer.Name, answer.Value)),
            _ => [$"{part.Name} {Short(part.Value)}"],
        });

    private static IEnumerable<string> Content(string what, JsonElement holder)
    {
        var rest = Short(holder, "content");
        return [.. rest == "{}" ? [] : new[] { $"{what} {rest}" }, .. Sorted(holder.GetProperty("content")).Select(type => $"{what} {type.Name} {Short(type.Value)}")];
    }

    private static IEnumerable<string> Schema(JsonElement schema)
    {
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet() : [];
        var fields = schema.TryGetProperty("properties", out var properties) ? Sorted(properties) : [];
        return [Short(schema, "properties", "required"), .. fields.Select(field => $"{field.Name}{(required.Contains(field.Name) ? "" : "?")} {Short(field.Value)}")];
    }

    private static string Short(JsonElement value, params string[] without) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty("$ref", out var name) => name.GetString()!.Replace(Reference, "", StringComparison.Ordinal),
        JsonValueKind.Object => $"{{{string.Join(", ", Sorted(value).Where(part => !without.Contains(part.Name)).Select(part => $"{part.Name}: {Short(part.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(one => Short(one)))}]",
        _ => value.ToString(),
    };

    private static IEnumerable<JsonProperty> Sorted(JsonElement holder) =>
        holder.EnumerateObject().Where(part => !IsProse(part)).OrderBy(part => part.Name, StringComparer.Ordinal);

    // A field of such a name holds a schema.
    private static bool IsProse(JsonProperty part) => part.Name switch
    {
        "description" or "summary" => part.Value.ValueKind == JsonValueKind.String,
        "tags" => part.Value.ValueKind == JsonValueKind.Array,
        _ => false,
    };
}
