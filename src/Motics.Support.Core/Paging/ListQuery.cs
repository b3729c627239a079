using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Providers;

namespace Motics.Support.Core.Paging;

/// <summary>Reads the parameters of a list from a query string; collects what is wrong with any of them.</summary>
public sealed partial class ListQuery
{
    private const int LongestText = 200;

    private readonly List<FieldError> errors = [];

    /// <summary>What is wrong; null when nothing is.</summary>
    public Refusal? Refusal => errors.Count == 0 ? null : new Refusal.Invalid(errors);

    /// <summary>Notes that a parameter is no good.</summary>
    public void Refuse(string field, string message) => errors.Add(new FieldError(field, message));

    /// <summary>What was read; refused with every parameter that is no good.</summary>
    public Outcome<T> Read<T>(T query) => Refusal is { } refusal ? refusal : query;

    /// <summary>Wire names separated by commas; none for all.</summary>
    public IReadOnlyList<T> Names<T>(string field, string? text) where T : struct, Enum
    {
        var values = Split(text).Select(Kebab.Parse<T>).ToList();
        if (values.Contains(null))
            Refuse(field, $"One or more of: {string.Join(", ", Kebab.All<T>())}.");
        return [.. values.OfType<T>().Distinct()];
    }

    /// <summary>Regions and shards separated by commas; none for all.</summary>
    public IReadOnlyList<string> Places(string field, string? text)
    {
        var values = Split(text);
        if (!Array.TrueForAll(values, value => value == OrganisationQuery.NotKnown || Ehrs.IsPlace(value)))
            Refuse(field, Ehrs.AcceptedPlaces);
        return [.. values.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A filter by text: nothing that long is stored. Null when it is blank.</summary>
    public string? Text(string field, string? text, int longest = LongestText)
    {
        if (text?.Length > longest)
            Refuse(field, $"At most {longest} characters.");
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>Texts separated by commas; a comma within one has a backslash before it. None for all.</summary>
    public IReadOnlyList<string> Texts(string field, string? text, int longest = LongestText)
    {
        var values = Comma().Split(text ?? "").Select(value => value.Trim().Replace("\\,", ",", StringComparison.Ordinal)).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (values.Exists(value => value.Length > longest))
            Refuse(field, $"At most {longest} characters each.");
        return values;
    }

    /// <summary>As <see cref="Texts"/> reads it; null for none.</summary>
    public static string? Joined(IEnumerable<string> values) =>
        string.Join(',', values.Select(value => value.Replace(",", "\\,", StringComparison.Ordinal))) is { Length: > 0 } joined ? joined : null;

    /// <summary>A day in UTC; null when left out.</summary>
    public DateOnly? Day(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
            return day;
        Refuse(field, "A day in UTC such as 2026-11-24.");
        return null;
    }

    /// <summary>A day in UTC from its start to its end, or a time over its millisecond; null when left out.</summary>
    public (DateTimeOffset Start, DateTimeOffset End)? Span(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateTime.MaxValue.Date)
            return (new DateTimeOffset(day, TimeSpan.Zero), new DateTimeOffset(day, TimeSpan.Zero).AddDays(1));
        if (Rfc3339.Parse(text) is { } time && time < DateTimeOffset.MaxValue.AddDays(-1))
            return (time, time.AddMilliseconds(1));
        Refuse(field, "A day in UTC such as 2026-11-24, or a time with its offset (RFC 3339) such as 2026-11-24T09:12:00Z.");
        return null;
    }

    /// <summary>True, false, or null when left out.</summary>
    public bool? Flag(string field, string? text)
    {
        if (text is not (null or "" or "true" or "false"))
            Refuse(field, "true or false.");
        return string.IsNullOrEmpty(text) ? null : text == "true";
    }

    /// <summary>How many rows a page may have, as given.</summary>
    public int? Limit(int? asked)
    {
        if (PageLimit.Check(asked).Refusal is Refusal.Invalid wrong)
            errors.AddRange(wrong.Errors);
        return asked;
    }

    /// <summary>An order by its wire name or by the name of the field in the answer, with - before it for descending.</summary>
    /// <param name="text">As given.</param>
    /// <param name="usual">The order when none is given.</param>
    public (T By, bool Descending) Order<T>(string? text, (T By, bool Descending) usual) where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
            return usual;
        var descending = text.StartsWith('-');
        var name = descending ? text[1..] : text;
        foreach (var sort in Enum.GetValues<T>())
        {
            if (name == Kebab.Name(sort) || name == JsonNamingPolicy.CamelCase.ConvertName(sort.ToString()))
                return (sort, descending);
        }
        Refuse("sort", $"One of: {string.Join(", ", Kebab.All<T>())}; with - before it for descending.");
        return usual;
    }

    [GeneratedRegex(@"(?<!\\),")]
    private static partial Regex Comma();

    private static string[] Split(string? text) => text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
