using System.Collections.Frozen;
using System.Globalization;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Providers;

namespace Motics.Support.Core.Triage.Facts;

/// <summary>Every fact that triage knows, and what each may say (<c>triage.md</c>, "Facts").</summary>
public static class FactCatalogue
{
    /// <summary>Longest accepted text, in characters.</summary>
    public const int LongestText = 4000;

    /// <summary>Largest accepted number.</summary>
    public const int LargestNumber = 1_000_000;

    /// <summary>In the order of <c>triage.md</c>.</summary>
    public static IReadOnlyList<FactDefinition> All { get; } = Numbered(
        Choice<Ehr>(FactNames.Ehr),
        Bool(FactNames.Migrated),
        Choice<Symptom>(FactNames.Symptom),
        new FactDefinition(FactNames.ErrorText, FactType.Text, [], null),
        Choice<PatientSearch>(FactNames.PatientSearch),
        Bool(FactNames.KeyReentered),
        Bool(FactNames.KeyUnchanged),
        Choice<Retry>(FactNames.RetriedAfterReentry),
        Choice<KeyAccess>(FactNames.KeyAccess),
        Choice<MoticsRole>(FactNames.MoticsRole),
        Choice<ClinikoSuffix>(FactNames.ClinikoSuffix),
        Choice<NookalRegion>(FactNames.NookalRegion),
        Bool(FactNames.NookalRegionMatches),
        Choice<KeyType>(FactNames.NookalKeyType),
        Bool(FactNames.NookalKeyEnabled),
        Bool(FactNames.NookalClinicalNotes),
        Bool(FactNames.NookalLocationSelected),
        Bool(FactNames.OtherEhrActive),
        Bool(FactNames.InClinicNow),
        Bool(FactNames.UsingCopyPaste),
        Bool(FactNames.WorriedAboutLosingWork),
        new FactDefinition(FactNames.RepeatedFailures, FactType.Number, [], null),
        Choice<ProviderIncident>(FactNames.ProviderIncident));

    private static readonly FrozenDictionary<string, FactDefinition> ByName = All.ToFrozenDictionary(fact => fact.Name, StringComparer.Ordinal);

    /// <summary>The fact of this name, or null when there is none (case matters).</summary>
    public static FactDefinition? Find(string? name) => name is null ? null : ByName.GetValueOrDefault(name);

    /// <summary>The fact of this name; a name that is not known is a mistake of the program.</summary>
    internal static FactDefinition Get(string name) => ByName[name];

    /// <summary>Checks a value in wire form and gives it back in its one spelling, or null when the fact cannot have it.</summary>
    public static string? Accept(FactDefinition fact, string value)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ArgumentNullException.ThrowIfNull(value);
        return fact.Type switch
        {
            FactType.Number => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= LargestNumber
                ? number.ToString(CultureInfo.InvariantCulture) : null,
            FactType.Text => value.Length <= LongestText && !string.IsNullOrWhiteSpace(value) ? value : null,
            _ => fact.Values.Contains(value) ? value : null,
        };
    }

    /// <summary>
    /// The same for what was taken in before: a text whose mask, or whose sender, made it longer than the limit is cut with a sign and counts.
    /// Somebody said something, so it is never unknown.
    /// </summary>
    public static string? Known(FactDefinition fact, string value)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Accept(fact, fact.Type == FactType.Text ? Fit(value) : value);
    }

    /// <summary>A text that fits the limit; one that was cut ends with a sign.</summary>
    public static string Fit(string text) => TextCut.Marked(text, LongestText);

    private static FactDefinition Bool(string name) => new(name, FactType.Bool, ["false", "true"], Ehrs.OnlyFor(name));

    private static FactDefinition Choice<T>(string name) where T : struct, Enum => new(name, FactType.Choice, Kebab.All<T>(), Ehrs.OnlyFor(name));

    private static FactDefinition[] Numbered(params FactDefinition[] facts) =>
        [.. facts.Select((fact, index) => fact with { Index = index })];
}
