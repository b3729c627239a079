using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Motics.Support.Core.Access;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Import;
using Motics.Support.Data.Organisations;
using Motics.Support.Portal.Api.Json;
using Motics.Support.Portal.Api.OpenApi;

namespace Motics.Support.Portal.Api.Organisations;

/// <summary>Organisations in, from a spreadsheet.</summary>
[Route("api/v1/organisations/import")]
[Authorize(Policy = nameof(Permission.ImportOrganisations))]
public sealed class ImportController(OrganisationImport import) : ApiController
{
    private const string Csv = "text/csv";

    /// <summary>Takes the good lines and names the bad ones, by line number. A dry run changes nothing.</summary>
    [HttpPost]
    [RequestSizeLimit(OrganisationCsv.MaxBytes + 1)]
    [Body(Csv)]
    [ProducesResponseType<ImportAnswer>(StatusCodes.Status202Accepted)]
    [ProducesResponseType<Problem>(StatusCodes.Status413PayloadTooLarge, Problems.ContentType)]
    [ProducesResponseType<Problem>(StatusCodes.Status415UnsupportedMediaType, Problems.ContentType)]
    public async Task<IActionResult> Post(bool? dryRun, CancellationToken cancellationToken)
    {
        if (!IsCsv(Request))
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, $"Send {Csv} in UTF-8, with the header {OrganisationCsv.Header}.");
        }

        if (await BoundedBody.ReadAsync(Request, OrganisationCsv.MaxBytes, cancellationToken) is not { } body)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, $"At most {OrganisationCsv.MaxBytes / 1024 / 1024} MiB. Split the file.");
        }

        var outcome = await import.ImportAsync(new MemoryStream(body), dryRun ?? false, Actor, cancellationToken);
        return Answer(outcome, answer => answer.AllRejected ? AllBad(answer) : (IActionResult)Accepted(answer));
    }

    private static bool IsCsv(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(Csv, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static ProblemResult AllBad(ImportAnswer answer) => new(Problems.Of(StatusCodes.Status422UnprocessableEntity, "No line of this file is acceptable; nothing was changed.") with
    {
        Errors = [.. answer.Rejected.SelectMany(line => line.Errors.Select(error => error with { Field = $"line {line.Line}: {error.Field}" })).Take(20)],
        Accepted = 0,
        Duplicates = 0,
        Rejected = answer.Rejected,
    });
}
