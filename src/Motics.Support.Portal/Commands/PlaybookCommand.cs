using System.CommandLine;
using Motics.Support.Core.Triage;

namespace Motics.Support.Portal.Commands;

internal static class PlaybookCommand
{
    public static Command Create() => new("playbook", "The rules of triage.") { Check() };

    private static Command Check()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A playbook file, as Playbook:Path names one." };
        file.AcceptExistingOnly();
        var command = new Command("check", "Reads a playbook as the start would, and names every mistake with file and line; exit code 1 when there is one.") { file };
        command.SetAction(parsed => Tell(PlaybookLoader.ReadFile(parsed.GetRequiredValue(file).ToString())));
        return command;
    }

    private static int Tell(PlaybookReading reading)
    {
        foreach (var mistake in reading.Mistakes)
        {
            Console.Error.WriteLine(mistake);
        }

        if (reading.Playbook is not { } playbook)
        {
            return 1;
        }

        Console.WriteLine($"Version {playbook.Version}: {playbook.Rules.Count} rules, {playbook.Advice.Count} pieces of advice, {playbook.Questions.Count} questions. No mistakes.");
        return 0;
    }
}
