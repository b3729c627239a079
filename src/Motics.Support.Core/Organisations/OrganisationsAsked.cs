using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Motics.Support.Core.Organisations;

/// <summary>
/// The parameters of a list of organisations as they were typed: one for each filter of <c>GET /api/v1/organisations</c>, of the page and of what a number
/// opens. Several values of one are separated by commas. Null is left out.
/// </summary>
public sealed record OrganisationsAsked
{
    private static readonly PropertyInfo[] All = [.. typeof(OrganisationsAsked).GetProperties(BindingFlags.Public | BindingFlags.Instance)];

    public string? Search { get; init; }
    public string? Ehr { get; init; }
    public string? Region { get; init; }
    public string? Health { get; init; }
    public string? Migrated { get; init; }
    public string? Incident { get; init; }
    public string? Ticket { get; init; }
    public string? HasTicket { get; init; }
    public string? MigrationState { get; init; }
    public string? Wave { get; init; }
    public string? Reason { get; init; }
    public string? Copying { get; init; }
    public string? Pushing { get; init; }
    public string? Reconnected { get; init; }
    public string? Took { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public string? BackOn { get; init; }
    public string? OutOn { get; init; }
    public string? Sort { get; init; }
    public string? Cursor { get; init; }
    public int? Limit { get; init; }

    /// <summary>The names that a query string may hold.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))];

    /// <summary>Reads a query string, with or without its question mark. Refused with every parameter that there is not, or that stands twice.</summary>
    public static Outcome<OrganisationsAsked> Parse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (asked, errors) = (new OrganisationsAsked(), new List<FieldError>());
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, text) = pair.Split('=', 2) is [var left, var right] ? (Plain(left), Plain(right)) : (Plain(pair), "");
            if (Array.Find(All, property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } property)
                errors.Add(new FieldError(name, $"There is no such parameter. A list of organisations takes: {string.Join(", ", Names)}."));
            else if (!seen.Add(name))
                errors.Add(new FieldError(name, "Is given more than once. Give it once; where several values are taken, separate them by commas."));
            else if (property.PropertyType == typeof(string))
                property.SetValue(asked, text);
            else if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                property.SetValue(asked, number);
            else
                errors.Add(new FieldError(name, "Must be a whole number."));
        }
        return errors.Count > 0 ? new Refusal.Invalid(errors) : asked;
    }

    /// <summary>The query string, without a question mark; empty when nothing is asked for.</summary>
    public string Write() => string.Join('&', All.Zip(Names)
        .Select(each => (each.Second, Text: Convert.ToString(each.First.GetValue(this), CultureInfo.InvariantCulture)))
        .Where(each => !string.IsNullOrEmpty(each.Text)).Select(each => $"{each.Second}={Uri.EscapeDataString(each.Text!)}"));

    private static string Plain(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
