using System.Globalization;
using Microsoft.AspNetCore.Http;
using Motics.Support.Core;
using Motics.Support.Core.Migration;

namespace Motics.Support.Portal.Components.Migration;

/// <summary>What the page of the migration shows, as its address says it: which organisations, and which charts as tables.</summary>
/// <param name="Query">Which organisations.</param>
/// <param name="Tables">Ids of the cards whose numbers stand in a table.</param>
public sealed record MigrationFilter(MigrationQuery Query, IReadOnlyList<string> Tables)
{
    /// <summary>Nothing is left out, and every chart is a chart.</summary>
    public static MigrationFilter Everything { get; } = new(new MigrationQuery(), []);

    /// <summary>Its address.</summary>
    public string Url
    {
        get
        {
            KeyValuePair<string, string?>[] parts =
            [
                new("ehr", string.Join(',', Query.Ehrs.Select(Kebab.Name))),
                new("region", string.Join(',', Query.Regions)),
                new("wave", Query.Wave),
                new("from", Day(Query.From)),
                new("to", Day(LastDay(Query.Before))),
                new("table", string.Join(',', Tables.Order(StringComparer.Ordinal))),
            ];
            return Links.Migration + QueryString.Create(parts.Where(part => !string.IsNullOrEmpty(part.Value)));
        }
    }

    /// <summary>True when organisations are left out.</summary>
    public bool IsNarrowed => (this with { Tables = [] }).Url != Everything.Url;

    /// <summary>The same with a card's numbers as a table, or as a chart.</summary>
    public MigrationFilter Showing(string card, bool asTable) => this with { Tables = asTable ? [.. Tables.Append(card).Distinct()] : [.. Tables.Where(other => other != card)] };

    /// <summary>Each condition, in words, with the page that has all others but not it.</summary>
    public IEnumerable<MigrationCondition> Conditions()
    {
        foreach (var ehr in Query.Ehrs)
            yield return new(Core.Wording.Labels.Of(ehr), this with { Query = Query with { Ehrs = [.. Query.Ehrs.Where(other => other != ehr)] } });
        foreach (var place in Query.Regions)
            yield return new(Wording.Words.OfPlace(place), this with { Query = Query with { Regions = [.. Query.Regions.Where(other => other != place)] } });
        if (Query.Wave is { } wave)
            yield return new(MigrationWords.Wave(wave), this with { Query = Query with { Wave = null } });
        if (Query.From is { } from)
            yield return new($"Moved from {MigrationWords.Day(from)}", this with { Query = Query with { From = null } });
        if (Query.Before is { } before)
            yield return new($"Moved until {MigrationWords.Day(LastDay(before)!.Value)}", this with { Query = Query with { Before = null } });
    }

    // Of the first day that there is there is no day before.
    private static DateTimeOffset? LastDay(DateTimeOffset? before) => before is { } end && end.UtcTicks < TimeSpan.TicksPerDay ? end : before?.AddDays(-1);

    // A whole day in UTC is written as one; other bounds, which no page of ours makes, as times.
    private static string? Day(DateTimeOffset? at) => at is not { } time ? null
        : time.ToUniversalTime() is { TimeOfDay.Ticks: 0 } whole ? whole.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>One condition of the page's filter.</summary>
/// <param name="Word">As people say it.</param>
/// <param name="Without">The page without it.</param>
public sealed record MigrationCondition(string Word, MigrationFilter Without);
