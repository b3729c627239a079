using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Tickets.Complaints;

/// <summary>Which answers are complaints, and how they are renewed: said again, a complaint is as new as on the first day.</summary>
internal static class ComplaintAnswers
{
    /// <summary>Given again it is as new as now: a complaint, and whether it worked when it was tried again.</summary>
    public static bool Renews(string fact, string value) => IsComplaint(fact, value) || fact == FactNames.RetriedAfterReentry;

    /// <summary>The answer says that something does not work (<c>triage.md</c>).</summary>
    public static bool IsComplaint(string fact, string value) => ComplainingAnswers.Complains(fact, value);

    /// <summary>True when somebody at the clinic has complained of something.</summary>
    public static bool Any(Ticket ticket) => ticket.Answers.Any(answer => IsComplaint(answer.Key, answer.Value.Value));

    /// <summary>Everything that the clinic complained of holds again from now; the trouble that the ticket was opened in is looked up anew.</summary>
    public static void RenewAll(TicketWork work) =>
        work.Ticket = work.Ticket with { RenewedAt = work.Now, Opening = TicketTrouble.Of(work.Organisation, work.Now) ?? work.Ticket.Opening };

    /// <summary>The clinic says that it still does not work.</summary>
    public static Refusal? SayAgain(TicketWork work)
    {
        if (!work.Ticket.IsOpen)
        {
            return TicketStates.IsClosed;
        }

        if (!Any(work.Ticket) && work.Ticket.Opening is null)
        {
            return new Refusal.Conflict("Nothing was complained of yet. Say what the clinic sees.");
        }

        RenewAll(work);
        TicketStates.Begin(work);
        work.Touch();
        work.Log(TicketActivityKind.AnswerGiven, "heard from the clinic that it still does not work", "ticket.facts");
        return null;
    }

    /// <summary>What was complained of is not what it was before the change.</summary>
    public static bool Changed(Ticket before, Ticket after) => before.Opening != after.Opening || before.RenewedAt != after.RenewedAt || !Said(before).SetEquals(Said(after));

    private static HashSet<(string, string, DateTimeOffset)> Said(Ticket ticket) =>
        [.. ticket.Answers.Where(answer => IsComplaint(answer.Key, answer.Value.Value)).Select(answer => (answer.Key, answer.Value.Value, answer.Value.At))];
}
