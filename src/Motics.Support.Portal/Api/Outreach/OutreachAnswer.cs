using Motics.Support.Core.Organisations;
using Motics.Support.Core.Outreach;

namespace Motics.Support.Portal.Api.Outreach;

/// <summary>What an outreach would make, makes or has made.</summary>
public sealed record OutreachAnswer
{
    /// <summary>Null for a dry run.</summary>
    public required string? Id { get; init; }

    /// <summary>Null for a dry run.</summary>
    public required OutreachState? State { get; init; }

    /// <summary>How many were chosen: those of the variants and those that are excluded.</summary>
    public required int Organisations { get; init; }

    /// <summary>Who gets which reply; told when the outreach is begun or tried, empty when it is read later.</summary>
    public required IReadOnlyList<OutreachVariantAnswer> Variants { get; init; }

    /// <summary>Who gets no ticket, and why.</summary>
    public required IReadOnlyList<ExcludedAnswer> Excluded { get; init; }

    /// <summary>The tickets that were made so far and not taken back.</summary>
    public required IReadOnlyList<long> Tickets { get; init; }

    /// <summary>The tickets that were taken back.</summary>
    public required IReadOnlyList<long> TakenBack { get; init; }

    /// <summary>The tickets that were to be taken back and stay.</summary>
    public required IReadOnlyList<StayingAnswer> Staying { get; init; }

    internal static OutreachAnswer OfPlan(OutreachPlan plan, IReadOnlyList<OutreachReply> replies) => new()
    {
        Id = null,
        State = null,
        Organisations = plan.Matching,
        Variants = OutreachVariantAnswer.Of(plan, replies),
        Excluded = [.. plan.LeftOut.Select(left => new ExcludedAnswer(left.Organisation.Id, left.Why))],
        Tickets = [],
        TakenBack = [],
        Staying = [],
    };

    internal static OutreachAnswer Of(OutreachRun run, IReadOnlyList<OutreachItem> items, IReadOnlyList<OutreachVariantAnswer> variants) => new()
    {
        Id = run.Id,
        State = run.State,
        Organisations = run.Organisations,
        Variants = variants,
        Excluded = [.. items.Where(item => item.Why is not null).Select(item => new ExcludedAnswer(item.OrganisationId, item.Why!.Value))],
        Tickets = [.. items.Where(item => item.Outcome is OutreachOutcome.Made or OutreachOutcome.Stays).Select(item => item.TicketNumber!.Value).Order()],
        TakenBack = [.. items.Where(item => item.Outcome == OutreachOutcome.TakenBack).Select(item => item.TicketNumber!.Value)],
        Staying = [.. items.Where(item => item.Outcome == OutreachOutcome.Stays).Select(item => new StayingAnswer(item.TicketNumber!.Value, item.OrganisationId, item.Because ?? ""))],
    };
}

/// <summary>Those who get the same reply, each with its own values.</summary>
/// <param name="Reason">Id of the playbook's rule that their events lead to.</param>
/// <param name="Ehr">Null when not known.</param>
/// <param name="Place">Nookal region or Cliniko shard; null when not known.</param>
/// <param name="Organisations">How many.</param>
/// <param name="Reply">As the first of them would read it; null when there is nothing to send.</param>
public sealed record OutreachVariantAnswer(string Reason, Ehr? Ehr, string? Place, int Organisations, string? Reply)
{
    internal static IReadOnlyList<OutreachVariantAnswer> Of(OutreachPlan plan, IReadOnlyList<OutreachReply> replies) =>
        [.. plan.Variants.Zip(replies, (variant, reply) => new OutreachVariantAnswer(variant.Reason, variant.Ehr, variant.Place, variant.Organisations, reply.Whole))];
}

/// <summary>An organisation that gets no ticket.</summary>
public sealed record ExcludedAnswer(string OrganisationId, LeftOutWhy Why);

/// <summary>A ticket that stays, and why in words.</summary>
public sealed record StayingAnswer(long Ticket, string OrganisationId, string Because);
