using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage;

/// <summary>Whether notes reach the EHR now. While they do not, every reply holds the way out: copy and paste.</summary>
internal static class PushedNotes
{
    /// <summary>By what the clinic says, what follows from it, or how the connection stands. What nobody knows stops nothing.</summary>
    public static bool AreStopped(CaseFacts facts, Evaluation evaluation, OrganisationDetail? organisation) =>
        (organisation is not null && AreStopped(organisation)) || evaluation.Verdict == Verdict.ProviderIncident
        || (evaluation.Verdict != Verdict.Resolved && !HaveGone(facts, organisation) && (IsStopped(evaluation.Verdict) || IsSaid(facts)));

    // Whoever complains of something else has notes that go through: one went since.
    private static bool HaveGone(CaseFacts facts, OrganisationDetail? organisation) =>
        organisation?.Operations.Any(operation => operation.Operation == Operation.NotePush && operation.LastSuccessAt > facts.Complaint?.At) == true;

    private static bool AreStopped(OrganisationDetail organisation)
    {
        if (organisation.Health is Health.NeedsKey or Health.Disabled || organisation.Operations.Unmended().Any(unmended => StopsAll(unmended.Failures.Kind)))
        {
            return true;
        }

        var push = organisation.Operations.FirstOrDefault(operation => operation.Operation == Operation.NotePush)?.State;
        return push == OperationStatus.Failing || (organisation.Health == Health.Failing && push != OperationStatus.Works);
    }

    // The same key and site are at work whatever is done with them.
    private static bool StopsAll(ErrorKind kind) => kind.IsKeyKind() || kind is ErrorKind.RegionMismatch;

    private static bool IsStopped(Verdict verdict) => verdict is
        Verdict.GetKeyAccess or Verdict.FixNoteTarget or Verdict.CheckKeyFirst or Verdict.Reconnect or Verdict.FixKey
        or Verdict.KeyOwnerCannotWriteNotes or Verdict.RetryAndConfirm or Verdict.WaitAndRetry;

    private static bool IsSaid(CaseFacts facts) =>
        Kebab.Parse<Symptom>(facts.Effective(FactNames.Symptom)) is
            Symptom.Disconnected or Symptom.AuthenticationFailed or Symptom.MissingApiKey or Symptom.CredentialsNotFound or Symptom.IntegrationDisabled
            or Symptom.NotesNotPushing or Symptom.NoPatientsRecognised or Symptom.IntegrationNotVisible or Symptom.KeyNotAccessible
            or Symptom.PermissionError or Symptom.RegionError or Symptom.ServerError
        || (facts.ErrorKind is not (null or ErrorKind.Unknown) && facts.Find(FactNames.ErrorText)?.Agent is not null)
        || facts.Effective(FactNames.RetriedAfterReentry) == "fails"
        || facts.Effective(FactNames.PatientSearch) == "none-recognised"
        || facts.Find(FactNames.UsingCopyPaste)?.Agent?.Value == "true";
}
