using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Motics.Support.Simulator.Posting;

/// <summary>What is written after an option, read or refused with what would be accepted.</summary>
internal static class OptionText
{
    /// <summary>A number within limits, both included.</summary>
    public static Option<T> Number<T>(string name, string description, T ordinary, T least, T most) where T : IComparable<T>
    {
        var option = new Option<T>(name) { Description = description, DefaultValueFactory = _ => ordinary };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<T>() is { } value && (value.CompareTo(least) < 0 || value.CompareTo(most) > 0))
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} must be from {least} to {most}."));
        });
        return option;
    }

    /// <summary>With a slash at the end, or the last part of its path would be replaced by the path of the request.</summary>
    public static Uri? Address(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        result.AddError("--to must be an address that starts with http:// or https://.");
        return null;
    }

    public static TimeSpan? Duration(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var seconds = text.Length > 0 ? text[^1] switch { 'h' => 3600, 'm' => 60, 's' => 1, _ => 0 } : 0;
        var digits = seconds is 0 ? text : text[..^1];
        if (double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 1e6)
            return TimeSpan.FromSeconds(count * Math.Max(seconds, 1));
        result.AddError("--duration must be a time such as 90s, 5m or 1h.");
        return null;
    }

    public static DateTimeOffset? Moment(ArgumentResult result)
    {
        if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return moment;
        result.AddError("--at must be a time such as 2026-11-24T09:00:00Z.");
        return null;
    }
}
