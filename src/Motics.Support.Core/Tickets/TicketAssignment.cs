using Motics.Support.Core.Access;

namespace Motics.Support.Core.Tickets;

/// <summary>Who has a ticket. Everybody may take one or give their own back; giving it to or taking it from somebody else is for leads.</summary>
internal static class TicketAssignment
{
    public const int IdLength = 256;

    public static Refusal? Assign(TicketWork work, Person? person)
    {
        if (!work.Ticket.IsOpen)
        {
            return TicketStates.IsClosed;
        }

        if (work.Ticket.Assignee?.Id == person?.Id)
        {
            return null;
        }

        var own = person is null ? work.Ticket.Assignee?.Id == work.By.Id : person.Id == work.By.Id;
        if (!own && !work.Actor.May(Permission.ReassignTickets))
        {
            return new Refusal.Denied(Permission.ReassignTickets);
        }

        Give(work, person);
        return null;
    }

    private static void Give(TicketWork work, Person? person)
    {
        var text = person switch
        {
            null => "gave the ticket back",
            _ when person.Id == work.By.Id => "took the ticket",
            _ => $"gave the ticket to {person.Name}",
        };
        work.Ticket = work.Ticket with { Assignee = person };
        work.Log(TicketActivityKind.Assigned, text, "ticket.assign");
        if (person is not null)
        {
            work.Remember(person);
        }

        if (person?.Id == work.By.Id)
        {
            TicketStates.Begin(work);
        }
    }
}
