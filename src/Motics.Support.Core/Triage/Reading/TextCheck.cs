using System.Text.RegularExpressions;
using Motics.Support.Core.Triage.Replies;

namespace Motics.Support.Core.Triage.Reading;

/// <summary>Checks texts: placeholders must exist, and no text that a clinic reads may ask for a key.</summary>
internal sealed partial class TextCheck(MistakeList mistakes)
{
    /// <summary>Read before anything else, so that their names are known.</summary>
    public Placeholders Placeholders { get; set; } = new(new Dictionary<string, PlaceholderWords>());

    public string Checked(MapReader map, string name) => Check(map, name, map.Text(name), false) ?? "";

    public string? Optional(MapReader map, string name) => Check(map, name, map.OptionalText(name), false);

    /// <summary>A text that is shown as it stands, so that it can hold no placeholder.</summary>
    public string Plain(MapReader map, string name) => WithoutPlaceholder(map, name, map.Text(name)) ?? "";

    public string? OptionalPlain(MapReader map, string name) => WithoutPlaceholder(map, name, map.OptionalText(name));

    public string Reply(MapReader map, string name) => Check(map, name, map.Text(name), true) ?? "";

    public string? OptionalReply(MapReader map, string name) => Check(map, name, map.OptionalText(name), true);

    /// <summary>A greeting by name: it must have the place where the name stands.</summary>
    public string? OptionalGreeting(MapReader map, string name)
    {
        var text = map.OptionalText(name);
        if (text is not null && !text.Contains(ReplyBlocks.Name, StringComparison.Ordinal))
            mistakes.Add(map.Find(name) ?? map.At, $"“{name}” must say {ReplyBlocks.Name} where the name stands.");
        Check(map, name, text?.Replace(ReplyBlocks.Name, "", StringComparison.Ordinal), true);
        return text;
    }

    /// <summary>The sentence asks the reader to send, tell or show us a key. "Never send a key" does not, "paste it into Motics" does not.</summary>
    public static bool AsksForKey(string text) =>
        Sentence().Split(text).Any(sentence => KeyToUs().IsMatch(sentence) && !Refusing().IsMatch(sentence));

    private string? Check(MapReader map, string name, string? text, bool forClinic)
    {
        if (text is null)
            return null;
        var at = map.Find(name) ?? map.At;
        foreach (var unknown in Placeholders.UnknownIn(text))
            mistakes.Add(at, $"“{{{unknown}}}” is no placeholder.");
        if (forClinic && AsksForKey(text))
            mistakes.Add(at, $"“{name}” asks the clinic to send or show a key. Keys belong in Motics only and never in a message.");
        return text;
    }

    private string? WithoutPlaceholder(MapReader map, string name, string? text)
    {
        if (text?.Contains('{', StringComparison.Ordinal) == true)
            mistakes.Add(map.Find(name) ?? map.At, $"“{name}” is shown as it stands and can hold no placeholder.");
        return text;
    }

    [GeneratedRegex(@"(?<=[.!?])\s+|\n")]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"\b(send|share|e-?mail|forward|post|give|tell|show|message|reply|write|read\s+out|let\s+us\s+have|attach|enclose|upload|dictate)\b[^.!?]*\b(key|token|secret|credential)s?\b"
        + @"|\b(paste|enter|put|type|copy)\b[^.!?]*\b(key|token|secret|credential)s?\b[^.!?]*\b(here|to\s+us|for\s+us|in\s*to\s+(this|the|your)\s+(chat|message|reply|conversation|ticket|e-?mail))\b"
        + @"|\b(we|us)\b[^.!?]*\bneed\b[^.!?]*\byour\s+(api\s+)?key\b|\b(what\s+is|what's)\s+(your|the)\s+(api\s+)?key\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex KeyToUs();

    [GeneratedRegex(@"\b(never|do not|don't|must not|no need to|nobody here)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Refusing();
}
