using System.Text.Json;

namespace Motics.Support.Portal.Api;

/// <summary>What a field of a request body wants, in words.</summary>
internal static class Wanted
{
    private const string Unknown = "Is not of the type that is wanted here; the types are in /openapi/v1.json.";

    /// <summary>For the field at this path (a name, or a name with more behind it).</summary>
    public static string Words(Type body, string path)
    {
        var name = path.Split('.', '[')[0];
        var property = body.GetProperties().FirstOrDefault(candidate => JsonNamingPolicy.CamelCase.ConvertName(candidate.Name).Equals(name, StringComparison.OrdinalIgnoreCase));
        return property is null ? Unknown : Words(property.PropertyType);
    }

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
