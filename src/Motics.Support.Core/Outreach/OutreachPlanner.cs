using System.Globalization;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Outreach;

/// <summary>Says who gets a ticket by an outreach and who does not, as of now. Writes nothing.</summary>
internal sealed class OutreachPlanner(IOutreachStore store, IOrganisationFinder organisations, OutreachDrafts drafts, TimeProvider clock)
{
    private const int MostAsked = 1000;

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
        var weighed = found.OrderByDescending(candidate => candidate.InOutage ? 0 : candidate.Need).ThenBy(candidate => candidate.BlockedSince ?? candidate.HealthSince ?? DateTimeOffset.MaxValue).ThenBy(candidate => candidate.Id, StringComparer.Ordinal)
            .Select(candidate => (Candidate: candidate, Why: OutreachRules.Why(candidate, askedToo, now))).ToList();
        var (chosen, asked) = (new List<OutreachCandidate>(), 0);
        foreach (var (candidate, _) in weighed.Where(each => each.Why is null))
        {
            // Where none is kept the events decide nothing, or it is not known yet: of some it is asked, of very many it would take too long.
            var reason = candidate.Reason ?? (asked++ < MostAsked ? await ReasonAsync(candidate.Id, ct).ConfigureAwait(false) : null) ?? drafts.NoReason;
            chosen.Add(candidate with { Reason = reason });
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
