using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Motics.Support.Core.Organisations.Import;
using Motics.Support.Data.Organisations;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Wording;

namespace Motics.Support.Portal.Components.Organisations.Import;

/// <summary>Organisations from a file: looked at first, then imported by the same operation as from the API and the command line.</summary>
public sealed partial class ImportPage
{
    private const int OrganisationCsvMegabytes = OrganisationCsv.MaxBytes / 1024 / 1024;

    private byte[] file = [];
    private ImportAnswer? answer;
    private string? problem;
    private bool reading;
    private bool done;

    [Inject] private OrganisationImport Organisations { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    private string Rejects => $"data:text/csv;charset=utf-8;base64,{Convert.ToBase64String(OrganisationCsvRejects.Write(file, answer!.Rejected))}";

    private string Count(ImportNews news) => Words.Number(answer!.Lines.Count(line => line.News == news));

    private async Task ChooseAsync(InputFileChangeEventArgs chosen)
    {
        (answer, problem, done, reading) = (null, null, false, true);
        try
        {
            if (chosen.File.Size > OrganisationCsv.MaxBytes)
            {
                problem = $"The file is larger than {OrganisationCsvMegabytes} MiB. Split it.";
                return;
            }

            using var bytes = new MemoryStream();
            await using var stream = chosen.File.OpenReadStream(OrganisationCsv.MaxBytes);
            await stream.CopyToAsync(bytes);
            file = bytes.ToArray();
            await RunAsync(dryRun: true);
        }
        finally
        {
            reading = false;
        }
    }

    private async Task ImportAsync()
    {
        await RunAsync(dryRun: false);
        done = problem is null;
    }

    private async Task RunAsync(bool dryRun)
    {
        var actor = await Current.GetAsync();
        // Reading and comparing a large file would hold up what is drawn.
        var outcome = await Task.Run(() => Organisations.ImportAsync(new MemoryStream(file), dryRun, actor, CancellationToken.None));
        (answer, problem) = (outcome.Value ?? answer, Words.OrNull(outcome.Refusal));
    }
}
