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
            From = list.Span("from", from)?.Start,
            Before = list.Span("to", to)?.End,
        };
        if (query.From >= query.Before)
            list.Refuse("to", "Must not lie before from.");
        return list.Read(query);
    }
}
