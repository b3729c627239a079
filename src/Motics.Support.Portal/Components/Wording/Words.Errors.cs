using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Providers;
using Motics.Support.Core.Wording;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    /// <summary>What happened, as a sentence without a full stop: "Nookal did not accept the key".</summary>
    public static string WhatHappened(ErrorKind kind, Ehr? ehr)
    {
        var the = OrTheEhr(ehr);
        return Upper(kind switch
        {
            ErrorKind.Disconnected => $"Motics is not connected to {the}",
            ErrorKind.AuthenticationFailed => $"{the} did not accept the {Access(ehr)}",
            ErrorKind.MissingApiKey when HasOwnCredentials(ehr) => $"There are no credentials for {the} in Motics",
            ErrorKind.MissingApiKey => "There is no API key in Motics",
            ErrorKind.CredentialsNotFound => $"Motics found no credentials for {the}",
            ErrorKind.IntegrationDisabled => $"The {(ehr is null or Ehr.None ? "EHR" : Labels.Of(ehr.Value))} integration is switched off in Motics",
            ErrorKind.PermissionDenied => $"The {Access(ehr)} {(HasOwnCredentials(ehr) ? "are" : "is")} not allowed to do this in {the}",
            ErrorKind.RegionMismatch => $"The region in Motics is not the one of the {(ehr is null or Ehr.None ? "EHR" : Labels.Of(ehr.Value))} account",
            ErrorKind.NoPatientsRecognised => "No patients were recognised",
            ErrorKind.PatientNotLinked => $"The session is not linked to a patient in {the}",
            ErrorKind.RateLimited => $"{the} was asked too often and asked for a pause",
            ErrorKind.EhrUnavailable => $"{the} could not be reached",
            ErrorKind.Timeout => $"{the} did not answer in time",
            ErrorKind.ServerError => $"{the} or Motics had an internal error",
            ErrorKind.InvalidRequest => $"{the} refused what was sent",
            _ => "Something failed that we do not recognise",
        });
    }

    /// <summary>The same in a table's cell: "Did not accept the key".</summary>
    public static string Brief(ErrorKind kind) => kind switch
    {
        ErrorKind.AuthenticationFailed => "Did not accept the key",
        ErrorKind.PermissionDenied => "Key not allowed to do this",
        ErrorKind.NoPatientsRecognised => "Nobody recognised",
        ErrorKind.Disconnected => "Not connected",
        _ => Labels.Of(kind),
    };

    /// <summary>An EHR that connects by credentials of its own and not by a key (<c>ehr-facts.md</c>): no word of keys fits it.</summary>
    public static bool HasOwnCredentials(Ehr? ehr) => ehr?.IsLeftAlone() == true;

    /// <summary>What an error is called, at an EHR that has no keys too.</summary>
    public static string OfKind(ErrorKind kind, Ehr? ehr) => kind == ErrorKind.MissingApiKey && HasOwnCredentials(ehr) ? "Missing credentials" : Labels.Of(kind);

    // It is the key of nobody: switched on again, the old one works as before.
    private const string SwitchedOff = "Points at the switch in Motics: the integration is off.";

    private static string Access(Ehr? ehr) => HasOwnCredentials(ehr) ? "credentials" : "key";

    /// <summary>Whose move it is, at an EHR that has no keys too.</summary>
    public static string Fault(ErrorKind kind, Ehr? ehr) => !HasOwnCredentials(ehr) ? Fault(kind) : kind switch
    {
        ErrorKind.IntegrationDisabled => SwitchedOff,
        _ when kind.IsKeyKind() => $"Points at {Labels.Of(ehr!.Value)}'s own credentials.",
        ErrorKind.PermissionDenied => $"Points at what the credentials may do in {Labels.Of(ehr!.Value)}.",
        ErrorKind.NoPatientsRecognised => $"Points at the connection to {Labels.Of(ehr!.Value)}, not at the patients.",
        ErrorKind.PatientNotLinked or ErrorKind.InvalidRequest => "Points at the note or the patient.",
        _ when kind.IsTransient() => "Says nothing about the credentials.",
        _ => "Says nothing by itself; read the text.",
    };

    /// <summary>Whose move it is, as a short hint: it saves the clinic from being asked for a key in vain.</summary>
    public static string Fault(ErrorKind kind) => kind switch
    {
        ErrorKind.IntegrationDisabled => SwitchedOff,
        _ when kind.IsKeyKind() => "Points at the key.",
        ErrorKind.PermissionDenied => "Points at what the key's owner may do.",
        ErrorKind.RegionMismatch => "Points at the region setting.",
        ErrorKind.NoPatientsRecognised => "Points at the key, not at the patients.",
        ErrorKind.PatientNotLinked or ErrorKind.InvalidRequest => "Points at the note or the patient, not at the key.",
        _ when kind.IsTransient() => "Says nothing about the key.",
        _ => "Says nothing by itself; read the text.",
    };

    /// <summary>The first letter big, for the beginning of a sentence.</summary>
    public static string Upper(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
