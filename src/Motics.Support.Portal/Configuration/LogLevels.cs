using Serilog.Events;

namespace Motics.Support.Portal.Configuration;

/// <summary><c>Logging:LogLevel:*</c>, with the names that ASP.NET Core uses.</summary>
internal static class LogLevels
{
    private const string Section = "Logging:LogLevel";

    /// <summary>Least level by category; <c>Default</c> for all others.</summary>
    public static IEnumerable<(string Category, LogEventLevel Level)> Read(IConfiguration configuration) =>
        from child in configuration.GetSection(Section).GetChildren()
        let level = Parse(child.Value)
        where level is not null
        select (child.Key, level.Value);

    public static void Check(IConfiguration configuration, List<ConfigurationMistake> mistakes) => mistakes.AddRange(
        from child in configuration.GetSection(Section).GetChildren()
        where Parse(child.Value) is null
        select new ConfigurationMistake(child.Path, $"must be one of {string.Join(", ", Enum.GetNames<LogLevel>())}."));

    private static LogEventLevel? Parse(string? text) => Enum.TryParse<LogLevel>(text, true, out var level) && Enum.IsDefined(level)
        ? level switch
        {
            LogLevel.Trace => LogEventLevel.Verbose,
            LogLevel.Debug => LogEventLevel.Debug,
            LogLevel.Information => LogEventLevel.Information,
            LogLevel.Warning => LogEventLevel.Warning,
            LogLevel.Error => LogEventLevel.Error,
            // Serilog has no level "none": what is fatal is logged all the same.
            _ => LogEventLevel.Fatal,
        }
        : null;
}
