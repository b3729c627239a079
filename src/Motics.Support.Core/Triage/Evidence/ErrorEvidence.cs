using System.Globalization;
using Motics.Support.Core.Events;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Triage.Evidence;

/// <summary>What follows from the last error and from trouble at the provider.</summary>
internal static class ErrorEvidence
{
    public static KnownFact? ErrorText(Seen seen) => Current(seen) is { } error
        ? Seen.Fact(Text(error), error.At, $"Last error, in {Where(error.Operation)}, {Seen.Time(error.At)}; nothing has worked since")
        : null;

    public static KnownFact? RepeatedFailures(Seen seen) => Current(seen) is { } error && seen.Organisation.RepeatedFailures is { } count
        ? Seen.Fact(count.ToString(CultureInfo.InvariantCulture), error.At, $"Failed {count} {(count == 1 ? "time" : "times")} in the same way within 24 hours")
        : null;

    // That no incident is known does not prove that there is none.
    public static KnownFact? ProviderIncident(Seen seen) => seen.Organisation.Incident is { Status: not IncidentStatus.Over } incident
        ? Seen.Fact(incident.Status == IncidentStatus.Confirmed ? "confirmed" : "suspected", incident.Since, incident.Evidence)
        : null;

    private static LastError? Current(Seen seen) =>
        seen.Organisation.LastError is { } error && (seen.Organisation.LastSuccessAt is not { } success || error.At > success) ? error : null;

    // Cliniko answers 403 with an empty body: there is an error although it says nothing.
    private static string Text(LastError error)
    {
        if (string.IsNullOrWhiteSpace(error.Message))
            return error.HttpStatus is { } status ? $"(no message, HTTP {status})" : "(no message)";
        return FactCatalogue.Fit(error.Message);
    }

    private static string Where(Operation operation) => operation switch
    {
        Operation.PatientSearch => "patient search",
        Operation.NotePush => "note push",
        Operation.Verify => "verifying the connection",
        _ => "another action",
    };
}
