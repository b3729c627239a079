using System.CommandLine;
using System.Data.Common;
using Motics.Support.Core;
using Motics.Support.Data;
using Motics.Support.Data.Copying;
using Motics.Support.Portal.Configuration;

namespace Motics.Support.Portal.Commands;

internal static class CopyCommand
{
    public static Command Create()
    {
        var from = new Option<string>("--from") { Required = true, Description = "Connection string of the database that is copied, such as \"Data Source=data/motics-support.db\". Stop the portal first." };
        var to = new Option<string>("--to") { Required = true, Description = "Connection string of the database that it is copied into, such as \"Server=…;Database=…\": empty, or begun by a copy before." };
        var command = new Command("copy", "Moves an installation to another database, SQLite to SQL Server for example; a copy that was cut off is finished by running it again.") { from, to };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string from, string to, CancellationToken cancellationToken)
    {
        if (Options("--from", from) is not { } source || Options("--to", to) is not { } destination)
        {
            return 1;
        }

        using var sourceDatabase = new Database(source);
        using var destinationDatabase = new Database(destination);
        try
        {
            var outcome = await new DatabaseCopy(sourceDatabase, destinationDatabase, TimeProvider.System).RunAsync(new Told(), cancellationToken);
            return outcome.Done ? Tell(outcome.Value) : CommandHost.Refuse(outcome.Refusal);
        }
        catch (Exception failure) when (failure is DbException or DatabaseUnavailableException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync($"The copy stopped: {failure.GetBaseException().Message}");
            await Console.Error.WriteLineAsync("What was copied stays. Run the same command again to go on.");
            return 1;
        }
    }

    private static int Tell(IReadOnlyList<CopiedTable> tables)
    {
        Console.WriteLine("Both sides have the same rows:");
        foreach (var table in tables)
        {
            Console.WriteLine($"  {table.Name,-26}{table.To.Rows,12} rows  {table.To.Hash:x16}");
        }

        return 0;
    }

    // A connection string that SQLite takes names a file; any other is SQL Server's.
    private static DatabaseOptions? Options(string option, string connection)
    {
        var provider = ConnectionStringCheck.Problem(DatabaseProvider.Sqlite, connection) is null ? DatabaseProvider.Sqlite : DatabaseProvider.SqlServer;
        if (ConnectionStringCheck.Problem(provider, connection) is { } problem)
        {
            Console.Error.WriteLine($"{option} {problem}");
            return null;
        }

        var options = new DatabaseOptions(provider, connection);
        if (option == "--from" && options.File is { } file && !File.Exists(file))
        {
            Console.Error.WriteLine("--from names a file that is not there.");
            return null;
        }

        return options;
    }

    // Progress<T> would tell late and out of order.
    private sealed class Told : IProgress<CopyProgress>
    {
        public void Report(CopyProgress value) => Console.WriteLine($"{value.Table}: {value.Copied} of {value.Total}");
    }
}
