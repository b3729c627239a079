using Motics.Support.Core.Organisations;
using Motics.Support.Core.Outreach;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Portal.Components.Outreach;

/// <summary>What the preview of an outreach shows.</summary>
/// <param name="Filter">Whom it is about.</param>
/// <param name="Plan">Who gets a ticket and who does not.</param>
/// <param name="Letters">The replies, those of one cause and EHR together.</param>
/// <param name="People">Whom tickets can be given to.</param>
public sealed record OutreachShown(OutreachFilter Filter, OutreachPlan Plan, IReadOnlyList<OutreachLetter> Letters, IReadOnlyList<Person> People)
{
    /// <summary>Of one preview: however often it is confirmed, it begins once.</summary>
    public string RequestId { get; } = Guid.CreateVersion7().ToString("N");

    /// <summary>The reply of one clinic.</summary>
    public OutreachLetter? LetterOf(OutreachCandidate clinic) => Letters.FirstOrDefault(letter => letter.Reason == clinic.Reason && letter.Ehr == clinic.Ehr);

    internal static OutreachShown Of(OutreachFilter filter, OutreachPlan plan, IReadOnlyList<OutreachReply> replies, IReadOnlyList<Person> people) => new(
        filter, plan,
        [.. plan.Variants.Zip(replies).GroupBy(pair => (pair.First.Reason, pair.First.Ehr)).Select(same => OutreachLetter.Of([.. same])).OrderByDescending(letter => letter.Ids.Count)],
        people);
}

/// <summary>What clinics with the same cause on the same EHR are written, each with its own values in it.</summary>
/// <param name="Reason">The playbook's rule.</param>
/// <param name="Ehr">Null when not known.</param>
/// <param name="Title">The finding, without the values of any one clinic.</param>
/// <param name="Places">Where they are, by wire name, those with most of them first; null for those of whom it is not known.</param>
/// <param name="Ids">Who, place by place.</param>
/// <param name="First">As the first of them would read it.</param>
public sealed record OutreachLetter(string Reason, Ehr? Ehr, string Title, IReadOnlyList<string?> Places, IReadOnlyList<string> Ids, OutreachReply First)
{
    internal static OutreachLetter Of(IReadOnlyList<(OutreachVariant Variant, OutreachReply Reply)> variants)
    {
        var (first, reply) = variants[0];
        return new(first.Reason, first.Ehr, first.Title, [.. variants.Select(pair => pair.Variant.Place)], [.. variants.SelectMany(pair => pair.Variant.Ids)], reply);
    }
}
