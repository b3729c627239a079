using Motics.Support.Core;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using Motics.Support.Data.Tickets;

namespace Motics.Support.Data.Escalations;

/// <summary>A row of the table <c>escalation</c>; lists leave the packet out and add the ticket's and the organisation's words.</summary>
internal sealed class EscalationRow
{
    public long Number { get; init; }
    public long TicketNumber { get; init; }
    public string OrganisationId { get; init; } = "";
    public string Status { get; init; } = "";
    public string? Criterion { get; init; }
    public string Verdict { get; init; } = "";
    public long SubmittedAt { get; init; }
    public string SubmittedById { get; init; } = "";
    public string SubmittedByName { get; init; } = "";
    public string? OverrideReason { get; init; }
    public string? EngineerId { get; init; }
    public string? EngineerName { get; init; }
    public string Questions { get; init; } = "[]";
    public string Asked { get; init; } = "[]";
    public string PacketJson { get; init; } = "";
    public string PacketMarkdown { get; init; } = "";
    public int Version { get; init; }
    public long UpdatedAt { get; init; }
    public string? OrganisationName { get; init; }
    public string TicketSubject { get; init; } = "";
    public string AskedAgain { get; init; } = "[]";
    public string? ErrorGroupId { get; init; }
    public string? ErrorTitle { get; init; }

    private EscalationHead Head => new()
    {
        Number = Number,
        TicketNumber = TicketNumber,
        OrganisationId = OrganisationId,
        Status = Kebab.Parse<EscalationStatus>(Status)!.Value,
        Criterion = Kebab.Parse<EscalationCriterion>(Criterion),
        Verdict = Kebab.Parse<Verdict>(Verdict)!.Value,
        SubmittedAt = UnixTime.Time(SubmittedAt),
        SubmittedBy = new(SubmittedById, SubmittedByName),
        OverrideReason = OverrideReason,
        Engineer = EngineerId is null ? null : new(EngineerId, EngineerName!),
        Questions = StoredJson.Read<List<string>>(Questions),
        Asked = StoredJson.Read<List<EngineerQuestion>>(Asked),
        ErrorGroupId = ErrorGroupId,
        Version = Version,
        UpdatedAt = UnixTime.Time(UpdatedAt),
    };

    public static EscalationRow Of(Escalation escalation) => new()
    {
        Number = escalation.Number,
        TicketNumber = escalation.TicketNumber,
        OrganisationId = escalation.OrganisationId,
        Status = Kebab.Name(escalation.Status),
        Criterion = Kebab.Name(escalation.Criterion),
        Verdict = Kebab.Name(escalation.Verdict),
        SubmittedAt = UnixTime.Of(escalation.SubmittedAt),
        SubmittedById = escalation.SubmittedBy.Id,
        SubmittedByName = escalation.SubmittedBy.Name,
        OverrideReason = escalation.OverrideReason,
        EngineerId = escalation.Engineer?.Id,
        EngineerName = escalation.Engineer?.Name,
        Questions = StoredJson.Write(escalation.Questions),
        Asked = StoredJson.Write(escalation.Asked),
        ErrorGroupId = escalation.ErrorGroupId,
        PacketJson = escalation.PacketJson,
        PacketMarkdown = escalation.PacketMarkdown,
        Version = escalation.Version,
        UpdatedAt = UnixTime.Of(escalation.UpdatedAt),
    };

    public Escalation ToEscalation() => new(Head, PacketJson, PacketMarkdown);

    public EscalationFile ToFile(IEnumerable<EscalationLogRow> log) =>
        new(ToEscalation(), [.. log.Select(entry => entry.ToEntry())], OrganisationName, TicketSubject, StoredJson.Read<List<string>>(AskedAgain));

    public EscalationItem ToItem() => new(Head, TicketSubject) { OrganisationName = OrganisationName, ErrorTitle = ErrorTitle };
}

/// <summary>A row of the table <c>escalation_log</c>.</summary>
internal sealed class EscalationLogRow
{
    public string Id { get; init; } = "";
    public int Version { get; init; }
    public long At { get; init; }
    public string ActorId { get; init; } = "";
    public string Actor { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Text { get; init; } = "";

    public EscalationLogEntry ToEntry() =>
        new(Id, Version, UnixTime.Time(At), new(ActorId, Actor), Kebab.Parse<EscalationLogKind>(Kind)!.Value, Text);
}
