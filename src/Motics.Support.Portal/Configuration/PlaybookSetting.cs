using Motics.Support.Core.Triage;

namespace Motics.Support.Portal.Configuration;

/// <summary>Reads the playbook that <c>Playbook:Path</c> names; every mistake in it is a mistake of the settings, with file and line.</summary>
internal static class PlaybookSetting
{
    private const string Key = "Playbook:Path";

    /// <summary>The playbook; null when none is named, or when it is no good.</summary>
    public static Playbook? Read(IConfiguration configuration, List<ConfigurationMistake> mistakes)
    {
        if (configuration[Key] is not { } path || string.IsNullOrWhiteSpace(path))
        {
            return null;
        }

        var reading = PlaybookLoader.ReadFile(path);
        mistakes.AddRange(reading.Mistakes.Select(mistake => new ConfigurationMistake(Key, mistake.ToString())));
        return reading.Playbook;
    }
}
