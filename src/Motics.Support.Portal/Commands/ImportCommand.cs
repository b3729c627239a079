using System.CommandLine;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Import;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Portal.Commands;

/// <summary>Organisations in, from a file.</summary>
internal static class ImportCommand
{
    public static Command Create() => new("import", "Brings data in from a file.") { Organisations() };

    private static Command Organisations()
    {
        var file = new Argument<FileInfo>("file") { Description = $"CSV in UTF-8 with the header {OrganisationCsv.Header}" };
        file.AcceptExistingOnly();
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would become of it and change nothing." };
        var command = new Command("organisations", "Takes the good lines and names the bad ones. Exit code 1 when a line was rejected.") { file, dryRun };
        command.SetAction((parsed, cancellationToken) => CommandHost.RunAsync(async services =>
        {
            await using var stream = parsed.GetRequiredValue(file).OpenRead();
            var outcome = await services.GetRequiredService<OrganisationImport>().ImportAsync(stream, parsed.GetValue(dryRun), Actor.System, cancellationToken);
            return outcome.Done ? Tell(outcome.Value, parsed.GetValue(dryRun)) : CommandHost.Refuse(outcome.Refusal);
        }));
        return command;
    }

    private static int Tell(ImportAnswer answer, bool isDryRun)
    {
        foreach (var line in answer.Rejected)
        {
            Console.Error.WriteLine($"line {line.Line}: {string.Join(' ', line.Errors.Select(Sentence))}");
        }

        Console.WriteLine($"{answer.Accepted} new or changed, {answer.Duplicates} known already, {answer.Rejected.Count} rejected.{(isDryRun ? " Nothing was changed." : "")}");
        return answer.Rejected.Count == 0 ? 0 : 1;
    }

    private static string Sentence(FieldError error) => $"{error.Field}: {error.Message}";
}
