using System.CommandLine;

namespace Motics.Support.Portal.Commands;

/// <summary>What the program does beside serving: one thing each, then it ends.</summary>
public static class PortalCommands
{
    private static readonly string[] Help = ["--help", "-h", "-?", "/?", "--version"];

    /// <summary>True when the arguments name a command; else they are the server's (<c>--urls</c> and the like).</summary>
    public static bool IsCommand(string[] args) => args is [var first, ..] && (!first.StartsWith('-') || Help.Contains(first));

    /// <summary>Exit code 0 done, 1 refused or failed, 2 wrong arguments.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken = default)
    {
        var parsed = Root().Parse(args);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, cancellationToken);
        return parsed.Errors.Count > 0 ? 2 : code;
    }

    private static RootCommand Root() =>
        new("The support console of the move to Motics OS. Without a command it serves; options of the server such as --urls come without a command.")
        {
            MigrateCommand.Create(),
            StatusCommand.Create(),
            TokenCommand.Create(),
            ImportCommand.Create(),
            BackupCommand.Create(),
            CopyCommand.Create(),
            AuditCommand.Create(),
            PlaybookCommand.Create(),
        };
}
