using System.Globalization;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Wording;

namespace Motics.Support.Core.Triage.Evidence;

/// <summary>What follows from the newest failure that nothing mended, and from trouble at the provider.</summary>
internal static class ErrorEvidence
{
    public static KnownFact? ErrorText(Seen seen) => Current(seen) is { Failures.Newest: var error } current
        ? Seen.Fact(Text(error), error.At, $"Newest error in {Labels.Lower(Labels.Of(current.Operation))}, {Moment.Utc(error.At)}; nothing has mended it since")
        : null;

    public static KnownFact? RepeatedFailures(Seen seen) =>
        Current(seen) is { Failures.Newest: var error } && seen.Organisation.RecentFailures.TryGetValue(error.Kind, out var count)
            ? Seen.Fact(count.ToString(CultureInfo.InvariantCulture), error.At, count == 0 ? "It has not failed in the same way within 24 hours" : $"Failed {count} {(count == 1 ? "time" : "times")} in the same way within 24 hours")
            : null;

    // That no incident is known does not prove that there is none.
    public static KnownFact? ProviderIncident(Seen seen) => seen.Organisation.Incident is { Status: not IncidentStatus.Over } incident
        ? Seen.Fact(incident.Status == IncidentStatus.Confirmed ? "confirmed" : "suspected", incident.Since, incident.Evidence)
        : null;

    /// <summary>The kind that was stored with the error in hand; null when there is none.</summary>
    public static ErrorKind? Kind(Seen seen) => Current(seen)?.Failures.Kind;

    /// <summary>What an error says. Cliniko answers 403 with an empty body: there is an error although it says nothing.</summary>
    public static string Text(LastError error)
    {
        if (string.IsNullOrWhiteSpace(error.Message))
            return error.HttpStatus is { } status ? $"(no message, HTTP {status})" : "(no message)";
        return FactCatalogue.Fit(error.Message);
    }

    // Whoever says that notes do not arrive wants to know what becomes of notes, not of a search.
    private static Unmended? Current(Seen seen) =>
        seen.Organisation.Operations.Unmended().FirstOrDefault(unmended => seen.Complaint is not { AboutPushing: true } || unmended.Operation == Operation.NotePush);
}
