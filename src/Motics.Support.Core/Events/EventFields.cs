using System.Text.Json;

namespace Motics.Support.Core.Events;

/// <summary>
/// The fields of one JSON object, read with their rules: what is wrong is noted by field, with what would be accepted and never with
/// the value, which may be a secret. Null equals absent. Unknown fields are not looked at.
/// </summary>
internal sealed class EventFields
{
    private readonly Dictionary<string, JsonElement> fields = new(StringComparer.Ordinal);
    private readonly string path;
    private readonly List<FieldError> errors;

    public EventFields(JsonElement element, string path, List<FieldError> errors)
    {
        (this.path, this.errors) = (path, errors);
        foreach (var property in element.EnumerateObject())
        {
            // Which of two would count differs from reader to reader, so neither does.
            if (!fields.TryAdd(NameOf(property), property.Value))
                Add(NameOf(property), "Given twice in one object. Give it once.");
        }
    }

    /// <summary>An object within; null when absent or wrong.</summary>
    public EventFields? Object(string name, string accepted) =>
        Value(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Object ? new EventFields(value, path + name + ".", errors)
        : Refuse<EventFields>(name, $"Must be a JSON object: {accepted}.");

    /// <summary>The same, without which the event is nothing.</summary>
    public EventFields? RequiredObject(string name, string accepted) => Required(name, accepted) ? Object(name, accepted) : null;

    /// <summary>A text as it came; null when absent or wrong.</summary>
    public string? Raw(string name, string accepted, int longest)
    {
        if (Value(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            return Refuse<string>(name, $"Must be a string: {accepted}.");
        if (Decoded(value) is not { } text)
            return Refuse<string>(name, $"Holds half a surrogate pair, which is no character. Must be {accepted}.");
        return text.Length <= longest ? text : Refuse<string>(name, $"Too long. Must be {accepted}.");
    }

    /// <summary>A text for people: masked, with control characters made visible; null when absent, blank or wrong.</summary>
    public string? Text(string name, string accepted, int longest) => EventText.Keep(Raw(name, accepted, longest), longest) is { Length: > 0 } text ? text : null;

    /// <summary>The same, where it must not be absent or blank.</summary>
    public string? RequiredText(string name, string accepted, int longest)
    {
        if (!Required(name, accepted))
            return null;
        var before = errors.Count;
        return Text(name, accepted, longest) ?? (errors.Count == before ? Refuse<string>(name, $"Must not be empty: {accepted}.") : null);
    }

    /// <summary>An identifier of the contract.</summary>
    public string? Id(string name)
    {
        var accepted = Identifier.Rule;
        return Raw(name, accepted, int.MaxValue) is not { } id ? null : Identifier.IsValid(id) ? id : Refuse<string>(name, $"Must be {accepted}.");
    }

    /// <summary>An identifier that must be there.</summary>
    public string? RequiredId(string name) => Required(name, Identifier.Rule) ? Id(name) : null;

    /// <summary>One of an enumeration's names.</summary>
    public T? Name<T>(string name) where T : struct, Enum
    {
        if (Raw(name, Names<T>.Accepted, int.MaxValue) is not { } text)
            return null;
        if (Kebab.Parse<T>(text) is { } known)
            return known;
        Add(name, $"Must be {Names<T>.Accepted}.");
        return null;
    }

    /// <summary>One of an enumeration's names that must be there.</summary>
    public T? RequiredName<T>(string name) where T : struct, Enum => Required(name, Names<T>.Accepted) ? Name<T>(name) : null;

    /// <summary>A whole number.</summary>
    public int? Number(string name, int least, int most)
    {
        if (Value(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
            return number;
        Add(name, $"Must be a whole number from {least} to {most}.");
        return null;
    }

    /// <summary>A whole number that must be there.</summary>
    public int? RequiredNumber(string name, int least, int most) => Has(name) || Required(name, $"a whole number from {least} to {most}") ? Number(name, least, most) : null;

    /// <summary>Notes that a field is wrong.</summary>
    public void Add(string name, string message) => errors.Add(new FieldError(path + name, message));

    /// <summary>True when the field is there with a value.</summary>
    public bool Has(string name) => fields.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>Notes a field that is absent; true when it is there.</summary>
    public bool Required(string name, string accepted)
    {
        if (!Has(name))
            Add(name, $"Required: {accepted}.");
        return Has(name);
    }

    private JsonElement? Value(string name) => fields.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private T? Refuse<T>(string name, string message) where T : class
    {
        Add(name, message);
        return null;
    }

    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    // Made once and not for every event.
    private static class Names<T> where T : struct, Enum
    {
        public static readonly string Accepted = "one of " + string.Join(", ", Kebab.All<T>());
    }

    private static string? Decoded(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
