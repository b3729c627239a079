using Motics.Support.Core.Masking.Secrets;

namespace Motics.Support.Core.Masking;

/// <summary>
/// What keys look like, and what words, paths and ids that only resemble them look like. A Cliniko key is a long base64 body with
/// an optional shard (<c>-uk1</c>); Nookal's are GUIDs, hexadecimal or base64 (<c>ehr-facts.md</c>). Random text changes between small
/// letters, capitals and digits far more often than words do, even words joined as in names of program code.
/// </summary>
public static class KeyShape
{
    private const int ShortestBody = 20;
    private const int ShortestJoinedBody = 24;
    private const int ShortestHexGroups = 24;
    private const int LongBody = 32;

    /// <summary>
    /// True for an identifier that is a Cliniko key or holds one between its slashes and colons: a body with a shard, or a long body that begins as
    /// Cliniko's do. Plain hashes, GUIDs and slugs are not.
    /// </summary>
    public static bool IsClinikoKey(ReadOnlySpan<char> identifier)
    {
        foreach (var part in identifier.SplitAny('/', ':'))
        {
            var piece = identifier[part];
            if (HasShardedBody(piece) || (piece.StartsWith("MS0", StringComparison.Ordinal) && piece.Length >= 32 && IsMixed(piece)))
                return true;
        }
        return false;
    }

    /// <summary>True when a run of token characters (letters, digits, <c>_ + / = -</c>) is a secret as a whole.</summary>
    internal static bool IsSecret(ReadOnlySpan<char> run)
    {
        if (run.Length < ShortestBody)
            return false;
        return HasRandomSegment(run) || HasShardedBody(run) || HexGroups.Has(run, ShortestHexGroups) || IsRandomWithJoiners(run);
    }

    /// <summary>True for text that changes its sort of character as often as random text does.</summary>
    internal static bool IsRandom(ReadOnlySpan<char> text)
    {
        var shape = TextShape.Of(text);
        if (shape.Letters == 0)
            return text.Length >= 32;
        if (shape.DigitGroups >= 2)
            return shape.DigitGroups >= 3 || shape.Changes * 5 >= text.Length;
        if (shape.Lower == 0 || shape.Upper == 0)
            return false;
        return (shape.Changes * 10 >= text.Length * 3 && shape.RareLetters * 10 >= text.Length && shape.Vowels * 100 < text.Length * 32)
            || (text.Length >= LongBody && HasCapitalsWithoutWords(shape, text.Length));
    }

    // Names of program code have their capitals one by one or as a few abbreviations; in random text half of them stand beside another, and changes are many as well.
    private static bool HasCapitalsWithoutWords(TextShape shape, int length) =>
        shape.CapitalPairs * 16 >= length && shape.Changes * 4 >= length && (shape.RareLetters * 12 >= length || shape.Changes * 10 >= length * 3);

    private static bool HasRandomSegment(ReadOnlySpan<char> run)
    {
        foreach (var part in run.SplitAny('_', '+', '/', '=', '-'))
        {
            var segment = run[part];
            if (segment.Length < ShortestBody)
                continue;
            // Behind a sign of a query or a path no word begins, so less is enough.
            if (IsRandom(segment) || (part.Start.Value > 0 && run[part.Start.Value - 1] is '=' or '/' && HasCapitalsWithoutWords(TextShape.Of(segment), segment.Length)))
                return true;
        }
        return false;
    }

    // Split on the last hyphen, as Cliniko says; a run may go on after the shard only with another separator.
    private static bool HasShardedBody(ReadOnlySpan<char> run)
    {
        for (var hyphen = run.Length - 3; hyphen >= ShortestBody; hyphen--)
        {
            if (run[hyphen] != '-' || !IsShard(run[(hyphen + 1)..]))
                continue;
            var body = run[..hyphen];
            body = body[(body.LastIndexOfAny('-', '/') + 1)..];
            if (body.Length >= ShortestBody && (IsMixed(body) || IsUnlikeWords(body)))
                return true;
        }
        return false;
    }

    // Letters only, by chance, and by chance in long runs: joined words have a capital where each begins and few changes otherwise.
    private static bool IsUnlikeWords(ReadOnlySpan<char> body)
    {
        var shape = TextShape.Of(body);
        return shape.Upper > 0 && shape.Lower > 0 && (shape.Upper * 10 >= body.Length * 3 || shape.Changes * 5 >= body.Length);
    }

    private static bool IsShard(ReadOnlySpan<char> text) =>
        text.Length >= 3 && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]) && char.IsAsciiDigit(text[2])
        && (text.Length == 3 || !char.IsAsciiLetter(text[3]));

    private static bool IsMixed(ReadOnlySpan<char> body)
    {
        var shape = TextShape.Of(body);
        return shape.Letters > 0 && (shape.DigitGroups > 0 || (shape.Upper > 0 && shape.Lower > 0 && shape.Changes * 10 >= body.Length * 3));
    }

    // base64 has + and / (or - and _) about once in 32 characters; paths and names with hyphens have their separators far closer.
    private static bool IsRandomWithJoiners(ReadOnlySpan<char> run)
    {
        run = run.Trim("_+/=-");
        var shape = TextShape.Of(run);
        var body = shape.Letters + shape.Digits;
        return body >= ShortestJoinedBody && (run.Length - body) * 6 <= body && shape.DigitGroups >= 3
            && shape.Lower > 0 && shape.Upper > 0 && shape.Changes * 10 >= body * 3;
    }
}
