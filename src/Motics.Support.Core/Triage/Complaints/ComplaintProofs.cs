using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage.Evidence;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Complaints;

/// <summary>Which success proves which complaint (<c>triage.md</c>, "What the clinic says now beats what events said before").</summary>
internal static class ComplaintProofs
{
    public static IEnumerable<ComplaintProof> Of(Symptom symptom, OrganisationDetail? organisation) => symptom switch
    {
        Symptom.NotesNotPushing or Symptom.PermissionError => [ComplaintProof.NotePush],
        Symptom.NoPatientsRecognised => [ComplaintProof.PatientSearch],
        Symptom.OnePatientMissing or Symptom.WorriedAboutData or Symptom.IntegrationNotVisible => [ComplaintProof.None],
        Symptom.KeyNotAccessible => [ComplaintProof.AnySuccess | ComplaintProof.WithNewKey],
        Symptom.ServerError or Symptom.Other => OfWhatFails(organisation),
        // The five key symptoms and the region.
        _ => [ComplaintProof.AnySuccess],
    };

    /// <summary>A message that is word for word that of a failed push is one, whatever its kind.</summary>
    public static IEnumerable<ComplaintProof> OfText(string text, OrganisationDetail? organisation) =>
        Same(text, organisation) is { Operation: Operation.NotePush } ? [ComplaintProof.NotePush] : Of(KindOf(text, organisation), organisation);

    /// <summary>The kind of a message: the one that was stored with it when it is an event's, for the intake saw code and status too.</summary>
    public static ErrorKind KindOf(string text, OrganisationDetail? organisation) =>
        Same(text, organisation)?.Failures.Kind ?? ErrorClassifier.Classify(null, null, text);

    /// <summary>A success of the operation that fails by the events, of each when there are several; else a pushed note.</summary>
    public static IEnumerable<ComplaintProof> OfWhatFails(OrganisationDetail? organisation)
    {
        var failing = organisation?.Operations.Where(state => state.Unmended.Count > 0).Select(state => OfSuccess(state.Operation)).ToList();
        return failing is { Count: > 0 } ? failing : [ComplaintProof.NotePush];
    }

    /// <summary>What mends an operation: its own success; no event tells one of <c>other</c>, and any success mends that and <c>verify</c>.</summary>
    public static ComplaintProof OfSuccess(Operation operation) => operation switch
    {
        Operation.PatientSearch => ComplaintProof.PatientSearch,
        Operation.NotePush => ComplaintProof.NotePush,
        _ => ComplaintProof.AnySuccess,
    };

    private static IEnumerable<ComplaintProof> Of(ErrorKind kind, OrganisationDetail? organisation) => kind switch
    {
        ErrorKind.PermissionDenied or ErrorKind.PatientNotLinked or ErrorKind.InvalidRequest => [ComplaintProof.NotePush],
        ErrorKind.NoPatientsRecognised => [ComplaintProof.PatientSearch],
        ErrorKind.ServerError or ErrorKind.Unknown => OfWhatFails(organisation),
        // Key kinds, the region, and what passes by itself.
        _ => [ComplaintProof.AnySuccess],
    };

    private static Unmended? Same(string text, OrganisationDetail? organisation) =>
        organisation is null ? null : organisation.Operations.Unmended().FirstOrDefault(unmended => ErrorEvidence.Text(unmended.Failures.Newest) == text);
}
