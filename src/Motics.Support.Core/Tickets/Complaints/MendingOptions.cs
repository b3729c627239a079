using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Providers;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Tickets.Complaints;

/// <summary>What may have mended a ticket's trouble, likeliest first: from what the events show, then from the verdicts, then the rest.</summary>
internal static class MendingOptions
{
    public static IReadOnlyList<Mending> Of(TicketFile file, TicketCase ticketCase, OrganisationDetail organisation, ProofTimes seen) =>
        [.. Likely(file, ticketCase, organisation, seen).Concat(Enum.GetValues<Mending>().Where(mending => !IsOfKeys(mending) || organisation.Ehr?.IsLeftAlone() != true).OrderBy(mending => Place(mending, organisation.Ehr))).Distinct()];

    // What the other EHR's keys are mended by stands late: nobody corrects a region at Cliniko.
    private static int Place(Mending mending, Ehr? ehr) => mending switch
    {
        Mending.Other => 2,
        _ => ehr.MendsElsewhere(mending) ? 1 : 0,
    };

    private static bool IsOfKeys(Mending mending) => mending is
        Mending.KeyReentered or Mending.KeyCompleted or Mending.KeyKindCorrected or Mending.KeySettingsCorrected or Mending.KeyMadeByPractitioner;

    private static IEnumerable<Mending> Likely(TicketFile file, TicketCase ticketCase, OrganisationDetail organisation, ProofTimes seen)
    {
        if (file.Escalations.Count > 0) yield return Mending.MendedByEngineers;
        // A key that was there before the ticket has mended nothing of it.
        if (organisation.KeyHistory is [{ Outcome: KeyOutcome.Worked } newest, ..] && newest.SavedAt >= file.Ticket.CreatedAt && organisation.Ehr?.IsLeftAlone() != true)
        {
            yield return ByKey(newest, organisation.KeyHistory.Skip(1).FirstOrDefault());
            yield return Mending.KeyReentered;
        }

        // The verdict of the work before the retry says what was wrong; once it is "resolved" it says nothing.
        foreach (var verdict in new[] { file.Ticket.Verdict?.Verdict, ticketCase.Evaluation.Verdict })
        {
            if (ByVerdict(verdict) is { } mending) yield return mending;
        }

        if (file.Ticket.Complaint?.AnsweredBy(seen) is not null) yield return Mending.WorkedOnRetry;
    }

    private static Mending ByKey(KeyEntry newest, KeyEntry? before) =>
        before is null ? Mending.KeyReentered
        : before.KeyType == Events.KeyType.V2Key && newest.KeyType != Events.KeyType.V2Key ? Mending.KeyKindCorrected
        : before.NookalRegion != newest.NookalRegion ? Mending.RegionCorrected
        : before.Suffix != newest.Suffix ? Mending.KeyCompleted
        : Mending.KeyReentered;

    private static Mending? ByVerdict(Verdict? verdict) => verdict switch
    {
        Verdict.ProviderIncident or Verdict.WaitAndRetry => Mending.ProviderRecovered,
        Verdict.CheckRole or Verdict.GetKeyAccess => Mending.RoleOrAccessGranted,
        Verdict.SinglePatient => Mending.PatientLinked,
        Verdict.FixNoteTarget => Mending.NoteTargetCorrected,
        Verdict.CheckKeyFirst or Verdict.Reconnect => Mending.KeyReentered,
        Verdict.FixKey or Verdict.VerifyKeyDetails => Mending.KeySettingsCorrected,
        Verdict.KeyOwnerCannotWriteNotes => Mending.KeyMadeByPractitioner,
        Verdict.RetryAndConfirm => Mending.WorkedOnRetry,
        Verdict.Reassure => Mending.NothingWasBroken,
        _ => null,
    };
}
