using static Motics.Support.Core.Access.DemoPeople;
using static Motics.Support.Simulator.Demo.DemoScript;

namespace Motics.Support.Simulator.Demo;

/// <summary>New tickets, and those that somebody is in the middle of.</summary>
internal static class TicketsInWork
{
    public static IReadOnlyList<TicketScript> All(DemoCast cast) => [.. New(cast), .. InClinic(cast), .. AtTheKey(cast), .. AtOnePatient(cast)];

    private static IEnumerable<TicketScript> New(DemoCast cast) =>
    [
        new(cast.Of("nobody-found", 0), cast.Now - Minutes(24), Lead,
            Request("Search finds nobody since last week", "Front desk", 5117, null, ("symptom", "no-patients-recognised"))),
        new(cast.Of("key-never-reentered", 0), cast.Now - Minutes(52), Lead,
            Request("Notes do not reach the EHR any more", "Practice manager", 5109, null, ("symptom", "notes-not-pushing"))),
        new(cast.Of("stub", 0), cast.Now - Minutes(95), Lead, Request("Patient search times out", "Owner", 5098, null)),
    ];

    private static IEnumerable<TicketScript> InClinic(DemoCast cast) =>
    [
        new(cast.Of("key-never-reentered", 1), cast.Now - Minutes(12), Agent,
            Request("Patients in the waiting room, nothing can be pushed", "Physiotherapist", 5121, Agent.Id, ("symptom", "notes-not-pushing"), ("inClinicNow", "true"))),
        new TicketScript(cast.Of("provider-outage", 0), cast.Now - Minutes(21), Agent, Request("Everything fails since this hour", "Front desk", 5120, Agent.Id, ("inClinicNow", "true")))
            .Notes(Minutes(3), Agent, "Told them that Cliniko itself is down and that their key is fine. They copy and paste until it is back."),
        new TicketScript(cast.Of("key-never-reentered", 2), cast.Now - Minutes(200), Agent, Request("Cannot see the integration in Motics", "Receptionist", 5083, Agent.Id))
            .Answers(Minutes(4), Agent, ("symptom", "integration-not-visible"), ("moticsRole", "member")),
    ];

    private static IEnumerable<TicketScript> AtTheKey(DemoCast cast) =>
    [
        new TicketScript(cast.Of("same-key-three-times", 0), cast.Now - Minutes(170), Agent, Request("Key entered three times, still refused", "Practice manager", 5091, Agent.Id))
            .Answers(Minutes(5), Agent, ("symptom", "authentication-failed"), ("moticsRole", "admin"))
            .Answers(Minutes(2), Agent, ("keyAccess", "can-create-key")),
        new TicketScript(cast.Of("suffix-missing", 0), cast.Now - Minutes(140), Agent, Request("Authentication failed after pasting the key", "Owner", 5094, Agent.Id))
            .Answers(Minutes(6), Agent, ("symptom", "authentication-failed"), ("moticsRole", "owner"))
            .Ticks(Minutes(3), Agent, 2)
            .Notes(Minutes(1), Agent, "They copied the key up to the hyphen only. They make a new one and paste all of it."),
        new TicketScript(cast.Of("v2-key", 0), cast.Now - Minutes(310), Agent, Request("New Nookal key is not accepted", "Practice owner", 5066, Agent.Id))
            .Answers(Minutes(5), Agent, ("symptom", "authentication-failed"), ("keyAccess", "has-key"))
            .Ticks(Minutes(4), Agent, 1),
    ];

    private static IEnumerable<TicketScript> AtOnePatient(DemoCast cast) =>
    [
        new TicketScript(cast.Of("one-patient-missing", 0), cast.Now - Minutes(22), Agent, Request("One patient cannot be found", "Osteopath", 5118, Agent.Id))
            .Answers(Minutes(4), Agent, ("symptom", "one-patient-missing"), ("patientSearch", "one-missing")),
        new TicketScript(cast.Of("one-location-missing", 0), cast.Now - Minutes(260), Agent, Request("Patients of the new location are missing", "Practice manager", 5074, Agent.Id))
            .Answers(Minutes(5), Agent, ("patientSearch", "one-location-missing"), ("retriedAfterReentry", "fails"), ("nookalLocationSelected", "false"))
            .Ticks(Minutes(6), Agent, 1),
        new TicketScript(cast.Of("note-has-no-target", 0), cast.Now - Minutes(330), Agent, Request("One practitioner's notes come back", "Podiatrist", 5061, Agent.Id))
            .Answers(Minutes(5), Agent, ("symptom", "notes-not-pushing")),
    ];
}
