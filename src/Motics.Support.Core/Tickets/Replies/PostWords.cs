namespace Motics.Support.Core.Tickets.Replies;

/// <summary>Words of places and posts at a clinic. A text of nothing else names nobody: "Front desk", "Practice manager", "Podiatrist".</summary>
internal static class PostWords
{
    private static readonly HashSet<string> All = new(
        [
            "a", "accounts", "admin", "administration", "administrator", "and", "assistant", "at", "bookkeeper", "centre", "chiro", "chiropractor", "client", "clinic", "clinical",
            "clinician", "co-owner", "coordinator", "counsellor", "customer", "dentist", "desk", "dietician", "dietitian", "director", "doctor", "exercise", "front", "from", "gp", "head",
            "health", "hr", "it", "lead", "locum", "manager", "massage", "medical", "myotherapist", "nurse", "observer", "occupational", "of", "office", "operations", "osteo", "osteopath", "our",
            "owner", "paediatrician", "partner", "physio", "physiologist", "physiotherapist", "physiotherapy", "pilates", "podiatrist", "podiatry", "practice", "practitioner", "principal", "psychologist", "reception",
            "receptionist", "secretary", "senior", "speech", "staff", "supervisor", "support", "team", "the", "therapist",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The word, without the dots and commas around it, is one of them.</summary>
    public static bool Contains(string word) => All.Contains(word.Trim('.', ',', ';', ':'));
}
