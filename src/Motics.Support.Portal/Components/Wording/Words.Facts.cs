using Motics.Support.Core.Triage;
using Motics.Support.Portal.Components.Shared;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    private static readonly Dictionary<string, string> FactValues = new(StringComparer.Ordinal)
    {
        ["true"] = "Yes",
        ["false"] = "No",
        ["ehr/none"] = "None",
        ["ehr/cliniko"] = "Cliniko",
        ["ehr/nookal"] = "Nookal",
        ["ehr/meddbase"] = "Meddbase",
        ["ehr/semble"] = "Semble",
        ["symptom/disconnected"] = "Says disconnected",
        ["symptom/authentication-failed"] = "Authentication failed",
        ["symptom/missing-api-key"] = "Missing API key",
        ["symptom/credentials-not-found"] = "Credentials not found",
        ["symptom/integration-disabled"] = "Integration switched off",
        ["symptom/notes-not-pushing"] = "Notes do not arrive",
        ["symptom/no-patients-recognised"] = "No patients recognised",
        ["symptom/one-patient-missing"] = "One patient missing",
        ["symptom/integration-not-visible"] = "Cannot see the integration",
        ["symptom/key-not-accessible"] = "Cannot get at the key",
        ["symptom/permission-error"] = "Permission error",
        ["symptom/region-error"] = "Region error",
        ["symptom/server-error"] = "Server error",
        ["symptom/worried-about-data"] = "Worried about their data",
        ["symptom/other"] = "Something else",
        ["patientSearch/none-recognised"] = "None at all",
        ["patientSearch/one-missing"] = "One is missing",
        ["patientSearch/one-location-missing"] = "Those of one location are missing",
        ["patientSearch/works"] = "Search works",
        ["patientSearch/not-tried"] = "Not tried",
        ["retriedAfterReentry/works"] = "Works",
        ["retriedAfterReentry/fails"] = "Still fails",
        ["retriedAfterReentry/not-tried"] = "Not tried yet",
        ["keyAccess/has-key"] = "Has the key",
        ["keyAccess/can-create-key"] = "Can make a key",
        ["keyAccess/cannot-see-api-keys"] = "Cannot see API keys",
        ["keyAccess/admin-cannot-help"] = "Their admin cannot help either",
        ["moticsRole/owner"] = "Owner",
        ["moticsRole/co-owner"] = "Co-owner",
        ["moticsRole/admin"] = "Admin",
        ["moticsRole/member"] = "Member",
        ["moticsRole/observer"] = "Observer",
        ["clinikoSuffix/present"] = "Right for the account",
        ["clinikoSuffix/missing"] = "Missing",
        ["clinikoSuffix/wrong-shard"] = "Of another shard",
        ["nookalRegion/au-nz"] = "AU/NZ",
        ["nookalRegion/eu"] = "EU",
        ["nookalRegion/us"] = "US",
        ["nookalKeyType/basic-key-v3"] = "Basic Key v3",
        ["nookalKeyType/space-api-key"] = "Space API Key",
        ["nookalKeyType/v2-key"] = "v2 key",
        ["providerIncident/none"] = "None known",
        ["providerIncident/suspected"] = "Suspected",
        ["providerIncident/confirmed"] = "Confirmed",
    };

    /// <summary>The label of a fact by its name, also of <c>criterion</c> and <c>screenshot</c>.</summary>
    public static string OfFact(string name) => FactLabels.Of(name) ?? Spaced(name);

    /// <summary>A fact's value in words. Free text and numbers come back as they are.</summary>
    public static string OfValue(string fact, string value) =>
        FactValues.TryGetValue($"{fact}/{value}", out var words) || (fact != "errorText" && FactValues.TryGetValue(value, out words)) ? words : value;

    /// <summary>Who says so, to somebody who reads: "agent" is not "you", for another may have said it.</summary>
    public static string Of(FactSource source) => source == FactSource.Agent ? "agent" : "events";

    /// <summary>A reason of the playbook as a sentence: the evidence where there is some, else the fact and its value.</summary>
    public static ReasonShown Shown(Reason reason)
    {
        var said = $"{OfFact(reason.Fact)}: {Lower(OfValue(reason.Fact, reason.Value))}";
        var text = reason.Evidence ?? said;
        return new(reason.Overruled ? $"{text} (the agent says otherwise, which counts)" : text, Of(reason.From), reason.At);
    }

    /// <summary>camelCase or kebab-case as words; the way out for a name that this table does not have.</summary>
    private static string Spaced(string name) =>
        Upper(string.Concat(name.Select(letter => letter == '-' ? " " : char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString())));
}
