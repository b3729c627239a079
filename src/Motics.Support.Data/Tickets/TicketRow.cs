using Motics.Support.Core;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Data.Events;

namespace Motics.Support.Data.Tickets;

/// <summary>A row of the table <c>ticket</c>.</summary>
internal class TicketRow
{
    private const int LongestFolded = 800;

    // Bits of complaint_about.
    private const int Pushing = 1;
    private const int Searching = 2;

    public long Number { get; init; }
    public string OrganisationId { get; init; } = "";
    public string Subject { get; init; } = "";
    public string SubjectFolded => StoredText.Cut(TextFolding.Fold(Subject), LongestFolded);
    public string? Reporter { get; init; }
    public string? ExternalUrl { get; init; }
    public string Status { get; init; } = "";
    public string? AssigneeId { get; init; }
    public string? AssigneeName { get; init; }
    public string Answers { get; init; } = "{}";
    public string AskedAgain { get; init; } = "[]";
    public string Checklist { get; init; } = "{}";
    public string? Verdict { get; init; }
    public string? Criterion { get; init; }
    public string? PlaybookVersion { get; init; }
    public long? VerdictAt { get; init; }
    public long? RemindAt { get; init; }
    public long? ReturnedAt { get; init; }
    public string? MendedBy { get; init; }
    public string? MendedDetail { get; init; }
    public int Version { get; init; }
    public long CreatedAt { get; init; }
    public string CreatedById { get; init; } = "";
    public string CreatedByName { get; init; } = "";
    public long UpdatedAt { get; init; }
    public long TouchedAt { get; init; }
    public string HealthWhenTouched { get; init; } = "";
    public string? RequestId { get; init; }
    public long? ComplaintAt { get; init; }
    public int? ComplaintProofs { get; init; }
    public int? ComplaintAbout { get; init; }
    public int AnsweredWhenTouched { get; init; }
    public long? RenewedAt { get; init; }
    public long? OpeningAt { get; init; }
    public int? OpeningKeyAsked { get; init; }
    public string? OpeningFailing { get; init; }
    public long? KeyExposedAt { get; init; }
    public string? KeyExposedIn { get; init; }
    public string? KeyExposedById { get; init; }
    public string? KeyExposedByName { get; init; }
    public long? EngineersDoneAt { get; init; }

    /// <summary>The row of a ticket.</summary>
    public static TicketRow Of(Ticket ticket, string? requestId) => new()
    {
        Number = ticket.Number,
        OrganisationId = ticket.OrganisationId,
        Subject = ticket.Subject,
        Reporter = ticket.Reporter,
        ExternalUrl = ticket.ExternalUrl,
        Status = Kebab.Name(ticket.Status),
        AssigneeId = ticket.Assignee?.Id,
        AssigneeName = ticket.Assignee?.Name,
        Answers = StoredJson.Write(ticket.Answers),
        AskedAgain = StoredJson.Write(ticket.AskedAgain),
        Checklist = StoredJson.Write(ticket.Checklist),
        Verdict = Kebab.Name(ticket.Verdict?.Verdict),
        Criterion = Kebab.Name(ticket.Verdict?.Criterion),
        PlaybookVersion = ticket.Verdict?.PlaybookVersion,
        VerdictAt = UnixTime.Of(ticket.Verdict?.At),
        RemindAt = UnixTime.Of(ticket.RemindAt),
        ReturnedAt = UnixTime.Of(ticket.ReturnedAt),
        MendedBy = Kebab.Name(ticket.MendedBy?.What),
        MendedDetail = ticket.MendedBy?.Detail,
        Version = ticket.Version,
        CreatedAt = UnixTime.Of(ticket.CreatedAt),
        CreatedById = ticket.CreatedBy.Id,
        CreatedByName = ticket.CreatedBy.Name,
        UpdatedAt = UnixTime.Of(ticket.UpdatedAt),
        TouchedAt = UnixTime.Of(ticket.TouchedAt),
        HealthWhenTouched = Kebab.Name(ticket.HealthWhenTouched),
        RequestId = requestId,
        ComplaintAt = UnixTime.Of(ticket.Complaint?.At),
        ComplaintProofs = ticket.Complaint?.Proofs,
        ComplaintAbout = ticket.Complaint is { } complaint ? (complaint.AboutPushing ? Pushing : 0) | (complaint.AboutSearching ? Searching : 0) : null,
        AnsweredWhenTouched = ticket.AnsweredWhenTouched ? 1 : 0,
        RenewedAt = UnixTime.Of(ticket.RenewedAt),
        OpeningAt = UnixTime.Of(ticket.Opening?.At),
        OpeningKeyAsked = ticket.Opening is { } opening ? opening.KeyAsked ? 1 : 0 : null,
        OpeningFailing = Kebab.Name(ticket.Opening?.Failing),
        KeyExposedAt = UnixTime.Of(ticket.ExposedKey?.At),
        KeyExposedIn = Kebab.Name(ticket.ExposedKey?.In),
        KeyExposedById = ticket.ExposedKey?.By.Id,
        KeyExposedByName = ticket.ExposedKey?.By.Name,
        EngineersDoneAt = UnixTime.Of(ticket.EngineersDoneAt),
    };

    /// <summary>The ticket of this row.</summary>
    public Ticket ToTicket() => new()
    {
        Number = Number,
        OrganisationId = OrganisationId,
        Subject = Subject,
        Reporter = Reporter,
        ExternalUrl = ExternalUrl,
        Status = Kebab.Parse<TicketStatus>(Status)!.Value,
        Assignee = AssigneeId is null ? null : new(AssigneeId, AssigneeName!),
        Answers = StoredJson.Read<Dictionary<string, AgentAnswer>>(Answers),
        AskedAgain = StoredJson.Read<List<string>>(AskedAgain),
        Checklist = StoredJson.Read<Dictionary<string, TickedStep>>(Checklist),
        Verdict = ToVerdict(),
        RemindAt = UnixTime.Time(RemindAt),
        ReturnedAt = UnixTime.Time(ReturnedAt),
        MendedBy = Kebab.Parse<Mending>(MendedBy) is { } mending ? new(mending, MendedDetail) : null,
        Version = Version,
        CreatedAt = UnixTime.Time(CreatedAt),
        CreatedBy = new(CreatedById, CreatedByName),
        UpdatedAt = UnixTime.Time(UpdatedAt),
        TouchedAt = UnixTime.Time(TouchedAt),
        HealthWhenTouched = Kebab.Parse<Health>(HealthWhenTouched)!.Value,
        Complaint = ToComplaint(),
        AnsweredWhenTouched = AnsweredWhenTouched != 0,
        RenewedAt = UnixTime.Time(RenewedAt),
        Opening = OpeningAt is { } opened ? new(UnixTime.Time(opened), OpeningKeyAsked == 1, Kebab.Parse<Operation>(OpeningFailing)) : null,
        ExposedKey = KeyExposedAt is { } exposed ? new(UnixTime.Time(exposed), Kebab.Parse<ExposedIn>(KeyExposedIn) ?? ExposedIn.Note, new(KeyExposedById!, KeyExposedByName!)) : null,
        EngineersDoneAt = UnixTime.Time(EngineersDoneAt),
    };

    private TicketComplaint? ToComplaint() => ComplaintAt is { } at
        ? new(UnixTime.Time(at), ComplaintProofs ?? 0) { AboutPushing = (ComplaintAbout & Pushing) != 0, AboutSearching = (ComplaintAbout & Searching) != 0 }
        : null;

    private TicketVerdict? ToVerdict() => Kebab.Parse<Verdict>(Verdict) is { } verdict
        ? new(verdict, Kebab.Parse<EscalationCriterion>(Criterion), PlaybookVersion!, UnixTime.Time(VerdictAt!.Value))
        : null;
}
