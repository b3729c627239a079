using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Wording;

namespace Motics.Support.Core.Escalations;

/// <summary>Fills a packet from what the ticket, its organisation and triage say at this moment.</summary>
internal static class EscalationPacketBuilder
{
    private const int FingerprintShown = 8;

    public static EscalationPacket Build(TicketWork work, TicketCase seen, PacketOverride? taken, IReadOnlyList<PacketError> errors, PacketErrorGroup? group)
    {
        var (ticket, organisation, evaluation) = (work.Ticket, work.Organisation, seen.Evaluation);
        return new()
        {
            Ticket = ticket.Number,
            Organisation = Of(organisation),
            Ehr = seen.Facts.Ehr,
            NookalRegion = Kebab.Parse<NookalRegion>(seen.Facts.Effective(FactNames.NookalRegion)),
            Criterion = evaluation.Criterion,
            Verdict = evaluation.Verdict,
            Because = [.. evaluation.Because.Select(reason => new PacketReason(reason.Fact, reason.Value, reason.From, reason.At, reason.Evidence, reason.Overruled))],
            Facts = seen.Facts.All.ToDictionary(fact => fact.Name, fact => Of(fact, ticket)),
            KeyHistory = [.. organisation.KeyHistory.Zip(KeyStory.Of(organisation, work.Now), Of)],
            LastErrors = errors,
            Steps = [.. ticket.Checklist.Values.OrderBy(step => step.At).Select(step => new PacketStep(step.StepId, step.Text, step.At, step.By.Name))],
            ErrorGroup = group,
            Screenshots = [.. work.File.Screenshots.Select(shot => new PacketScreenshot(shot.Id, shot.FileName, shot.Width, shot.Height, shot.At))],
            PlaybookVersion = evaluation.PlaybookVersion,
            SubmittedAt = work.Now,
            SubmittedBy = work.By,
            Override = taken,
            ExposedKey = ticket.ExposedKey is { } exposed && exposed.Stands(organisation.KeyHistory) ? new(exposed.At, Labels.Of(exposed.In)) : null,
        };
    }

    private static PacketOrganisation Of(OrganisationDetail organisation) => new(
        organisation.Id, organisation.Name, organisation.ClinikoShard, organisation.NookalSite, organisation.MigratedAt,
        organisation.Health, organisation.HealthReason, organisation.HealthSince, organisation.LastSuccessAt);

    private static PacketFact Of(CaseFact fact, Ticket ticket) => new(
        fact.Said.Value, fact.Said.From, fact.Said.At, fact.Said.Evidence,
        fact.Said.From == FactSource.Events ? null : ticket.Answers.GetValueOrDefault(fact.Name)?.By.Name,
        fact.IsOverruled ? fact.Events : Then(fact, ticket));

    // What the events showed when the agent answered otherwise counts even when they show nothing, or agree, by now.
    private static KnownFact? Then(CaseFact fact, Ticket ticket) => fact.Said.From == FactSource.Events ? null : ticket.Answers.GetValueOrDefault(fact.Name)?.Overruled;

    private static PacketKey Of(KeyEntry key, KeyStory story) => new(
        key.SavedAt, TextCut.Plain(key.Fingerprint, FingerprintShown), key.Suffix, key.KeyType,
        key.NookalRegion, key.ActorRole, key.Unchanged, key.Outcome, key.OutcomeAt, key.OutcomeKind, key.FailedLaterAt, story.Whole);
}
