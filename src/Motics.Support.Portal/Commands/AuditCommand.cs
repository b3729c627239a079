using System.CommandLine;
using Motics.Support.Core.Access;
using Motics.Support.Data.Audit;

namespace Motics.Support.Portal.Commands;

internal static class AuditCommand
{
    public static Command Create() => new("audit", "The record of who did what.") { Verify() };

    private static Command Verify()
    {
        var command = new Command("verify", "Walks the chain of hashes from its beginning; exit code 1 when a line was changed, taken out or put in.");
        command.SetAction((_, cancellationToken) => CommandHost.RunAsync(async services =>
        {
            var found = (await services.GetRequiredService<AuditStore>().VerifyAsync(Actor.System, cancellationToken)).Value!;
            if (found.BrokenAt is { } line)
            {
                Console.Error.WriteLine($"The chain is broken at line {line}; the {found.Lines} lines before it are as they were written.");
                return 1;
            }

            Console.WriteLine($"All {found.Lines} lines are as they were written. The last hash is {found.LastHash}: kept elsewhere, it shows later whether newer lines were cut off.");
            return 0;
        }));
        return command;
    }
}
