using System.Globalization;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;

namespace Motics.Support.Core.Migration;

/// <summary>Turns query parameters into a query; collects what is wrong with any of them.</summary>
internal sealed class MigrationQueryReader
{
    private readonly ListQuery list = new();

    public Outcome<MigrationQuery> Read(string? ehr, string? region, string? wave, string? from, string? to)
    {
        var query = new MigrationQuery
        {
            Ehrs = list.Names<Ehr>("ehr", ehr),
            Regions = list.Places("region", region),
            Wave = list.Text("wave", wave, EventData.LongestWave),
            From = Bound("from", from)?.Start,
            Before = Bound("to", to)?.End,
        };
        if (query.From >= query.Before)
            list.Refuse("to", "Must not lie before from.");
        return list.Read(query);
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

        list.Refuse(field, "A day in UTC such as 2026-11-24, or a time with its offset (RFC 3339) such as 2026-11-24T09:12:00Z.");
        return null;
    }
}
