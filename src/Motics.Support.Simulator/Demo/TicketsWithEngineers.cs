using Motics.Support.Core.Escalations;
using static Motics.Support.Core.Access.DemoPeople;
using static Motics.Support.Simulator.Demo.DemoScript;

namespace Motics.Support.Simulator.Demo;

/// <summary>Tickets that were handed over: submitted, accepted, sent back with questions, overridden by a lead, mended.</summary>
internal static class TicketsWithEngineers
{
    /// <summary>What an engineer needs and no event can tell.</summary>
    private static readonly (string, string)[] Rest = [("patientSearch", "not-tried"), ("usingCopyPaste", "true"), ("moticsRole", "owner")];

    public static IReadOnlyList<TicketScript> All(DemoCast cast) => [.. Submitted(cast), .. InTheirHands(cast), .. Overridden(cast), .. Mended(cast)];

    private static IEnumerable<TicketScript> Submitted(DemoCast cast) =>
    [
        new TicketScript(cast.Of("still-failing-after-reentry", 0), cast.Now - Minutes(125), Agent, Request("Two new keys and still disconnected", "Practice manager", 5096, Agent.Id))
            .Answers(Minutes(6), Agent, [("symptom", "credentials-not-found"), ("keyAccess", "has-key"), .. Rest])
            .Escalates(Minutes(4), Agent),
        new TicketScript(cast.Of("repeated-server-errors", 0), cast.Now - Minutes(250), Agent, Request("Server error on every push", "Front desk", 5076, Agent.Id))
            .Answers(Minutes(5), Agent, [("symptom", "server-error"), .. Rest])
            .Notes(Minutes(2), Agent, "It happens with every patient, on two computers.")
            .Escalates(Minutes(3), Agent),
    ];

    private static IEnumerable<TicketScript> InTheirHands(DemoCast cast) =>
    [
        new TicketScript(cast.Of("repeated-server-errors", 1), cast.Now - Minutes(420), Agent, Request("Pushing a note ends in an error", "Owner", 5052, Agent.Id))
            .Answers(Minutes(5), Agent, [("symptom", "server-error"), .. Rest])
            .Escalates(Minutes(4), Agent)
            .Escalation(Minutes(45), Engineer, new EscalationPatch { Status = EscalationStatus.Accepted })
            .Escalation(Minutes(20), Engineer, new EscalationPatch { Note = "The same fault in nine clinics: appointments with a practitioner who has left. A fix is in review." }),
        new TicketScript(cast.Of("refused-again-and-again", 0), cast.Now - Minutes(300), Agent, Request("Key refused again and again", "Practice owner", 5068, Agent.Id))
            .Answers(Minutes(5), Agent, [("symptom", "authentication-failed"), .. Rest])
            .Escalates(Minutes(5), Agent)
            .Escalation(Minutes(60), Engineer, new EscalationPatch
            {
                Status = EscalationStatus.NeedsInfo,
                Questions = ["keyAccess", "patientSearch"],
                Note = "Who made the key, and does a search find anybody at all? Without that this cannot be told from a dead key.",
            }),
    ];

    private static IEnumerable<TicketScript> Overridden(DemoCast cast) =>
    [
        new TicketScript(cast.Of("key-not-enabled", 0), cast.Now - Minutes(380), Agent, Request("Nookal refuses the new key", "Practice manager", 5057, Agent.Id))
            .Answers(Minutes(5), Agent, ("symptom", "authentication-failed"), ("usingCopyPaste", "true"))
            .Notes(Minutes(3), Agent, "Their administrator is away until next week and nobody else can open the key's settings.")
            .Escalates(Minutes(25), Lead, "Three locations stand still and nobody there can look at the key. Please check what Motics sends."),
    ];

    private static IEnumerable<TicketScript> Mended(DemoCast cast) =>
    [
        new TicketScript(cast.Of("nobody-found-after-reentry", 0), cast.Now - Minutes(360), Agent, Request("Reconnected, but nobody is found", "Receptionist", 5058, Agent.Id))
            .Answers(Minutes(5), Agent, ("symptom", "no-patients-recognised"), ("usingCopyPaste", "true"), ("errorText", "No patients are recognised."))
            .Escalates(Minutes(5), Agent)
            .Escalation(Minutes(40), Engineer, new EscalationPatch { Status = EscalationStatus.Accepted })
            .Escalation(Minutes(160), Engineer, new EscalationPatch
            {
                Status = EscalationStatus.Resolved,
                Note = "A setting of theirs had not moved along; it is set now. Please ask them to search once more.",
            }),
    ];
}
