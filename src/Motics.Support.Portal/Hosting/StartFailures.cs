using Motics.Support.Portal.Configuration;

namespace Motics.Support.Portal.Hosting;

/// <summary>Says on the error stream why the program does not start, all at once.</summary>
internal static class StartFailures
{
    /// <summary>Writes the mistakes; gives back the exit code.</summary>
    public static int Tell(IReadOnlyList<ConfigurationMistake> mistakes)
    {
        Console.Error.WriteLine(mistakes.Count == 1 ? "Motics Support does not start: a setting is wrong." : $"Motics Support does not start: {mistakes.Count} settings are wrong.");
        foreach (var mistake in mistakes)
        {
            Console.Error.WriteLine($"  {mistake.Key} {mistake.Problem}");
        }

        Console.Error.WriteLine("Settings come from appsettings.json and from environment variables, with __ for each colon; see docs/operations/README.md.");
        return 1;
    }
}
