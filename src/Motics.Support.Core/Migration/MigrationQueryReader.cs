using System.Globalization;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Migration;

/// <summary>Turns query parameters into a query; collects what is wrong with any of them.</summary>
internal sealed class MigrationQueryReader
{
    private const int LongestWave = 100;

    private readonly List<FieldError> errors = [];

    public Outcome<MigrationQuery> Read(string? ehr, string? region, string? wave, string? from, string? to)
    {
        var query = new MigrationQuery
        {
            Ehrs = Ehrs(ehr),
            Regions = Places(region),
            Wave = Wave(wave),
            From = Bound("from", from)?.Start,
            Before = Bound("to", to)?.End,
        };
        if (query.From >= query.Before)
        {
            errors.Add(new FieldError("to", "Must not lie before from."));
        }

        return errors.Count == 0 ? query : new Refusal.Invalid(errors);
    }

    private static string[] Split(string? text) =>
        text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private Ehr[] Ehrs(string? text)
    {
        var values = Split(text).Select(Kebab.Parse<Ehr>).ToList();
        if (values.Contains(null))
        {
            errors.Add(new FieldError("ehr", $"One or more of: {string.Join(", ", Kebab.All<Ehr>())}."));
        }

        return [.. values.OfType<Ehr>().Distinct()];
    }

    private string[] Places(string? text)
    {
        var values = Split(text);
        if (!Array.TrueForAll(values, Regions.IsPlace))
        {
            errors.Add(new FieldError("region", Regions.Accepted));
        }

        return [.. values.Distinct(StringComparer.Ordinal)];
    }

    private string? Wave(string? text)
    {
        if (text?.Length > LongestWave)
        {
            errors.Add(new FieldError("wave", $"At most {LongestWave} characters."));
        }

        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    // A day reaches from its start to its end, a time over its millisecond.
    private (DateTimeOffset Start, DateTimeOffset End)? Bound(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateTime.MaxValue.Date)
        {
            var start = new DateTimeOffset(day, TimeSpan.Zero);
            return (start, start.AddDays(1));
        }

        if (Rfc3339.Parse(text) is { } time && time < DateTimeOffset.MaxValue.AddDays(-1))
        {
            return (time, time.AddMilliseconds(1));
        }

        errors.Add(new FieldError(field, "A day in UTC such as 2026-11-24, or a time with its offset (RFC 3339) such as 2026-11-24T09:12:00Z."));
        return null;
    }
}
