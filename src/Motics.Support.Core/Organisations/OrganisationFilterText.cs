namespace Motics.Support.Core.Organisations;

/// <summary>The query string of the list of organisations, read as a text of its own: what somebody saw and means.</summary>
public static class OrganisationFilterText
{
    private static readonly string[] Known = ["search", "ehr", "region", "health", "migrated", "incident", "ticket", "sort"];

    /// <summary>
    /// Everything for an empty text. What stands before a question mark is passed over, so that an address can be given. Refused with every part that is not
    /// known, given twice, or no good, as <c>filter.health</c>: a misspelt filter would mean everybody.
    /// </summary>
    public static Outcome<OrganisationQuery> Read(string? text)
    {
        var parts = Parts(text).ToList();
        var errors = parts.Where(part => !Known.Contains(part.Name, StringComparer.Ordinal))
            .Select(part => Wrong(Events.Identifier.IsValid(part.Name) ? part.Name : "?", $"There is no such filter. There are: {string.Join(", ", Known)}."))
            .Concat(parts.GroupBy(part => part.Name).Where(same => same.Count() > 1 && Known.Contains(same.Key, StringComparer.Ordinal)).Select(same => Wrong(same.Key, "Is given more than once.")))
            .ToList();
        if (errors.Count > 0)
        {
            return new Refusal.Invalid(errors);
        }

        var given = parts.ToDictionary(part => part.Name, part => part.Value, StringComparer.Ordinal);
        var query = OrganisationQuery.Read(
            given.GetValueOrDefault("search"), given.GetValueOrDefault("ehr"), given.GetValueOrDefault("region"), given.GetValueOrDefault("health"), given.GetValueOrDefault("migrated"),
            given.GetValueOrDefault("incident"), given.GetValueOrDefault("sort"), null, null, given.GetValueOrDefault("ticket"));
        return query.Refusal is Refusal.Invalid wrong ? new Refusal.Invalid([.. wrong.Errors.Select(error => Wrong(error.Field, error.Message))]) : query;
    }

    private static FieldError Wrong(string name, string message) => new($"filter.{name}", message);

    private static IEnumerable<(string Name, string Value)> Parts(string? text) =>
        from part in (text ?? "").Split('?', 2)[^1].Split('&', StringSplitOptions.RemoveEmptyEntries)
        let pair = part.Split('=', 2)
        select (Plain(pair[0]), pair.Length > 1 ? Plain(pair[1]) : "");

    private static string Plain(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
