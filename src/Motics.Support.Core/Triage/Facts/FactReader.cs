using System.Text.Json;

namespace Motics.Support.Core.Triage.Facts;

/// <summary>Reads facts out of a request: names and values are checked, all mistakes named at once.</summary>
public static class FactReader
{
    /// <summary>One value in its wire form; null for JSON null, which takes an answer back. Refused with <see cref="Refusal.Invalid"/>.</summary>
    /// <param name="field">Path to name in the refusal: <c>facts.symptom</c>.</param>
    public static Outcome<FactValue> Read(string fact, JsonElement value, string field)
    {
        if (FactCatalogue.Find(fact) is not { } definition)
            return Refusal.Field(field, $"There is no such fact. Known facts: {string.Join(", ", FactCatalogue.All.Select(known => known.Name))}.");
        if (value.ValueKind is JsonValueKind.Null)
            return new FactValue(null);
        return Wire(definition, value) is { } wire && FactCatalogue.Accept(definition, wire) is { } accepted
            ? new FactValue(accepted)
            : Refusal.Field(field, $"The value must be {definition.Accepted}, or null for unknown.");
    }

    /// <summary>All values of a JSON object, by fact name; null where an answer is taken back.</summary>
    /// <param name="facts">The object; undefined and null mean no facts.</param>
    /// <param name="field">Path of the object in the request.</param>
    public static Outcome<IReadOnlyDictionary<string, string?>> ReadAll(JsonElement facts, string field = "facts")
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (facts.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            return values;
        if (facts.ValueKind is not JsonValueKind.Object)
            return Refusal.Field(field, "Must be an object of fact names and values.");
        var errors = new List<FieldError>();
        foreach (var property in facts.EnumerateObject())
        {
            var name = Text(() => property.Name) ?? "";
            var read = Read(name, property.Value, $"{field}.{Shown(name)}");
            if (read.Done)
                values[name] = read.Value.Text;
            else
                errors.AddRange(((Refusal.Invalid)read.Refusal).Errors);
        }
        return errors.Count == 0 ? values : new Refusal.Invalid(errors);
    }

    // A name that is no fact may be anything, a pasted key too: it is not repeated beyond what a name looks like.
    private static string Shown(string name) => name.Length is > 0 and <= 40 && name.All(char.IsAsciiLetter) ? name : "?";

    private static string? Wire(FactDefinition fact, JsonElement value) => (fact.Type, value.ValueKind) switch
    {
        (FactType.Bool, JsonValueKind.True) => "true",
        (FactType.Bool, JsonValueKind.False) => "false",
        (FactType.Number, JsonValueKind.Number) => value.TryGetInt32(out var number) ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
        (FactType.Text or FactType.Choice, JsonValueKind.String) => Text(value.GetString),
        _ => null,
    };

    // A lone surrogate passes JSON parsing and fails only when it is read as text.
    private static string? Text(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>A fact's value as read from a request.</summary>
/// <param name="Text">Wire form; null when the answer is taken back.</param>
public readonly record struct FactValue(string? Text);
