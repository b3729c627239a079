using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Organisations.Providers;

/// <summary>
/// The EHRs that the console knows. A new one begins with its name in <see cref="Ehr"/>; the compiler then asks for its profile here, and a test says what
/// else does not know it.
/// </summary>
public static class Ehrs
{
    private static readonly EhrProfile Cliniko = new()
    {
        Name = "Cliniko",
        Access = EhrAccess.Key,
        Places = ClinikoShards.Places,
        KeyTrait = KeyTrait.Ending,
        Facts = [FactNames.ClinikoSuffix],
        Mendings = [Mending.KeyCompleted, Mending.KeyMadeByPractitioner],
    };

    private static readonly EhrProfile Nookal = new()
    {
        Name = "Nookal",
        Access = EhrAccess.Key,
        Places = NookalSites.Places,
        KeyTrait = KeyTrait.Kind,
        Facts = [FactNames.NookalRegion, FactNames.NookalRegionMatches, FactNames.NookalKeyType, FactNames.NookalKeyEnabled, FactNames.NookalClinicalNotes, FactNames.NookalLocationSelected],
        NeededToEscalate = [FactNames.NookalRegion],
        Mendings = [Mending.RegionCorrected, Mending.KeyKindCorrected],
    };

    private static readonly EhrProfile Meddbase = new() { Name = "Meddbase", Access = EhrAccess.OwnCredentials };

    private static readonly EhrProfile Semble = new() { Name = "Semble", Access = EhrAccess.OwnCredentials };

    private static readonly EhrProfile NoEhr = new() { Name = "No EHR", Access = EhrAccess.None };

    private static readonly Ehr[] All = Enum.GetValues<Ehr>();

    /// <summary>What a filter by place takes, as a sentence for callers.</summary>
    public static string AcceptedPlaces { get; } = $"One or more of: {string.Join(", ", All.Select(ehr => ehr.Profile().Places?.Accepted).OfType<string>())}, none where it is not known.";

    /// <summary>What the console knows of an EHR.</summary>
    public static EhrProfile Profile(this Ehr ehr) => ehr switch
    {
        Ehr.Cliniko => Cliniko,
        Ehr.Nookal => Nookal,
        Ehr.Meddbase => Meddbase,
        Ehr.Semble => Semble,
        Ehr.None => NoEhr,
    };

    /// <summary>True for EHRs that the migration did not disconnect: nothing to reconnect, no key to ask for.</summary>
    public static bool IsLeftAlone(this Ehr ehr) => ehr.Profile().Access == EhrAccess.OwnCredentials;

    /// <summary>True for the wire name of a place of any EHR.</summary>
    public static bool IsPlace(string name) => All.Any(ehr => ehr.Profile().Places?.IsName(name) == true);

    /// <summary>The EHR whose clinics alone are asked for this fact; null when all are.</summary>
    public static Ehr? OnlyFor(string fact) => All.Where(ehr => ehr.Profile().Facts.Contains(fact)).Select(ehr => (Ehr?)ehr).FirstOrDefault();

    /// <summary>True for what mends nothing at this EHR, only at another; false while it is not known.</summary>
    public static bool MendsElsewhere(this Ehr? ehr, Mending mending) =>
        ehr is { } own && !own.Profile().Mendings.Contains(mending) && All.Any(other => other.Profile().Mendings.Contains(mending));
}
