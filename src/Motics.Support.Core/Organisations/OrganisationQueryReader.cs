using Motics.Support.Core.Paging;

namespace Motics.Support.Core.Organisations;

/// <summary>Turns query parameters into a query; collects what is wrong with any of them.</summary>
internal sealed class OrganisationQueryReader
{
    private const int LongestSearch = 200;

    private readonly List<FieldError> errors = [];

    public Outcome<OrganisationQuery> Read(
        string? search, string? ehr, string? region, string? health, string? migrated, string? incident, string? sort, string? cursor, int? limit, string? ticket)
    {
        var query = new OrganisationQuery
        {
            Search = Search(search),
            Ehrs = Names<Ehr>("ehr", ehr),
            Regions = Regions(region),
            Healths = Names<Health>("health", health),
            Migrated = Flag("migrated", migrated),
            Incident = Flag("incident", incident),
            WithoutTicket = WithoutTicket(ticket),
            Cursor = cursor,
            Limit = limit,
        };
        var (order, descending) = Order(sort);
        if (PageLimit.Check(limit).Refusal is Refusal.Invalid wrong)
        {
            errors.AddRange(wrong.Errors);
        }

        return errors.Count == 0 ? query with { Sort = order, Descending = descending } : new Refusal.Invalid(errors);
    }

    private static string[] Split(string? text) =>
        text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private bool WithoutTicket(string? text)
    {
        if (!string.IsNullOrEmpty(text) && text != "none")
        {
            errors.Add(new FieldError("ticket", "Must be none, or left out."));
        }

        return text == "none";
    }

    private string? Search(string? text)
    {
        if (text is { Length: > LongestSearch })
        {
            errors.Add(new FieldError("search", $"At most {LongestSearch} characters."));
        }

        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private T[] Names<T>(string field, string? text) where T : struct, Enum
    {
        var values = Split(text).Select(Kebab.Parse<T>).ToList();
        if (values.Contains(null))
        {
            errors.Add(new FieldError(field, $"One or more of: {string.Join(", ", Kebab.All<T>())}."));
        }

        return [.. values.OfType<T>().Distinct()];
    }

    private string[] Regions(string? text)
    {
        var values = Split(text);
        if (!Array.TrueForAll(values, Organisations.Regions.IsPlace))
        {
            errors.Add(new FieldError("region", Organisations.Regions.Accepted));
        }

        return [.. values.Distinct(StringComparer.Ordinal)];
    }

    private bool? Flag(string field, string? text)
    {
        if (text is null or "" or "true" or "false")
        {
            return string.IsNullOrEmpty(text) ? null : text == "true";
        }

        errors.Add(new FieldError(field, "true or false."));
        return null;
    }

    private (OrganisationSort Sort, bool Descending) Order(string? text)
    {
        var descending = text?.StartsWith('-') == true;
        var name = descending ? text![1..] : text;
        if (string.IsNullOrEmpty(name) && !descending)
        {
            return (OrganisationSort.Name, false);
        }

        if (Kebab.Parse<OrganisationSort>(name) is { } sort)
        {
            return (sort, descending);
        }

        errors.Add(new FieldError("sort", $"One of: {string.Join(", ", Kebab.All<OrganisationSort>())}; with - before it for descending."));
        return (OrganisationSort.Name, false);
    }
}
