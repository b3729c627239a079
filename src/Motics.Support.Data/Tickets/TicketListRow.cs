using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Data.Events.Rows;

namespace Motics.Support.Data.Tickets;

/// <summary>A row of the list: the ticket, its organisation as it is now, its open escalation.</summary>
internal sealed class TicketListRow : TicketRow
{
    public string? OrganisationName { get; init; }
    public string? Ehr { get; init; }
    public string? Place { get; init; }
    public string Health { get; init; } = "";
    public long? HealthSinceAt { get; init; }
    public long? EscalationNumber { get; init; }
    public string? EscalationStatus { get; init; }
    public long? MigratedAt { get; init; }
    public long? SearchSuccessAt { get; init; }
    public long? PushSuccessAt { get; init; }
    public long? VerifySuccessAt { get; init; }
    public long? DecidingFailureAt { get; init; }
    public long? LastKeyAt { get; init; }
    public int KeyExposed { get; init; }
    public string? Operations { get; init; }
    public string? Unmended { get; init; }

    public TicketItem ToItem(DateTimeOffset now)
    {
        var ticket = ToTicket();
        var seen = Seen(now);
        var health = Kebab.Parse<Health>(Health)!.Value;
        return new()
        {
            Ticket = ticket,
            OrganisationName = OrganisationName,
            Ehr = Kebab.Parse<Ehr>(Ehr),
            Place = Place,
            Health = health,
            HealthSince = UnixTime.Time(HealthSinceAt),
            EscalationNumber = EscalationNumber,
            EngineersAsk = EscalationStatus == Kebab.Name(Core.Escalations.EscalationStatus.NeedsInfo),
            HasFailedSinceEngineers = ticket.ClinicTriesAgain && ticket.HasFailedSinceEngineers(OperationColumns.Read(SearchSuccessAt, PushSuccessAt, VerifySuccessAt, Operations, Unmended).States()),
            ProvenBy = ticket.Complaint?.AnsweredBy(seen),
            KeyExposed = KeyExposed != 0,
            Woken = TicketWaking.Reasons(ticket, seen, now),
        };
    }

    private ProofTimes Seen(DateTimeOffset now) => new()
    {
        SearchedAt = UnixTime.Time(SearchSuccessAt),
        PushedAt = UnixTime.Time(PushSuccessAt),
        VerifiedAt = UnixTime.Time(VerifySuccessAt),
        FailedAt = UnixTime.Time(DecidingFailureAt),
        KeySavedAt = UnixTime.Time(LastKeyAt),
        MigratedAt = UnixTime.Time(MigratedAt) is { } migrated && migrated <= now ? migrated : null,
    };
}
