using System.Reflection;
using System.Text.Json;

namespace Motics.Support.Portal.Api;

/// <summary>What a field of a request body wants, in words.</summary>
internal static class Wanted
{
    private const string Unknown = "Is not of the type that is wanted here; the types are in /openapi/v1.json.";

    /// <summary>For the field at this path (a name, or a name with more behind it).</summary>
    public static string Words(Type body, string path) => Find(body, path) is { } property ? Words(property.PropertyType)
        : path.Length == 0 ? Unknown
        : $"There is no such field. Known fields: {string.Join(", ", body.GetProperties().Select(Name))}.";

    /// <summary>The body has a field where this path begins.</summary>
    public static bool Knows(Type body, string path) => path.Length == 0 || Find(body, path) is not null;

    private static PropertyInfo? Find(Type body, string path)
    {
        var name = path.Split('.', '[')[0];
        return body.GetProperties().FirstOrDefault(candidate => Name(candidate).Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    private static string Name(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static string Words(Type type)
    {
        var plain = type.IsGenericType && type.IsValueType ? type.GetGenericArguments()[0] : type;
        plain = Nullable.GetUnderlyingType(plain) ?? plain;
        return plain == typeof(string) ? "Must be text, or null."
            : plain == typeof(bool) ? "Must be true or false."
            : plain == typeof(int) || plain == typeof(long) ? "Must be a whole number."
            : plain != typeof(string) && plain.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? "Must be a list of texts."
            : Unknown;
    }
}
