namespace Motics.Support.Core.Masking.Secrets;

/// <summary>What binds a value to its label; the later, the surer.</summary>
internal enum Bond { None, Blank, Line, Bracket, Quote, Verb, Arrow, Colon, Assign }

/// <summary>What stands between a label and its value.</summary>
/// <param name="Start">Where the value begins.</param>
/// <param name="Bond">How sure it is that it is one.</param>
/// <param name="Quote">The sign that stands right before the value and ends it: a quotation mark or an opening bracket; nothing for none.</param>
internal readonly record struct Separator(int Start, Bond Bond, char Quote)
{
    private const int Farthest = 14;
    private const int LongestElement = 80;

    // What a program or a person adds to a label: new_password_confirmation, pin code, password (new).
    private static readonly string[] Additions = ["confirmation", "confirm", "value", "again", "repeat", "number", "code", "phrase", "word", "no.", "nr.", "hash", "text", "header", "api", "de api", "1", "2"];
    // Longer ones first.
    private static readonly string[] Verbs = ["is now", "is still", "is currently", "is just", "used to be", "would be", "will be", "should be", "was then", "is", "was", "were", "are", "ist", "war", "lautet", "lautete", "est", "était", "es", "era", "è", "set to", "changed to", "reset to", "it is", "it's", "becomes", "be"];

    /// <summary>Reads what follows a label.</summary>
    public static Separator After(string text, int end)
    {
        var reader = new SeparatorReader(text, SkipAddition(text, end));
        if (string.CompareOrdinal(text, end, "'s ", 0, 3) == 0)
        {
            reader = new SeparatorReader(text, end + 2);
            reader.Raise(Bond.Verb);
        }
        reader.Read(Farthest);
        if (reader.Bond <= Bond.Quote && reader.SkipWord("value"))
            reader.Read(Farthest);
        if (reader.Bond is Bond.None or Bond.Blank or Bond.Quote && reader.SkipAny(Verbs))
        {
            reader.Raise(Bond.Verb);
            reader.Read(Farthest);
        }
        return new Separator(reader.Index, reader.Bond, reader.Quote);
    }

    /// <summary>What stands between a label that is the name of an element with attributes and its content; null for no such element.</summary>
    public static Separator? OfElement(string text, int start, int end)
    {
        if (end >= text.Length || text[end] != ' ' || start == 0 || text[start - 1] is not ('<' or ':'))
            return null;
        var close = text.AsSpan(end, Math.Min(LongestElement, text.Length - end)).IndexOfAny('<', '>', '\n');
        return close > 0 && text[end + close] == '>' && text[end + close - 1] != '/' && text.AsSpan(end, close).Contains('=') ? new Separator(end + close + 1, Bond.Colon, '\0') : null;
    }

    /// <summary>True where this letter stands, capital or small: most words are ruled out by their first.</summary>
    public static bool IsSame(string text, int index, char small) => index < text.Length && (text[index] == small || (text[index] | ' ') == small);

    private static int SkipAddition(string text, int end)
    {
        var start = end < text.Length && text[end] is '_' or '-' or ' ' or '.' ? end + 1 : end;
        foreach (var addition in Additions)
        {
            if (IsSame(text, start, addition[0]) && string.Compare(text, start, addition, 0, addition.Length, StringComparison.OrdinalIgnoreCase) == 0
                && start + addition.Length is var after && (after >= text.Length || !char.IsLetterOrDigit(text[after])))
                return after;
        }
        return end;
    }
}

/// <summary>Reads signs between a label and its value, one by one.</summary>
internal struct SeparatorReader(string text, int start)
{
    public int Index { get; private set; } = start;

    public Bond Bond { get; private set; }

    public char Quote { get; private set; }

    public void Raise(Bond bond) => Bond = bond > Bond ? bond : Bond;

    public void Read(int farthest)
    {
        for (var limit = Math.Min(text.Length, Index + farthest); Index < limit && Take(text[Index]); Index++)
        {
        }
    }

    public bool SkipWord(string word)
    {
        var index = Index;
        while (index < text.Length && index - Index < 4 && text[index] is ' ' or '"' or '\'' or ',')
            index++;
        if (string.Compare(text, index, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0 || index + word.Length >= text.Length || text[index + word.Length] is not ('"' or '\'' or '=' or ':'))
            return false;
        (Index, Quote) = (index + word.Length, '\0');
        return true;
    }

    public bool SkipAny(string[] words)
    {
        foreach (var word in words)
        {
            var end = Index + word.Length;
            if (!Separator.IsSame(text, Index, word[0]) || string.Compare(text, Index, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0 || end >= text.Length || char.IsLetterOrDigit(text[end]) || (Index > 0 && char.IsLetter(text[Index - 1]) && char.IsLetter(word[0])))
                continue;
            (Index, Quote) = (end, '\0');
            return true;
        }
        return false;
    }

    // False for what is no separator any more.
    private bool Take(char character)
    {
        switch (character)
        {
            case ' ' or '\t':
                Raise(Bond.Blank);
                Quote = '\0';
                return true;
            case '\n' or '\r':
                Raise(Bond.Line);
                Quote = '\0';
                return true;
            case '"' or '\'' or '`' or '*':
                Raise(Bond.Quote);
                Quote = character;
                return true;
            case '_' or '~' when Bond == Bond.None && Index + 1 < text.Length && text[Index + 1] is ':' or ' ' or '=':
                Raise(Bond.Quote);
                Quote = '\0';
                return true;
            case '.' when Index + 1 < text.Length && (text[Index + 1] == '.' || text[Index - 1] == '.'):
                Raise(Bond.Arrow);
                Quote = '\0';
                return true;
            case ',' when Bond is Bond.None or Bond.Quote:
                Raise(Bond.Blank);
                Quote = '\0';
                return true;
            case '=':
                Raise(Bond.Assign);
                Quote = '\0';
                return true;
            case ':' or ';' when character == ':' || Bond == Bond.None:
                Raise(character == ':' || (Index + 1 < text.Length && char.IsLetterOrDigit(text[Index + 1])) ? Bond.Colon : Bond.Blank);
                Quote = '\0';
                return true;
            case '>' or '→' or '|' or '~':
                Raise(Bond.Arrow);
                Quote = '\0';
                return true;
            case '(' or '[' or '{' or '<':
                Raise(Bond.Bracket);
                Quote = character;
                return true;
            case '-' or '/' when Index + 1 < text.Length && (Bond >= Bond.Blank || text[Index + 1] is '-' or '>') && text[Index + 1] is ' ' or '-' or '>' or '=':
                Raise(Bond.Arrow);
                Quote = '\0';
                return true;
            default:
                return false;
        }
    }
}
