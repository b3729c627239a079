using Motics.Support.Core.Tickets;
using static Motics.Support.Core.Access.DemoPeople;
using static Motics.Support.Simulator.Demo.DemoScript;

namespace Motics.Support.Simulator.Demo;

/// <summary>Tickets whose trouble is over: resolved, and closed with what mended it.</summary>
internal static class TicketsThatEnded
{
    private static readonly string[] Subjects = ["Asked for the key after the move", "Cannot push notes", "Disconnected since the migration", "Where do I find the API key?"];

    public static IReadOnlyList<TicketScript> All(DemoCast cast) => [.. Resolved(cast), .. ClosedByKey(cast), .. ClosedOtherwise(cast)];

    private static IEnumerable<TicketScript> Resolved(DemoCast cast)
    {
        var comeback = cast.Reconnected(4);
        yield return new TicketScript(comeback.Clinic, comeback.Asked, Agent, Request("Reconnect page asks for a key", "Practice manager", 4970, Agent.Id))
            .Answers(comeback.Span * 0.2, Agent, ("symptom", "disconnected"), ("keyAccess", "has-key"))
            .Sets((comeback.Span * 0.8) + Minutes(15), Agent, TicketStatus.Resolved);
    }

    private static IEnumerable<TicketScript> ClosedByKey(DemoCast cast)
    {
        for (var number = 0; number < Subjects.Length; number++)
        {
            var comeback = cast.Reconnected(8 + (5 * number));
            var by = number == 3 ? Lead : Agent;
            yield return new TicketScript(comeback.Clinic, comeback.Asked, by, Request(Subjects[number], "Practice manager", 4800 + (31 * number), by.Id))
                .Answers(comeback.Span * 0.2, by, ("symptom", "disconnected"), ("keyAccess", "can-create-key"))
                .Ticks(comeback.Span * 0.2, by, 1)
                .Closes((comeback.Span * 0.6) + Minutes(30), by, Mending.KeyReentered);
        }
    }

    private static IEnumerable<TicketScript> ClosedOtherwise(DemoCast cast)
    {
        if (cast.HitByPastOutage() is { } clinic)
            yield return new TicketScript(clinic, cast.PastOutage.Since + Minutes(40), Agent, Request("Search fails for everybody", "Front desk", 4702, Agent.Id))
                .Answers(Minutes(4), Agent, ("inClinicNow", "true"))
                .Notes(Minutes(2), Agent, "Cliniko is down. They copy and paste this afternoon.")
                .Closes(cast.PastOutage.Until - cast.PastOutage.Since, Agent, Mending.ProviderRecovered);
        yield return new TicketScript(cast.Of("not-migrated-yet", 0), cast.Now.AddDays(-3), Agent, Request("Will our notes be deleted by the move?", "Owner", 4955, Agent.Id))
            .Answers(Minutes(3), Agent, ("symptom", "worried-about-data"), ("worriedAboutLosingWork", "true"))
            .Closes(Minutes(12), Agent, Mending.NothingWasBroken);
    }
}
