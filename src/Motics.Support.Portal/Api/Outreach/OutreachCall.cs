using Motics.Support.Core;
using Motics.Support.Core.Outreach;

namespace Motics.Support.Portal.Api.Outreach;

/// <summary>Tickets to make for many organisations at once.</summary>
/// <param name="Filter">The query of the list of organisations (<c>health=needs-key&amp;ehr=cliniko</c>); empty for all.</param>
/// <param name="Expected">How many organisations the caller saw. When another number matches by now the answer is 409 and nothing is made. May be left out of a dry run.</param>
/// <param name="OrganisationIds">Exactly these instead of all that the filter shows, 1 to 100,000.</param>
/// <param name="Assignee">Id of the person who gets the tickets; null leaves them nobody's.</param>
/// <param name="Assignees">Ids of up to 50 people who get them in turn; not together with assignee.</param>
/// <param name="AskedToo">True: clinics that were written to in the last three days get a ticket all the same.</param>
/// <param name="DryRun">True: nothing is made, the answer says what would be.</param>
/// <param name="RequestId">Made by the caller: the same one again gives back the outreach that it began.</param>
public sealed record OutreachCall(
    string? Filter, int? Expected, IReadOnlyList<string>? OrganisationIds, string? Assignee, IReadOnlyList<string>? Assignees, bool? AskedToo, bool? DryRun, string? RequestId)
{
    private const int RequestIdLength = 128;

    internal Outcome<OutreachRequest> Read()
    {
        var query = OutreachRequest.ReadFilter(Filter);
        var errors = new List<FieldError>();
        if (Assignee is not null && Assignees is not null)
            errors.Add(new("assignees", "Not together with assignee."));
        if (OrganisationIds is { } ids && (ids.Count is 0 or > OutreachRequest.MostOrganisations || ids.Distinct(StringComparer.Ordinal).Count() != ids.Count))
            errors.Add(new("organisationIds", "1 to 100,000 ids, each once; left out for all that the filter shows."));
        if (Expected < 0)
            errors.Add(new("expected", "A whole number of organisations, 0 or more."));
        if (RequestId is { } id && (id.Length is 0 or > RequestIdLength || id.Any(char.IsControl)))
            errors.Add(new("requestId", $"Must have 1 to {RequestIdLength} characters."));
        if (query.Refusal is Refusal.Invalid wrong)
            errors.AddRange(wrong.Errors);
        return errors.Count > 0 ? new Refusal.Invalid(errors) : new OutreachRequest
        {
            Query = query.Value!,
            Filter = Filter ?? "",
            Only = OrganisationIds,
            Expected = Expected,
            AssigneeIds = Assignee is { } one ? [one] : Assignees ?? [],
            AskedToo = AskedToo == true,
            RequestId = RequestId,
        };
    }
}
