using System.Globalization;
using Motics.Support.Core.Events;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Paging;

namespace Motics.Support.Core.Organisations;

/// <summary>Turns what was asked for into a query, and a query back into what would ask for it.</summary>
internal sealed class OrganisationQueryReader
{
    private readonly ListQuery list = new();

    public Outcome<OrganisationQuery> Read(OrganisationsAsked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var (by, descending) = list.Order(asked.Sort, (OrganisationSort.Name, false));
        var query = new OrganisationQuery
        {
            Search = list.Text("search", asked.Search),
            Ehrs = list.Names<Ehr>("ehr", asked.Ehr),
            Regions = list.Places("region", asked.Region),
            Healths = list.Names<Health>("health", asked.Health),
            Migrated = list.Flag("migrated", asked.Migrated),
            Incident = list.Flag("incident", asked.Incident),
            HasTicket = Ticket(asked),
            MigrationStates = list.Names<MigrationState>("migrationState", asked.MigrationState),
            Waves = list.Texts("wave", asked.Wave, EventData.LongestWave),
            Reasons = list.Texts("reason", asked.Reason),
            Copying = list.Flag("copying", asked.Copying),
            Pushing = list.Flag("pushing", asked.Pushing),
            Reconnected = list.Flag("reconnected", asked.Reconnected),
            Took = list.Names<ReturnTime>("took", asked.Took),
            From = list.Span("from", asked.From)?.Start,
            Before = list.Span("to", asked.To)?.End,
            BackOn = list.Day("backOn", asked.BackOn),
            OutOn = list.Day("outOn", asked.OutOn),
            Sort = by,
            Descending = descending,
            Cursor = asked.Cursor,
            Limit = list.Limit(asked.Limit),
        };
        if (query.From >= query.Before)
            list.Refuse("to", "Must not lie before from.");
        return list.Read(query);
    }

    /// <summary>What asks for this query; cursor and limit are of a page and not in it.</summary>
    public static OrganisationsAsked Write(OrganisationQuery query) => new()
    {
        Search = string.IsNullOrWhiteSpace(query.Search) ? null : query.Search,
        Ehr = ListQuery.Joined(query.Ehrs.Select(Kebab.Name)),
        Region = ListQuery.Joined(query.Regions),
        Health = ListQuery.Joined(query.Healths.Select(Kebab.Name)),
        Migrated = Flag(query.Migrated),
        Incident = Flag(query.Incident),
        HasTicket = Flag(query.HasTicket),
        MigrationState = ListQuery.Joined(query.MigrationStates.Select(Kebab.Name)),
        Wave = ListQuery.Joined(query.Waves),
        Reason = ListQuery.Joined(query.Reasons),
        Copying = Flag(query.Copying),
        Pushing = Flag(query.Pushing),
        Reconnected = Flag(query.Reconnected),
        Took = ListQuery.Joined(query.Took.Select(Kebab.Name)),
        From = query.From is { } from ? Rfc3339.Write(from) : null,
        To = query.Before is { } before ? Rfc3339.Write(before.AddMilliseconds(-1)) : null,
        BackOn = Day(query.BackOn),
        OutOn = Day(query.OutOn),
        Sort = query is { Sort: OrganisationSort.Name, Descending: false } ? null : query.SortName,
    };

    private bool? Ticket(OrganisationsAsked asked)
    {
        if (asked.Ticket is not (null or "" or "none"))
            list.Refuse("ticket", "Must be none, or left out.");
        return list.Flag("hasTicket", asked.HasTicket) ?? (asked.Ticket == "none" ? false : null);
    }

    private static string? Flag(bool? value) => value switch { true => "true", false => "false", null => null };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
