using System.Globalization;

namespace Motics.Support.Portal.Configuration;

/// <summary>Reads <c>Retention:*</c>.</summary>
internal static class RetentionReader
{
    public static RetentionSettings Read(IConfiguration configuration, List<ConfigurationMistake> mistakes)
    {
        return new RetentionSettings(
            TimeSpan.FromDays(Number("Retention:RawEventDays", 30, 3650, RetentionSettings.Default.RawEvents.TotalDays)),
            TimeSpan.FromDays(Number("Retention:DraftDays", 1, 365, RetentionSettings.Default.Drafts.TotalDays)),
            TimeSpan.FromHours(Number("Retention:IntervalHours", 1, 168, RetentionSettings.Default.Interval.TotalHours)));

        double Number(string key, int least, int most, double unlessTold)
        {
            var text = configuration[key];
            if (string.IsNullOrWhiteSpace(text))
            {
                return unlessTold;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            mistakes.Add(new ConfigurationMistake(key, $"must be a whole number from {least} to {most}."));
            return unlessTold;
        }
    }
}
