using System.Buffers;

namespace Motics.Support.Core.Masking.People;

/// <summary>Words of labels: those in plain letters are looked for far faster, and most texts have no others.</summary>
internal sealed class LabelWords(string[] plain, params string[] others)
{
    private readonly SearchValues<string> plainly = SearchValues.Create(plain, StringComparison.OrdinalIgnoreCase);
    private readonly SearchValues<string> all = SearchValues.Create([.. plain, .. others], StringComparison.OrdinalIgnoreCase);

    public string[] Plain => plain;

    public SearchValues<string> For(string text) => System.Text.Ascii.IsValid(text) ? plainly : all;
}

/// <summary>Labels of one kind in a text, and whether a place follows one. Asked for places from left to right, so the work is one pass.</summary>
internal struct NearLabel(string text, LabelWords labels, int reach, bool any = true)
{
    private readonly SearchValues<string>? words = any ? labels.For(text) : null;

    private int end = -1;
    private int next = any ? -1 : text.Length;
    private int nextEnd;

    /// <summary>True when a label ends shortly before this place, with neither figures nor the end of a sentence between.</summary>
    public bool Covers(int place)
    {
        while (next < place && next < text.Length)
            Advance();
        return end >= 0 && place >= end && place - end <= reach && IsGap(text.AsSpan(end, place - end));
    }

    // The next label becomes the last one, and another is looked for.
    private void Advance()
    {
        if (next >= 0)
            end = nextEnd;
        for (var from = Math.Max(0, Math.Max(next + 1, nextEnd)); ;)
        {
            var found = text.AsSpan(from).IndexOfAny(words!);
            next = found < 0 ? text.Length : from + found;
            if (found < 0)
                return;
            if (Begins(text, next))
                break;
            from = next + 1;
        }
        nextEnd = next;
        while (nextEnd < text.Length && (char.IsLetter(text[nextEnd]) || text[nextEnd] is '_' or '-' || (text[nextEnd] == '.' && nextEnd + 1 < text.Length && char.IsLetter(text[nextEnd + 1]))))
            nextEnd++;
    }

    // dateOfBirth, date_of_birth, patientDOB and dateofbirth are labels; Osborne and adobe are none.
    private static bool Begins(string text, int start) =>
        start == 0 || !char.IsLetter(text[start - 1]) || text[start] >= '\u2E80' || (char.IsUpper(text[start]) && char.IsLower(text[start - 1]))
        || (start >= 2 && text.AsSpan(start - 2, 2).Equals("of", StringComparison.OrdinalIgnoreCase));

    private static bool IsGap(ReadOnlySpan<char> gap)
    {
        foreach (var character in gap)
        {
            if (char.IsAsciiDigit(character) || character is ';' or '!' or '?')
                return false;
        }
        return gap.IndexOf(". ", StringComparison.Ordinal) is < 0 or 0 && !gap.ContainsAny(Refusals);
    }

    // "The date of birth is missing: 24/11/2026" names none.
    private static readonly SearchValues<string> Refusals = SearchValues.Create(["missing", "required", "invalid", "failed", "error", " not ", "unknown", "since", "changed", "updated"], StringComparison.OrdinalIgnoreCase);
}
