using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;

namespace Motics.Support.Core.Errors;

/// <summary>What the engineers say of an error group (contract, <c>GET /api/v1/errors</c>).</summary>
public enum ErrorGroupStatus { Open, Acknowledged, Resolved, Regressed, Ignored }

/// <summary>What a list of error groups is ordered by; the id decides between equals.</summary>
public enum ErrorGroupSort { LastSeen, FirstSeen, Events, Organisations }

/// <summary>Failures that belong together: one kind, EHR, operation and normalised message.</summary>
/// <param name="Title">The normalised message.</param>
/// <param name="Ehr">Null for failures that named none.</param>
/// <param name="Events">How many there were.</param>
/// <param name="Organisations">How many organisations had it.</param>
/// <param name="Assignee">Id of a person; null for nobody.</param>
/// <param name="Version">Raised by every change of status or assignee, not by further failures.</param>
public sealed record ErrorGroup(
    string Id, string Title, ErrorKind Kind, Ehr? Ehr, Operation Operation, long Events, int Organisations,
    DateTimeOffset FirstSeen, DateTimeOffset LastSeen, ErrorGroupStatus Status, string? Assignee, int Version)
{
    /// <summary>What the assignee is called; null for nobody, and for a person who never worked here.</summary>
    public string? AssigneeName { get; init; }
}

/// <summary>One organisation's share of an error group.</summary>
public sealed record ErrorGroupShare(string OrganisationId, string? Name, long Events, DateTimeOffset FirstSeen, DateTimeOffset LastSeen);

/// <summary>An error group with the organisations that have it, the most recent first.</summary>
public sealed record ErrorGroupDetail(ErrorGroup Group, IReadOnlyList<ErrorGroupShare> Shares);

/// <summary>Which error groups, in which order. Lists are empty for all.</summary>
public sealed record ErrorGroupQuery
{
    public IReadOnlyList<ErrorKind> Kinds { get; init; } = [];

    public IReadOnlyList<Ehr> Ehrs { get; init; } = [];

    public IReadOnlyList<ErrorGroupStatus> Statuses { get; init; } = [];

    public ErrorGroupSort Sort { get; init; } = ErrorGroupSort.LastSeen;

    public bool Descending { get; init; } = true;

    /// <summary>As given back with the page before; null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>1 to 200; null for the default.</summary>
    public int? Limit { get; init; }

    /// <summary>Wire form of the order: <c>-last-seen</c>.</summary>
    public string SortName => (Descending ? "-" : "") + Kebab.Name(Sort);

    /// <summary>Reads the query string (contract, <c>GET /api/v1/errors</c>): the most recent first unless asked otherwise. Refused with every parameter that is no good.</summary>
    public static Outcome<ErrorGroupQuery> Read(string? kind, string? ehr, string? status, string? sort, string? cursor, int? limit)
    {
        var list = new ListQuery();
        var query = new ErrorGroupQuery
        {
            Kinds = list.Names<ErrorKind>("kind", kind),
            Ehrs = list.Names<Ehr>("ehr", ehr),
            Statuses = list.Names<ErrorGroupStatus>("status", status),
            Cursor = cursor,
            Limit = limit,
        };
        var (by, descending) = list.Order(sort, (ErrorGroupSort.LastSeen, true));
        return list.Read(query with { Sort = by, Descending = descending });
    }
}
