using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Providers;

namespace Motics.Support.Core.Triage.Facts;

/// <summary>What people call the values of facts: the same on a page, in a ticket's log and in a packet's Markdown.</summary>
public static class FactValueLabels
{
    // Names keep their capitals in the middle of a sentence too.
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { FactNames.Ehr, FactNames.NookalRegion, FactNames.NookalKeyType };

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["true"] = "Yes",
        ["false"] = "No",
        ["ehr/none"] = "None",
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

    /// <summary>"Notes do not arrive" for <c>notes-not-pushing</c>; null for free text, numbers and what no fact can be.</summary>
    /// <param name="fact">JSON name of the fact.</param>
    /// <param name="value">In wire form.</param>
    public static string? Of(string fact, string value) =>
        Labels.TryGetValue($"{fact}/{value}", out var words) ? words
        : fact == FactNames.Ehr ? Kebab.Parse<Ehr>(value)?.Profile().Name
        : (fact != FactNames.ErrorText && Labels.TryGetValue(value, out words)) ? words : null;

    /// <summary>The same in the middle of a sentence: "notes do not arrive", "yes", but "Cliniko". What has no label comes back as it is.</summary>
    public static string InSentence(string fact, string value) => Of(fact, value) switch
    {
        null => value,
        var words when Names.Contains(fact) || (words.Length > 1 && char.IsUpper(words[1])) => words,
        var words => char.ToLowerInvariant(words[0]) + words[1..],
    };
}
