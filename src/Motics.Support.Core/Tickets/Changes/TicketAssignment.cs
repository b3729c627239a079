using Motics.Support.Core.Access;

namespace Motics.Support.Core.Tickets.Changes;

/// <summary>
/// Who has a ticket. Everybody may take one that nobody has, and give their own back; giving one to somebody else, or taking one that
/// somebody has, is for leads. Programs work on tickets and get none: nobody would look after it.
/// </summary>
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

        if (!work.Actor.May(Permission.ReassignTickets) && !IsOwnBusiness(work, person))
        {
            return new Refusal.Denied(Permission.ReassignTickets);
        }

        if (person is { IsProgram: true })
        {
            return Refusal.Field("assignee", Person.WantedId);
        }

        Give(work, person);
        return null;
    }

    private static bool IsOwnBusiness(TicketWork work, Person? person) =>
        person is null ? work.Ticket.Assignee?.Id == work.By.Id : person.Id == work.By.Id && work.Ticket.Assignee is null;

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
