using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Motics.Support.Core;

/// <summary>The wire names of enumerations: kebab-case (<c>AuNz</c> is <c>au-nz</c>), in JSON, in the database and in the playbook.</summary>
public static class Kebab
{
    /// <summary>Reads and writes enumerations in JSON by their kebab-case names only; numbers are refused.</summary>
    public static JsonConverter JsonConverter { get; } = new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

    /// <summary>The wire name of a value.</summary>
    public static string Name<T>(T value) where T : struct, Enum => Names<T>.ByValue[value];

    /// <summary>The wire name of a value, or null for null.</summary>
    public static string? Name<T>(T? value) where T : struct, Enum => value is { } known ? Names<T>.ByValue[known] : null;

    /// <summary>All wire names of an enumeration, in the order of its declaration.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Names<T>.InOrder;

    /// <summary>The value with this wire name, or null when there is none (case matters).</summary>
    public static T? Parse<T>(string? name) where T : struct, Enum =>
        name is not null && Names<T>.ByName.TryGetValue(name, out var value) ? value : null;

    private static class Names<T> where T : struct, Enum
    {
        public static readonly IReadOnlyList<string> InOrder = [.. Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];
        public static readonly FrozenDictionary<T, string> ByValue = Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
        public static readonly FrozenDictionary<string, T> ByName = ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
