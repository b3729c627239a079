using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Complaints;

/// <summary>Puts a complaint together from everything that complains: it is as new as the newest of it, and each part must be proven.</summary>
internal static class ComplaintReading
{
    private static readonly Dictionary<string, KnownFact> Nothing = [];

    public static Complaint? Of(IReadOnlyDictionary<string, KnownFact>? answers, OrganisationDetail? organisation, OpeningComplaint? opening, DateTimeOffset? renewedAt)
    {
        var said = (answers ?? Nothing).Where(answer => ComplainingAnswers.Complains(answer.Key, answer.Value.Value)).ToDictionary();
        // What has no time was said at no time that anything could come after.
        var times = said.Values.Select(answer => answer.At ?? DateTimeOffset.MaxValue).ToList();
        if (opening is not null)
            times.Add(opening.At);
        if (times.Count == 0)
            return null;
        var newest = times.Max();
        opening = StillMeant(said, organisation, opening);
        return new Complaint(renewedAt > newest ? renewedAt.Value : newest, [.. Proofs(said, organisation, opening).Distinct()])
        {
            AboutPushing = opening is { KeyAsked: false, Failing: Operation.NotePush } || Says(said, FactNames.Symptom, Symptom.NotesNotPushing),
            AboutSearching = IsAboutSearching(said, organisation),
            RenewedAt = renewedAt,
        };
    }

    // What was chosen when the ticket was opened or later is what the clinic says: an opening whose trouble is another one is no complaint beside it.
    private static OpeningComplaint? StillMeant(Dictionary<string, KnownFact> said, OrganisationDetail? organisation, OpeningComplaint? opening) =>
        opening is not null && said.GetValueOrDefault(FactNames.Symptom) is { } symptom && (symptom.At ?? DateTimeOffset.MaxValue) >= opening.At
        && ProofOf(FactNames.Symptom, symptom.Value, organisation).All(proof => (proof & ProofOf(opening)) == ComplaintProof.None) ? null : opening;

    private static ComplaintProof ProofOf(OpeningComplaint opening) =>
        opening is { KeyAsked: false, Failing: { } failing } ? ComplaintProofs.OfSuccess(failing) : ComplaintProof.AnySuccess;

    private static IEnumerable<ComplaintProof> Proofs(Dictionary<string, KnownFact> said, OrganisationDetail? organisation, OpeningComplaint? opening)
    {
        var proofs = said.Where(answer => answer.Key != FactNames.RetriedAfterReentry).SelectMany(answer => ProofOf(answer.Key, answer.Value.Value, organisation)).ToList();
        if (opening is not null)
            proofs.Add(ProofOf(opening));
        // That it still fails says nothing of what does: by itself it is like any other trouble.
        return proofs.Count > 0 ? proofs : ComplaintProofs.OfWhatFails(organisation);
    }

    private static IEnumerable<ComplaintProof> ProofOf(string fact, string value, OrganisationDetail? organisation) => fact switch
    {
        FactNames.Symptom => ComplaintProofs.Of(Kebab.Parse<Symptom>(value)!.Value, organisation),
        FactNames.ErrorText => ComplaintProofs.OfText(value, organisation),
        FactNames.PatientSearch => [value == Kebab.Name(PatientSearch.NoneRecognised) ? ComplaintProof.PatientSearch : ComplaintProof.None],
        _ => [ComplaintProof.AnySuccess | ComplaintProof.WithNewKey],
    };

    private static bool IsAboutSearching(Dictionary<string, KnownFact> said, OrganisationDetail? organisation) =>
        Says(said, FactNames.Symptom, Symptom.NoPatientsRecognised) || Says(said, FactNames.Symptom, Symptom.OnePatientMissing)
        || Says(said, FactNames.PatientSearch, PatientSearch.NoneRecognised) || Says(said, FactNames.PatientSearch, PatientSearch.OneMissing)
        || (said.GetValueOrDefault(FactNames.ErrorText) is { } text && ComplaintProofs.KindOf(text.Value, organisation) == Errors.ErrorKind.NoPatientsRecognised);

    private static bool Says<T>(Dictionary<string, KnownFact> said, string fact, T value) where T : struct, Enum =>
        said.GetValueOrDefault(fact)?.Value == Kebab.Name(value);
}
