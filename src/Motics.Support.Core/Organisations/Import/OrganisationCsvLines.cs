using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations.Providers;

namespace Motics.Support.Core.Organisations.Import;

/// <summary>Checks the lines of an import one by one and keeps the good beside the bad.</summary>
internal sealed class OrganisationCsvLines(OrganisationCsvHeader header, DateTimeOffset now)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    private readonly List<OrganisationCsvLine> rows = [];
    private readonly List<RejectedLine> rejected = [];
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    public IReadOnlyList<OrganisationCsvLine> Rows => rows;

    public IReadOnlyList<RejectedLine> Rejected => rejected;

    public void Add(int line, string[] cells)
    {
        if (cells.Length != header.Count)
        {
            rejected.Add(new RejectedLine(line, null, [new FieldError("line", $"Has {cells.Length} cells instead of {header.Count}. Put cells that hold a comma or a quotation mark in quotation marks.")]));
            return;
        }

        var errors = new List<FieldError>();
        var id = Id(header.Cell(cells, "id"), line, errors);
        var row = new OrganisationCsvLine(
            line,
            id ?? "",
            Name(header.Cell(cells, "name"), errors),
            Enumerated<Ehr>("ehr", header.Cell(cells, "ehr"), errors),
            Enumerated<NookalRegion>("nookalRegion", header.Cell(cells, "nookalRegion"), errors),
            Site(header.Cell(cells, "nookalSite"), errors),
            Shard(header.Cell(cells, "clinikoShard"), errors),
            Time(header.Cell(cells, "migratedAt"), errors));
        if (errors.Count == 0)
        {
            rows.Add(row);
        }
        else
        {
            rejected.Add(new RejectedLine(line, id, errors));
        }
    }

    private string? Id(string? text, int line, List<FieldError> errors)
    {
        if (text is null || !Identifier.IsValid(text))
        {
            errors.Add(new FieldError("id", $"Must be {Identifier.Rule}."));
            return null;
        }

        if (!seen.TryAdd(text, line))
        {
            errors.Add(new FieldError("id", $"Stands on line {seen[text]} already. Give every organisation one line."));
        }

        return text;
    }

    private static string? Name(string? text, List<FieldError> errors)
    {
        if (text is { Length: > EventData.LongestName })
        {
            errors.Add(new FieldError("name", $"Must be a text of at most {EventData.LongestName} characters."));
            return null;
        }

        return EventText.Keep(text, EventData.LongestName) is { Length: > 0 } name ? name : null;
    }

    private static T? Enumerated<T>(string column, string? text, List<FieldError> errors) where T : struct, Enum
    {
        var value = Kebab.Parse<T>(text);
        if (text is not null && value is null)
        {
            errors.Add(new FieldError(column, $"Must be one of {string.Join(", ", Kebab.All<T>())}, or empty."));
        }

        return value;
    }

    private static string? Site(string? text, List<FieldError> errors)
    {
        var host = text is null ? null : EventPatterns.HostOf(text.ToLowerInvariant());
        if (text is not null && (host is null || EventText.Keep(host, host.Length) != host))
        {
            errors.Add(new FieldError("nookalSite", "Must be the host that the clinic signs in at, such as app.nookal.co.uk, or empty."));
        }

        return host;
    }

    private static string? Shard(string? text, List<FieldError> errors)
    {
        var shard = text?.ToLowerInvariant();
        if (shard is not null && !ClinikoShards.IsShard(shard))
        {
            errors.Add(new FieldError("clinikoShard", "Must be two letters and one or two digits without a hyphen, such as uk1, or empty."));
        }

        return shard;
    }

    private DateTimeOffset? Time(string? text, List<FieldError> errors)
    {
        if (text is null)
        {
            return null;
        }

        var time = Rfc3339.Parse(text);
        if (time is null)
        {
            errors.Add(new FieldError("migratedAt", "Must be a time as RFC 3339 writes it, in UTC or with an offset, such as 2026-11-01T09:30:00Z, or empty."));
        }
        else if (time < EventEnvelope.Earliest)
        {
            errors.Add(new FieldError("migratedAt", "Must not be before the year 2000. Give the day it was migrated with all four digits of the year, such as 2026-11-01T09:30:00Z, or leave it empty."));
        }
        else if (time > now + Ahead)
        {
            errors.Add(new FieldError("migratedAt", "Lies in the future. Import an organisation when it was migrated."));
        }

        return time;
    }
}
