using Motics.Support.Core;
using Motics.Support.Core.Outreach;
using Motics.Support.Core.Tickets;
using Motics.Support.Data.Tickets;

namespace Motics.Support.Data.Outreach;

/// <summary>A row of the table <c>outreach</c>.</summary>
internal sealed class OutreachRow
{
    public string Id { get; init; } = "";
    public string? RequestId { get; init; }
    public string Filter { get; init; } = "";
    public string State { get; init; } = "";
    public int Organisations { get; init; }
    public int Made { get; init; }
    public int LeftOut { get; init; }
    public int TakenBack { get; init; }
    public int Staying { get; init; }
    public string Assignees { get; init; } = "[]";
    public int AskedToo { get; init; }
    public string ActorId { get; init; } = "";
    public string ActorName { get; init; } = "";
    public long BegunAt { get; init; }
    public long? FinishedAt { get; init; }
    public string? UndoneById { get; init; }
    public string? UndoneByName { get; init; }
    public long? UndoneAt { get; init; }

    public static OutreachRow Of(OutreachRun run, string? requestId) => new()
    {
        Id = run.Id,
        RequestId = requestId,
        Filter = run.Filter,
        State = Kebab.Name(run.State),
        Organisations = run.Organisations,
        Assignees = StoredJson.Write(run.Assignees),
        AskedToo = run.AskedToo ? 1 : 0,
        ActorId = run.By.Id,
        ActorName = run.By.Name,
        BegunAt = UnixTime.Of(run.At),
    };

    public OutreachRun ToRun() => new()
    {
        Id = Id,
        Filter = Filter,
        State = Kebab.Parse<OutreachState>(State)!.Value,
        Organisations = Organisations,
        Made = Made,
        LeftOut = LeftOut,
        TakenBack = TakenBack,
        Staying = Staying,
        Assignees = StoredJson.Read<Person[]>(Assignees),
        AskedToo = AskedToo == 1,
        By = new(ActorId, ActorName),
        At = UnixTime.Time(BegunAt),
        FinishedAt = UnixTime.Time(FinishedAt),
        UndoneBy = UndoneById is null ? null : new(UndoneById, UndoneByName!),
        UndoneAt = UnixTime.Time(UndoneAt),
    };
}

/// <summary>A row of the table <c>outreach_part</c>.</summary>
internal sealed class OutreachPartRow
{
    public int Number { get; init; }
    public string Organisations { get; init; } = "[]";
}

/// <summary>A row of the table <c>outreach_outcome</c>, with what its organisation is called.</summary>
internal sealed class OutreachOutcomeRow
{
    public string OutreachId { get; init; } = "";
    public string OrganisationId { get; init; } = "";
    public string Name { get; init; } = "";
    public string Outcome { get; init; } = "";
    public long? TicketNumber { get; init; }
    public string? Why { get; init; }
    public string? Because { get; init; }

    public OutreachItem ToItem() => new(OrganisationId, Name, Kebab.Parse<OutreachOutcome>(Outcome)!.Value, TicketNumber, Kebab.Parse<LeftOutWhy>(Why), Because);
}
