using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Triage.Typed;

namespace Motics.Support.Core.Tickets.Complaints;

/// <summary>A subject that somebody typed says what the clinic sees, when it says it plainly. What was answered by name counts before it.</summary>
internal static class SubjectReading
{
    /// <summary>Answers the symptom of a new ticket from its subject, if it was asked for, nobody answered (or left it open by name) and the subject is plain.</summary>
    public static void Apply(TicketWork work, NewTicket request, IReadOnlyDictionary<string, KnownFact> evidence)
    {
        if (request.ReadSubject && !request.Facts.ContainsKey(FactNames.Symptom) && SymptomReader.Read(work.Ticket.Subject) is { } read)
            TicketFacts.Read(work, FactNames.Symptom, Kebab.Name(read.Symptom), evidence.GetValueOrDefault(FactNames.Symptom), $", read from the subject (“{read.Words}”); it can be changed");
    }
}
