using Motics.Support.Core.Tickets;

namespace Motics.Support.Portal.Components.Tickets;

/// <summary>That the verdict became another while the page was open.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who did what it follows from; null when events or the time did.</param>
public sealed record VerdictNews(DateTimeOffset At, Person? By)
{
    /// <summary>What a newer reading says of the verdict; <paramref name="before"/> unless the verdict is another.</summary>
    public static VerdictNews? Of(VerdictNews? before, TicketView shown, TicketView newer, DateTimeOffset now)
    {
        if (Concluded(shown) == Concluded(newer))
            return before;
        var done = newer.Activity.Where(entry => entry.Version > shown.Ticket.Version).MaxBy(entry => entry.Version);
        return done is null ? new(now, null) : new(done.At, done.By);
    }

    private static (Core.Triage.Verdict, string, string) Concluded(TicketView view) => (view.Evaluation.Verdict, view.Evaluation.RuleId, view.Evaluation.Title);
}
