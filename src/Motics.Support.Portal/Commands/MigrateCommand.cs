using System.CommandLine;

namespace Motics.Support.Portal.Commands;

internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Brings the database to the schema of this program; nothing happens when it has it already.");
        command.SetAction((_, _) => CommandHost.RunAsync(_ =>
        {
            Console.WriteLine("The database is up to date.");
            return Task.FromResult(0);
        }));
        return command;
    }
}
