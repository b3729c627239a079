namespace Motics.Support.Core.Tests.Triage;

/// <summary>
/// The verdict table of <c>triage.md</c> once more, in plain code that shares nothing with the playbook: a slip in either is found where they differ.
/// Facts come as wire names; null is unknown. The error text comes as the name of its kind.
/// </summary>
/// <param name="given">A fact by its name.</param>
/// <param name="connected">The organisation's events say that it is connected.</param>
/// <param name="complaint">The clinic complains of something.</param>
internal sealed class TableOracle(Func<string, string?> given, Func<bool> connected, Func<bool> complaint)
{
    /// <summary>The numbers of the rows, in their order. A clinic that nobody reconnected is the last row too, in words of its own.</summary>
    public static readonly string[] Numbers = [.. Enumerable.Range(1, 23).SelectMany(row => row == 6 ? new[] { "6", "6a" } : row == 23 ? ["23", "23"] : [$"{row}"])];

    private static readonly string[] KeyKinds = ["disconnected", "authentication-failed", "missing-api-key", "credentials-not-found", "integration-disabled"];

    public bool NoneRecognised => Is("patientSearch", "none-recognised") || (HasKind("no-patients-recognised") && NobodySearched);

    public string Row()
    {
        if (Is("providerIncident", "confirmed") || (Is("providerIncident", "suspected") && !KeyKind)) return "1 provider-incident";
        if (Ehr is "meddbase" or "semble") return "2 not-cliniko-or-nookal";
        if (Is("symptom", "integration-not-visible") && given("moticsRole") is null or "member" or "observer") return "3 check-role";
        if (Is("symptom", "integration-not-visible")) return "4 escalate integration-not-visible";
        if (OneMissing && !KeyKind) return "5 single-patient";
        if (Is("retriedAfterReentry", "works")) return "6 resolved";
        if (connected() && !complaint()) return "6a need-more-information";
        if (Is("symptom", "worried-about-data") && !KeyKind && !NoneRecognised) return "7 reassure";
        if (Is("keyAccess", "admin-cannot-help")) return "8 escalate key-not-accessible";
        if (Is("keyAccess", "cannot-see-api-keys") || (Is("symptom", "key-not-accessible") && given("keyAccess") is null)) return "9 get-key-access";
        if (Passing && ThreeTimes) return "10 escalate repeated-error";
        if (Is("patientSearch", "works") && HasAny("patient-not-linked", "invalid-request")) return "11 fix-note-target";
        if (NoneRecognised && NotReentered) return "12 check-key-first";
        if (Passing) return "13 wait-and-retry";
        if (NotReentered && (KeyKind || NotesStuck || AccessFound)) return "14 reconnect";
        if (Defect()) return "15 fix-key";
        if (Ehr == "cliniko" && Is("patientSearch", "works") && (HasKind("permission-denied") || (Is("symptom", "notes-not-pushing") && Reentered && Fails)))
            return "16 key-owner-cannot-write-notes";
        if (Ehr == "nookal" && HasKind("region-mismatch") && given("nookalRegionMatches") is null) return "17 verify-key-details";
        if (Reentered && given("retriedAfterReentry") is null or "not-tried") return "18 retry-and-confirm";
        if (Reentered && Fails && UnknownDetail()) return "19 verify-key-details";
        if (Reentered && Fails && NoneRecognised) return "20 escalate no-patients-after-reconnect";
        if (Reentered && HasAny("authentication-failed", "permission-denied", "region-mismatch") && ThreeTimes)
            return "21 escalate repeated-error";
        if (Reentered && Fails) return "22 escalate still-failing-after-reentry";
        return "23 need-more-information";
    }

    private string? Ehr => given("ehr") is "none" ? null : given("ehr");

    private bool Reentered => Is("keyReentered", "true");

    private bool NotReentered => given("keyReentered") is null or "false";

    private bool Fails => Is("retriedAfterReentry", "fails");

    private bool NobodySearched => given("patientSearch") is null or "not-tried";

    private bool OneMissing => Is("patientSearch", "one-missing") || (Is("symptom", "one-patient-missing") && (NobodySearched || Is("patientSearch", "works")));

    private bool KeyKind => HasAny(KeyKinds);

    private bool Passing => HasAny("server-error", "rate-limited", "timeout", "ehr-unavailable");

    private bool ThreeTimes => given("repeatedFailures") is { } text && int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) >= 3;

    private bool NotesStuck => Is("symptom", "notes-not-pushing") && given("patientSearch") is not null and not "works";

    private bool AccessFound => Is("symptom", "key-not-accessible") && given("keyAccess") is "has-key" or "can-create-key";

    private bool NotesRefused => Is("symptom", "notes-not-pushing") || HasKind("permission-denied");

    private bool Is(string fact, string value) => given(fact) == value;

    private bool HasKind(string kind) => OfSymptom(given("symptom")) == kind || given("errorText") == kind;

    private bool HasAny(params ReadOnlySpan<string> kinds)
    {
        var (told, shown) = (OfSymptom(given("symptom")), given("errorText"));
        foreach (var kind in kinds)
        {
            if (told == kind || shown == kind) return true;
        }
        return false;
    }

    private static string? OfSymptom(string? symptom) => symptom switch
    {
        "permission-error" => "permission-denied",
        "region-error" => "region-mismatch",
        "disconnected" or "authentication-failed" or "missing-api-key" or "credentials-not-found" or "integration-disabled" => symptom,
        "server-error" or "no-patients-recognised" => symptom,
        _ => null,
    };

    private bool Defect() =>
        Is("otherEhrActive", "true") || Is("keyUnchanged", "true")
        || (Ehr == "cliniko" && given("clinikoSuffix") is "missing" or "wrong-shard")
        || (Ehr == "nookal" && (Is("nookalRegionMatches", "false") || Is("nookalKeyEnabled", "false") || Is("nookalLocationSelected", "false")
            || Is("patientSearch", "one-location-missing") || (Is("nookalKeyType", "v2-key") && Fails) || (Is("nookalClinicalNotes", "false") && NotesRefused)));

    private bool UnknownDetail() => Ehr switch
    {
        null => true,
        "cliniko" => given("clinikoSuffix") is null,
        _ => given("nookalRegionMatches") is null || given("nookalKeyType") is null || given("nookalKeyEnabled") is null
            || given("nookalLocationSelected") is null || (NotesRefused && given("nookalClinicalNotes") is null),
    };
}
