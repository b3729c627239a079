using System.CommandLine;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Data.Audit;

namespace Motics.Support.Portal.Commands;

internal static class AuditCommand
{
    public static Command Create() => new("audit", "The record of who did what.") { Verify(), Checkpoint() };

    private static Command Verify()
    {
        var since = new Option<string?>("--since") { Description = "A checkpoint, or a file or log with checkpoints in it: exit code 1 too when lines were cut off or all was written anew since." };
        var command = new Command("verify", "Walks the chain of hashes from its beginning; exit code 1 when a line was changed, taken out or put in.") { since };
        command.SetAction((parsed, cancellationToken) => CommandHost.RunAsync(async services =>
        {
            var found = (await services.GetRequiredService<AuditStore>().VerifyAsync(Actor.System, cancellationToken)).Value!;
            if (found.BrokenAt is { } line)
            {
                Console.Error.WriteLine($"The chain is broken at line {line}; {(found.Lines == 0 ? "no line before it is known to be good" : $"the {found.Lines} lines before it are as they were written")}.");
                return 1;
            }

            Console.WriteLine($"All {found.Lines} lines fit together. The last hash is {found.LastHash}.");
            return parsed.GetValue(since) is { } told ? await CompareAsync(services.GetRequiredService<AuditCheckpoints>(), told, cancellationToken) : 0;
        }));
        return command;
    }

    private static Command Checkpoint()
    {
        var command = new Command("checkpoint", "Says how far the audit is, sealed with the installation's key. Kept elsewhere, audit verify --since shows later what was cut off or written anew.");
        command.SetAction((_, cancellationToken) => CommandHost.RunAsync(async services =>
        {
            Console.WriteLine(await services.GetRequiredService<AuditCheckpoints>().MakeAsync(cancellationToken));
            return 0;
        }));
        return command;
    }

    private static async Task<int> CompareAsync(AuditCheckpoints checkpoints, string told, CancellationToken cancellationToken)
    {
        var lines = File.Exists(told) ? await File.ReadAllLinesAsync(told, cancellationToken) : [told];
        var kept = lines.Select(AuditCheckpoint.Find).OfType<AuditCheckpoint>().Distinct().ToList();
        if (kept.Count == 0)
        {
            Console.Error.WriteLine("--since holds no checkpoint: give a line that audit checkpoint printed, or a file or log with such lines.");
            return 1;
        }

        var good = 0;
        foreach (var checkpoint in kept)
        {
            if (await checkpoints.ProblemAsync(checkpoint, cancellationToken) is { } problem)
            {
                Console.Error.WriteLine(problem);
                continue;
            }

            good++;
        }

        Console.WriteLine($"{good} of {kept.Count} checkpoints hold; the oldest is of {kept.Min(checkpoint => checkpoint.At):yyyy-MM-dd HH:mm} UTC.");
        return good == kept.Count ? 0 : 1;
    }
}
