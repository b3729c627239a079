using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Errors;

internal class ErrorGroupRow
{
    public const string Columns = """
        g.id AS Id, g.title AS Title, g.kind AS Kind, g.ehr AS Ehr, g.operation AS Operation, g.events AS Events, g.organisations AS Organisations,
        g.first_seen_at AS FirstSeenAt, g.last_seen_at AS LastSeenAt, g.status AS Status, g.assignee AS Assignee, g.version AS Version,
        (SELECT p.name FROM person p WHERE p.id = g.assignee) AS AssigneeName
        """;

    public string Id { get; init; } = "";
    public string Title { get; init; } = "";
    public string Kind { get; init; } = "";
    public string? Ehr { get; init; }
    public string Operation { get; init; } = "";
    public long Events { get; init; }
    public int Organisations { get; init; }
    public long FirstSeenAt { get; init; }
    public long LastSeenAt { get; init; }
    public string Status { get; init; } = "";
    public string? Assignee { get; init; }
    public string? AssigneeName { get; init; }
    public int Version { get; init; }

    public ErrorGroup ToGroup() => new(
        Id, Title, Kebab.Parse<ErrorKind>(Kind) ?? ErrorKind.Unknown, Kebab.Parse<Ehr>(Ehr), Kebab.Parse<Operation>(Operation) ?? Core.Events.Operation.Other, Events, Organisations,
        UnixTime.Time(FirstSeenAt), UnixTime.Time(LastSeenAt), Kebab.Parse<ErrorGroupStatus>(Status)!.Value, Assignee, Version)
    {
        AssigneeName = AssigneeName,
    };
}

internal sealed class ErrorGroupShareRow
{
    public string OrganisationId { get; init; } = "";
    public string? Name { get; init; }
    public long Events { get; init; }
    public long FirstSeenAt { get; init; }
    public long LastSeenAt { get; init; }

    public ErrorGroupShare ToShare() => new(OrganisationId, Name, Events, UnixTime.Time(FirstSeenAt), UnixTime.Time(LastSeenAt));
}
