namespace Motics.Support.Core.Masking.People;

/// <summary>Whether a number is that of a thing (an id, an order, a size), by the word beside it.</summary>
internal static class NumberContext
{
    private const int Reach = 24;

    private static readonly string[] Things =
        ["id", "ids", "ref", "reference", "ticket", "order", "invoice", "event", "row", "rows", "build", "correlation", "request", "trace", "offset", "bytes", "version", "error", "pid", "account", "batch", "cursor", "size", "length", "count", "total", "timestamp", "time", "epoch", "ts", "code", "commit", "job", "process", "no", "key"];

    private static readonly string[] Units = ["bytes", "byte", "rows", "row", "ms", "events", "event", "records", "items", "b", "kb", "mb", "seconds", "s", "ticks", "of"];

    public static bool IsOfAThing(string text, int start, int end)
    {
        if (start > 0 && text[start - 1] is '#' or '_')
            return true;
        var before = text.AsSpan(Math.Max(0, start - Reach), Math.Min(start, Reach)).TrimEnd(" \t:=\"'#(");
        var word = before[(before.LastIndexOfAnyExcept(Letters) + 1)..];
        return IsOneOf(LastHump(word), Things) || IsOneOf(word, Things) || IsUnit(text, end);
    }

    private static bool IsUnit(string text, int end)
    {
        var after = text.AsSpan(end, Math.Min(Reach, text.Length - end)).TrimStart(' ');
        var length = after.IndexOfAnyExcept(Letters);
        return IsOneOf(length < 0 ? after : after[..length], Units);
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static ReadOnlySpan<char> LastHump(ReadOnlySpan<char> word)
    {
        for (var index = word.Length - 1; index > 0; index--)
        {
            if (char.IsUpper(word[index]) && char.IsLower(word[index - 1]))
                return word[index..];
        }
        return word;
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var candidate in words)
        {
            if (word.Equals(candidate, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
