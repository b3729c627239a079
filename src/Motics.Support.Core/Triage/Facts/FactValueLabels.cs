using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Providers;
using Motics.Support.Core.Wording;

namespace Motics.Support.Core.Triage.Facts;

/// <summary>What people call the values of facts: the same on a page, in a ticket's log and in a packet's Markdown.</summary>
public static class FactValueLabels
{
    // Names keep their capitals in the middle of a sentence too.
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { FactNames.Ehr, FactNames.NookalRegion, FactNames.NookalKeyType };

    private static readonly Dictionary<string, string> Known = new(
        [
            new("true", "Yes"),
            new("false", "No"),
            .. Values<Ehr>(FactNames.Ehr, Labels.Of),
            .. Values<Symptom>(FactNames.Symptom, Labels.Of),
            .. Values<PatientSearch>(FactNames.PatientSearch, Labels.Of),
            .. Values<Retry>(FactNames.RetriedAfterReentry, Labels.Of),
            .. Values<KeyAccess>(FactNames.KeyAccess, Labels.Of),
            .. Values<MoticsRole>(FactNames.MoticsRole, Labels.Of),
            .. Values<ClinikoSuffix>(FactNames.ClinikoSuffix, Labels.Of),
            .. Values<NookalRegion>(FactNames.NookalRegion, Labels.Of),
            .. Values<KeyType>(FactNames.NookalKeyType, Labels.Of),
            .. Values<ProviderIncident>(FactNames.ProviderIncident, Labels.Of),
        ],
        StringComparer.Ordinal);

    /// <summary>"Notes do not arrive" for <c>notes-not-pushing</c>; null for free text, numbers and what no fact can be.</summary>
    /// <param name="fact">JSON name of the fact.</param>
    /// <param name="value">In wire form.</param>
    public static string? Of(string fact, string value) =>
        Known.TryGetValue($"{fact}/{value}", out var words) || (fact != FactNames.ErrorText && Known.TryGetValue(value, out words)) ? words : null;

    /// <summary>The same in the middle of a sentence: "notes do not arrive", "yes", but "Cliniko". What has no label comes back as it is.</summary>
    public static string InSentence(string fact, string value) => Of(fact, value) switch
    {
        null => value,
        var words => Names.Contains(fact) ? words : Labels.Lower(words),
    };

    private static IEnumerable<KeyValuePair<string, string>> Values<T>(string fact, Func<T, string> label)
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(value => KeyValuePair.Create($"{fact}/{Kebab.Name(value)}", label(value)));
}
