using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Providers;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Evidence;

namespace Motics.Support.Core.Triage.Facts;

/// <summary>Reads the facts off an organisation's events, each with its evidence (<c>triage.md</c>, column "evidence").</summary>
public static class FactGatherer
{
    /// <summary>What the events show as of <paramref name="now"/>, by fact name. What they do not show is absent.</summary>
    /// <param name="organisation">As it was read.</param>
    /// <param name="now">Until when events count.</param>
    /// <param name="complaint">What is complained of: what came before it does not answer it. Null when nobody complains, and then nothing is answered.</param>
    public static IReadOnlyDictionary<string, KnownFact> Gather(OrganisationDetail organisation, DateTimeOffset now, Complaint? complaint = null)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        var seen = new Seen(organisation, now, complaint);
        var facts = new Dictionary<string, KnownFact>(StringComparer.Ordinal);
        // The migration asks these for nothing, and they have no keys: that none was saved says nothing.
        var keyless = organisation.Ehr?.IsLeftAlone() == true;
        foreach (var (name, fact) in All(seen))
        {
            var asked = Ehrs.OnlyFor(name) is not { } only || only == organisation.Ehr;
            if (fact is not null && asked && !(keyless && (name is FactNames.KeyReentered or FactNames.KeyUnchanged)))
                facts[name] = fact;
        }
        return facts;
    }

    /// <summary>The searches that <c>patientSearch</c> is read from, as a sentence, also while they are too few to decide; null when there were none.</summary>
    public static string? SearchNote(OrganisationDetail organisation, DateTimeOffset now) => SearchEvidence.Note(new Seen(organisation, now));

    private static IEnumerable<(string Name, KnownFact? Fact)> All(Seen seen) =>
    [
        (FactNames.Ehr, OrganisationEvidence.Ehr(seen)),
        (FactNames.Migrated, OrganisationEvidence.Migrated(seen)),
        (FactNames.OtherEhrActive, OrganisationEvidence.OtherEhrActive(seen)),
        (FactNames.UsingCopyPaste, OrganisationEvidence.UsingCopyPaste(seen)),
        (FactNames.ErrorText, ErrorEvidence.ErrorText(seen)),
        (FactNames.RepeatedFailures, ErrorEvidence.RepeatedFailures(seen)),
        (FactNames.ProviderIncident, ErrorEvidence.ProviderIncident(seen)),
        (FactNames.PatientSearch, SearchEvidence.PatientSearch(seen)),
        (FactNames.KeyReentered, KeyEvidence.KeyReentered(seen)),
        (FactNames.KeyUnchanged, KeyEvidence.KeyUnchanged(seen)),
        (FactNames.RetriedAfterReentry, RetryEvidence.RetriedAfterReentry(seen)),
        (FactNames.KeyAccess, KeyEvidence.KeyAccess(seen)),
        (FactNames.NookalKeyType, KeyEvidence.NookalKeyType(seen)),
        (FactNames.ClinikoSuffix, PlaceEvidence.ClinikoSuffix(seen)),
        (FactNames.NookalRegion, PlaceEvidence.NookalRegion(seen)),
        (FactNames.NookalRegionMatches, PlaceEvidence.NookalRegionMatches(seen)),
    ];
}
