using System.CommandLine;
using Motics.Support.Data;
using Motics.Support.Data.Schema;

namespace Motics.Support.Portal.Commands;

internal static class StatusCommand
{
    private static readonly TimeSpan CheckTime = TimeSpan.FromMinutes(1);

    public static Command Create()
    {
        var command = new Command("status", "Says which database the settings name, how it stands to this program, what about its set-up should be changed, and whether pages of it are broken (then exit code 1).");
        command.SetAction((_, cancellationToken) => CommandHost.RunAsync(async services =>
        {
            var database = services.GetRequiredService<Database>();
            var status = await services.GetRequiredService<SchemaMigrator>().StatusAsync(cancellationToken);
            Console.WriteLine($"Engine: {database.Dialect.Engine}");
            Console.WriteLine($"Migrations: {status.Applied.Count} applied, {status.Pending.Count} pending; the newest is {(status.Applied is [.., var newest] ? newest : "none")}");
            var advice = await database.AdviceAsync(cancellationToken);
            foreach (var sentence in advice.DefaultIfEmpty("Set-up: nothing to change"))
            {
                Console.WriteLine(sentence);
            }

            if (await services.GetRequiredService<FileCheck>().RunAsync(CheckTime, cancellationToken) is { } broken)
            {
                Console.Error.WriteLine($"Pages of the database are broken ({broken}). Stop the portal, keep the file, and restore the last good backup.");
                return 1;
            }

            return 0;
        }));
        return command;
    }
}
