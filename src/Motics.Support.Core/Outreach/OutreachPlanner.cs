using System.Globalization;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Outreach;

/// <summary>Says who gets a ticket by an outreach and who does not, as of now. Writes nothing.</summary>
internal sealed class OutreachPlanner(IOutreachStore store, IOrganisationFinder organisations, OutreachDrafts drafts, TimeProvider clock)
{
    /// <summary>Refused when another number than the expected one matches, or too many do.</summary>
    public async Task<Outcome<OutreachPlan>> PlanAsync(OutreachRequest request, CancellationToken ct)
    {
        var found = request.Only is { } only
            ? await store.CandidatesAsync(only, ct).ConfigureAwait(false)
            : await store.CandidatesAsync(request.Query, ct).ConfigureAwait(false);
        var matching = request.Only?.Count ?? found.Count;
        if (matching > OutreachRequest.MostOrganisations)
        {
            return Refusal.Field("filter", string.Create(CultureInfo.InvariantCulture, $"Matches more than {OutreachRequest.MostOrganisations:#,0} organisations. Narrow it."));
        }

        if (request.Expected is { } expected && expected != matching)
        {
            return new Refusal.Conflict(string.Create(CultureInfo.InvariantCulture, $"The filter matches {matching:#,0} now and not {expected:#,0}: nothing was made. Look at the list again."));
        }

        return await DivideAsync(found, request.AskedToo, ct).ConfigureAwait(false);
    }

    private async Task<OutreachPlan> DivideAsync(IReadOnlyList<OutreachCandidate> found, bool askedToo, CancellationToken ct)
    {
        var now = clock.Now();
        var weighed = found.OrderBy(candidate => candidate.Health.Urgency()).ThenBy(candidate => candidate.HealthSince ?? DateTimeOffset.MaxValue).ThenBy(candidate => candidate.Id, StringComparer.Ordinal)
            .Select(candidate => (Candidate: candidate, Why: OutreachRules.Why(candidate, askedToo, now))).ToList();
        var chosen = new List<OutreachCandidate>();
        foreach (var (candidate, _) in weighed.Where(each => each.Why is null))
        {
            chosen.Add(candidate.Reason is null ? candidate with { Reason = await ReasonAsync(candidate.Id, ct).ConfigureAwait(false) } : candidate);
        }

        return new()
        {
            At = now,
            Chosen = chosen,
            LeftOut = [.. weighed.Where(each => each.Why is not null).Select(each => new LeftOutOrganisation(each.Candidate, each.Why!.Value))],
            Variants = [.. chosen.GroupBy(candidate => (candidate.Reason, candidate.Ehr, candidate.Place))
                .Select(same => new OutreachVariant(same.Key.Reason!, drafts.TitleOf(same.Key.Reason!, same.Key.Ehr), same.Key.Ehr, same.Key.Place, [.. same.Select(candidate => candidate.Id)]))
                .OrderByDescending(variant => variant.Organisations).ThenBy(variant => variant.Reason, StringComparer.Ordinal).ThenBy(variant => variant.Ehr).ThenBy(variant => variant.Place, StringComparer.Ordinal)],
        };
    }

    private async Task<string?> ReasonAsync(string id, CancellationToken ct) =>
        await organisations.FindAsync(id, ct).ConfigureAwait(false) is { } organisation ? drafts.ReasonOf(organisation) : null;
}
