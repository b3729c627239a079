using Motics.Support.Core.Tickets;
using static Motics.Support.Core.Access.DemoPeople;
using static Motics.Support.Simulator.Demo.DemoScript;

namespace Motics.Support.Simulator.Demo;

/// <summary>Tickets that wait for their clinic, and those that woke up because something changed there.</summary>
internal static class TicketsAtRest
{
    public static IReadOnlyList<TicketScript> All(DemoCast cast) => [.. Waiting(cast), .. WaitingWithLead(cast), .. Woken(cast)];

    private static IEnumerable<TicketScript> Waiting(DemoCast cast) =>
    [
        new TicketScript(cast.Of("wrong-region", 0), cast.Now - Minutes(960), Agent, Request("No patients come up", "Practice manager", 5043, Agent.Id))
            .Answers(Minutes(6), Agent, ("symptom", "region-error"), ("moticsRole", "owner"))
            .Ticks(Minutes(4), Agent, 1)
            .Sets(Minutes(2), Agent, TicketStatus.WaitingOnClinic)
            .Reminds(Minutes(1), Agent, cast.Now.AddHours(20)),
        new TicketScript(cast.Of("key-never-reentered", 3), cast.Now - Minutes(1500), Agent, Request("Missing API key when a note is pushed", "Front desk", 5021, Agent.Id))
            .Answers(Minutes(5), Agent, ("symptom", "missing-api-key"), ("keyAccess", "cannot-see-api-keys"), ("usingCopyPaste", "true"))
            .Sets(Minutes(3), Agent, TicketStatus.WaitingOnClinic)
            .Reminds(Minutes(1), Agent, cast.Now.AddMinutes(-40)),
        new TicketScript(cast.Of("back-to-copying", 0), cast.Now - Minutes(2880), Agent, Request("Too busy to reconnect this week", "Practice owner", 4987, Agent.Id))
            .Answers(Minutes(5), Agent, ("symptom", "disconnected"), ("keyAccess", "has-key"), ("usingCopyPaste", "true"))
            .Notes(Minutes(2), Agent, "Copy and paste works well for them. They will reconnect when the clinic is quieter.")
            .Sets(Minutes(1), Agent, TicketStatus.WaitingOnClinic)
            .Reminds(Minutes(1), Agent, cast.Now.AddHours(44)),
    ];

    private static IEnumerable<TicketScript> WaitingWithLead(DemoCast cast) =>
    [
        new TicketScript(cast.Of("key-owner-no-practitioner", 0), cast.Now - Minutes(1200), Lead, Request("Search works, notes are refused", "Administrator", 5032, Lead.Id))
            .Answers(Minutes(7), Lead, ("symptom", "permission-error"), ("keyAccess", "has-key"))
            .Ticks(Minutes(5), Lead, 1)
            .Sets(Minutes(2), Lead, TicketStatus.WaitingOnClinic),
    ];

    /// <summary>Made while the clinic had no working key; it saved one afterwards.</summary>
    private static IEnumerable<TicketScript> Woken(DemoCast cast)
    {
        (int Number, string Subject, (string, string)[] Seen)[] woken =
        [
            (0, "Push says missing API key", [("symptom", "missing-api-key"), ("errorText", "Missing API key.")]),
            (1, "Nothing works since the move", [("symptom", "disconnected")]),
            (2, "Disconnected, and no time today", [("symptom", "disconnected")]),
        ];
        foreach (var (number, subject, seen) in woken)
        {
            var comeback = cast.Reconnected(number);
            yield return new TicketScript(comeback.Clinic, comeback.Asked, Agent, Request(subject, "Practice manager", 4990 + number, Agent.Id))
                .Answers(comeback.Span * 0.2, Agent, [.. seen, ("keyAccess", "can-create-key")])
                .Sets(comeback.Span * 0.1, Agent, TicketStatus.WaitingOnClinic);
        }
        yield return new TicketScript(cast.Of("key-saved-unproven", 0), cast.Now - Minutes(640), Agent, Request("Asked to reconnect, what now?", "Owner", 5055, Agent.Id))
            .Answers(Minutes(5), Agent, ("keyAccess", "can-create-key"))
            .Sets(Minutes(5), Agent, TicketStatus.WaitingOnClinic);
    }
}
