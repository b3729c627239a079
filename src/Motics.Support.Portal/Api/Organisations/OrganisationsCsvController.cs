using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Organisations;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Portal.Api.Organisations;

/// <summary>The list of organisations as a file for a spreadsheet.</summary>
[Route("api/v1/organisations.csv")]
[Authorize(Policy = nameof(Permission.ReadOrganisations))]
public sealed class OrganisationsCsvController(OrganisationStore store) : ApiController
{
    private const string Csv = "text/csv";

    /// <summary>All rows that match, in the order of the list, at most 100,000; the last line says when it was cut. Audited. Cursor and limit are not taken: a file has no pages.</summary>
    [HttpGet]
    [Produces(Csv)]
    [ProducesResponseType<string>(StatusCodes.Status200OK, Csv)]
    public async Task<IActionResult> Export([FromQuery] OrganisationsAsked asked, CancellationToken cancellationToken)
    {
        if (NotTaken(asked) is { Count: > 0 } errors)
            return Refuse(new Refusal.Invalid(errors));
        var query = OrganisationQuery.Read(asked);
        return query.Done
            ? Answer(await store.ExportAsync(query.Value, Actor, cancellationToken), file => (IActionResult)File(file, $"{Csv}; charset=utf-8", "organisations.csv"))
            : Refuse(query.Refusal);
    }

    private static List<FieldError> NotTaken(OrganisationsAsked asked) =>
        [.. new[] { ("cursor", asked.Cursor is null), ("limit", asked.Limit is null) }.Where(name => !name.Item2).Select(name => new FieldError(name.Item1, "A file has no pages: leave it out."))];
}
