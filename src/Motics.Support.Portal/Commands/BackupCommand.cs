using System.CommandLine;
using Motics.Support.Data;

namespace Motics.Support.Portal.Commands;

internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "Where the copy goes; nothing may be there yet." };
        var command = new Command("backup", "Copies the embedded database to a file while the portal runs, and checks the copy.") { file };
        command.SetAction((parsed, cancellationToken) => CommandHost.RunAsync(async services =>
        {
            var outcome = await services.GetRequiredService<Backup>().WriteAsync(parsed.GetRequiredValue(file), cancellationToken);
            if (!outcome.Done)
            {
                return CommandHost.Refuse(outcome.Refusal);
            }

            Console.WriteLine($"{outcome.Value.Path} ({outcome.Value.Bytes} bytes)");
            return 0;
        }));
        return command;
    }
}
