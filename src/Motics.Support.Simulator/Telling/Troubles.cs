using System.Globalization;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Providers;
using Motics.Support.Simulator.Events;

namespace Motics.Support.Simulator.Telling;

/// <summary>
/// Error messages as Motics would write them. They quote status codes that the vendors document and never the vendors' own
/// wording, which nobody has published. What varies from one occurrence to the next varies here too.
/// </summary>
public static class Troubles
{
    /// <summary>An error of this kind for this clinic, in one of several wordings that a clinic keeps.</summary>
    public static ErrorData Of(ErrorKind kind, Diary diary)
    {
        var ehr = Name(diary.Clinic.Ehr);
        var wordings = Wordings(kind, ehr, diary.Clinic.Home.Shard, diary.Chance);
        var (code, message, status) = wordings[diary.Clinic.Number % wordings.Length];
        return new ErrorData
        {
            Code = code,
            Message = message,
            HttpStatus = status,
            CorrelationId = $"{diary.Chance.Hex(4)}-{diary.Chance.Hex(8)}",
            NookalRegion = diary.Key.Region,
            ClinikoShard = diary.Clinic.Home.Shard,
        };
    }

    /// <summary>The one fault in Motics' own code that several clinics run into: one message, so one error group.</summary>
    public static ErrorData SharedFault(Diary diary) => Of(ErrorKind.ServerError, diary) with
    {
        Code = "internal_error",
        Message = $"Could not read the appointment {Number(diary.Chance)} of the session: the practitioner list has no entry at position {diary.Chance.Below(40)}.",
    };

    private static (string? Code, string Message, int? Status)[] Wordings(ErrorKind kind, string ehr, string? shard, Chance chance) => kind switch
    {
        ErrorKind.Disconnected =>
        [
            ("integration_disconnected", $"The {ehr} integration is disconnected.", null),
            (null, $"{ehr} is disconnected for this organisation. Reconnect it in Settings > Integrations.", null),
        ],
        ErrorKind.AuthenticationFailed =>
        [
            ("authentication_failed", $"Authentication failed: {ehr} answered 401 to GET /patients.", 401),
            (null, $"Unauthorized: {ehr} did not let Motics search for patients.", 401),
            (null, $"Authentication failed for {ehr}. The saved API key was not accepted.", 401),
        ],
        ErrorKind.MissingApiKey =>
        [
            ("missing_api_key", $"Missing API key for {ehr}.", null),
            (null, $"The {ehr} API key is missing; nothing was sent.", null),
        ],
        ErrorKind.CredentialsNotFound =>
        [
            ("credentials_not_found", $"Credentials not found for the {ehr} integration (settings {Number(chance)}).", null),
            (null, $"Credentials not found: no stored {ehr} credentials after the move.", 404),
        ],
        ErrorKind.IntegrationDisabled => [("integration_disabled", $"The {ehr} integration is disabled.", null)],
        ErrorKind.PermissionDenied =>
        [
            ("permission_denied", $"Permission denied: {ehr} answered 403 with an empty body to POST /treatment_notes.", 403),
            (null, $"Forbidden: {ehr} did not let this key write the note.", 403),
        ],
        ErrorKind.RegionMismatch => [("region_mismatch", $"Region error: the account was not found in the {ehr} region that is selected in Motics.", null)],
        ErrorKind.PatientNotLinked => [("patient_not_linked", $"The session is not linked to a patient in {ehr}.", null)],
        ErrorKind.RateLimited => [("rate_limited", $"{ehr} answered 429 Too Many Requests; more is allowed in {chance.Between(5, 58)} s.", 429)],
        ErrorKind.EhrUnavailable =>
        [
            ("ehr_unavailable", $"{ehr} is unavailable: 503 Service Unavailable from {shard ?? "its API"}.", 503),
            (null, $"Bad Gateway: {ehr} is unavailable.", 502),
        ],
        ErrorKind.Timeout =>
        [
            ("timeout", $"{ehr} did not answer: timed out after {chance.Between(30_000, 30_400)} ms.", null),
            (null, $"Timed out: {ehr} sent nothing for {chance.Between(29, 31)} s.", null),
        ],
        ErrorKind.ServerError => [("internal_error", $"Internal server error while preparing the note for {ehr} (job {Number(chance)}).", 500)],
        ErrorKind.InvalidRequest => [("invalid_request", $"{ehr} did not take the note: 422, no case is selected for the patient.", 422)],
        _ => [(null, $"Something unexpected happened while talking to {ehr}.", null)],
    };

    private static string Number(Chance chance) => chance.Between(10_000, 99_999).ToString(CultureInfo.InvariantCulture);

    private static string Name(Ehr ehr) => ehr == Ehr.None ? "the EHR" : ehr.Profile().Name;
}
