using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Data.Tickets;

/// <summary>A row of the list: the ticket, its organisation as it is now, its open escalation.</summary>
internal sealed class TicketListRecord : TicketRecord
{
    public string? OrganisationName { get; init; }
    public string? Ehr { get; init; }
    public string? Place { get; init; }
    public string Health { get; init; } = "";
    public long? HealthSinceAt { get; init; }
    public long? EscalationNumber { get; init; }
    public string? EscalationStatus { get; init; }

    public TicketRow ToRow(DateTimeOffset now)
    {
        var ticket = ToTicket();
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
            Woken = TicketWaking.Reasons(ticket, health, now),
        };
    }
}
