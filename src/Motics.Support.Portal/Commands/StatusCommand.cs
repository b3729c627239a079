using System.CommandLine;
using Motics.Support.Data;
using Motics.Support.Data.Schema;

namespace Motics.Support.Portal.Commands;

internal static class StatusCommand
{
    public static Command Create()
    {
        var command = new Command("status", "Says which database the settings name, how it stands to this program, and what about its set-up should be changed.");
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

            return 0;
        }));
        return command;
    }
}
