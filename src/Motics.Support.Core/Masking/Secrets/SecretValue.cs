using System.Buffers;

namespace Motics.Support.Core.Masking.Secrets;

/// <summary>The value after a label: where it ends, and whether it is a secret, by how sure label and separator make us.</summary>
internal readonly ref struct SecretValue
{
    /// <summary>So much of a value is looked at: enough to judge it, and a bound on the work.</summary>
    private const int Judged = 200;

    private static readonly SearchValues<char> Signs = SearchValues.Create("!$#^&*%@~+");
    private static readonly SearchValues<char> Fillers = SearchValues.Create("*.xX-_?");

    private readonly string text;
    private readonly Separator separator;

    public SecretValue(string text, Separator separator)
    {
        (this.text, this.separator) = (text, separator);
        End = EndOf(text, separator);
        Value = text.AsSpan(separator.Start, End - separator.Start);
    }

    public int End { get; }

    public ReadOnlySpan<char> Value { get; }

    private bool HasDigit => Value.IndexOfAnyInRange('0', '9') >= 0;

    private bool HasLetter => Value.IndexOfAnyInRange('a', 'z') >= 0 || Value.IndexOfAnyInRange('A', 'Z') >= 0;

    private bool HasInnerCapital => Value.Length > 1 && Value[1..].IndexOfAnyInRange('A', 'Z') >= 0 && Value.IndexOfAnyInRange('a', 'z') >= 0;

    /// <summary>Letters and figures, or a sign that words do not have: no word of a sentence.</summary>
    public bool IsStrong => Value.Length >= 5 && !Value.Contains(' ') && ((HasDigit && HasLetter && !PlainWords.IsTechnical(Value)) || (HasLetter && Value[1..].ContainsAny(Signs)) || (Value.Length >= 8 && HasInnerCapital && !IsCapitalised));

    private bool IsCapitalised => !Value[1..].ContainsAnyInRange('A', 'Z');

    /// <summary>True when nobody could mean this: nothing, stars, a mask, a word that is said of passwords.</summary>
    private bool IsNothing => Value.Length < 3 || Value[0] == Folding.FoldedText.Masked || !Value.ContainsAnyExcept(Fillers) || PlainWords.Has(Value) || IsSentence;

    // Words in quotation marks: a sentence when one of them is.
    private bool IsSentence
    {
        get
        {
            if (!Value.Contains(' '))
                return false;
            foreach (var word in Value.Split(' '))
            {
                if (PlainWords.Has(Value[word].TrimEnd(".,:;!?")))
                    return true;
            }
            return false;
        }
    }

    private bool IsAloneOnItsLine => text.AsSpan(End).TrimStart(" .,;!") is var rest && (rest.IsEmpty || rest[0] is '\n' or '\r');

    public bool IsPassword(bool sure) => !IsNothing && separator.Bond switch
    {
        Bond.None => false,
        Bond.Blank => IsStrong && sure,
        // A sentence that begins on the next line has a capital.
        Bond.Line => IsStrong || IsAloneOnItsLine || (Value.Length >= 5 && char.IsAsciiLetterLower(Value[0]) && !PlainWords.IsParticiple(Value)),
        Bond.Verb or Bond.Bracket => Value.Length >= 4 && (!PlainWords.IsParticiple(Value) || IsStrong) && !Value.StartsWith("http", StringComparison.OrdinalIgnoreCase),
        _ => HasLetter || Value.Length >= 4,
    };

    public bool IsPin => separator.Bond != Bond.None && Value.Length is >= 4 and <= 10 && HasDigit && (!HasLetter || (separator.Bond >= Bond.Colon && IsStrong)) && Value.IndexOfAny("./:") < 0;

    /// <summary>After <c>key</c> and <c>token</c>, where words follow more often than keys.</summary>
    public bool IsKey(bool sure) => !IsNothing && Label.Of(Value) == LabelKind.None && separator.Bond switch
    {
        Bond.Assign => Value.Length >= 6 && (Value.Length >= 16 || HasDigit || HasInnerCapital) && !Value.Contains(' '),
        Bond.Colon or Bond.Arrow or Bond.Verb or Bond.Quote => !Value.Contains(' ') && Value.Length >= 8 && ((HasDigit && HasLetter) || (sure && IsStrong) || (Value.Length >= 16 && (HasInnerCapital || HasDigit || sure))),
        Bond.Line or Bond.Bracket => Value.Length >= 8 && HasDigit && HasLetter && !Value.Contains(' '),
        _ => false,
    };

    /// <summary>After <c>Bearer</c>: "bearer token" and "Bearer realm=" are no secrets.</summary>
    public bool IsAfterScheme(bool sure) => !IsNothing && separator.Bond != Bond.None && !Value.StartsWith("realm=", StringComparison.OrdinalIgnoreCase) && !Value.StartsWith("error", StringComparison.OrdinalIgnoreCase)
        && (Value.Length >= 8 || sure) && (Value.Length >= 20 || HasDigit || HasInnerCapital || sure);

    /// <summary>Behind the name of a session's cookie, or behind <c>session</c>, which is a word of sentences too.</summary>
    public bool IsSession(bool sure) => !IsNothing && separator.Bond >= Bond.Colon && !Value.Contains(' ') && HasLetter
        && ((sure && separator.Bond == Bond.Assign) || ((HasDigit || HasInnerCapital) && Value.Length >= (separator.Bond == Bond.Assign ? 4 : 8)));

    private static int EndOf(string text, Separator separator)
    {
        var limit = Math.Min(text.Length, separator.Start + Judged);
        var closing = separator.Quote switch { '(' => ')', '[' => ']', '{' => '}', '<' => '>', var same => same };
        if (closing != '\0' && text.AsSpan(separator.Start, limit - separator.Start) is var rest && rest.IndexOfAny(closing, '\n') is var close and > 0 && rest[close] == closing)
            return separator.Start + close;
        return BareEnd(text, separator.Start, limit);
    }

    private static int BareEnd(string text, int start, int limit)
    {
        var end = start;
        while (end < limit && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '`') && !IsEnd(text, start, end, limit))
            end++;
        while (end > start && text[end - 1] is '.' or ',' or ';' or ':' or '?' or ')' or ']' or '}' or '\'' or '|')
            end--;
        return end;
    }

    // A sign ends the value when the text goes on with another label or with nothing; else it is a part of it, as it may be of a password.
    private static bool IsEnd(string text, int start, int index, int limit)
    {
        if (text[index] == '<')
            return index + 1 < limit && (text[index + 1] == '/' || char.IsLetter(text[index + 1])) && text.IndexOf('>', index, limit - index) > 0;
        if (text[index] is not ('&' or ';' or ',' or '|' or '\'' or ')' or '}' or ']'))
            return false;
        var next = index + 1;
        while (next < limit && text[next] is '"' or '\'' or '}' or ')' or ']' or ',')
            next++;
        if (next >= limit || char.IsWhiteSpace(text[next]) || text[next] is '.' or ';')
            return true;
        var word = next;
        while (word < limit && (char.IsLetterOrDigit(text[word]) || text[word] is '_' or '-'))
            word++;
        return word > next && word < limit && text[word] is '=' or ':' or '"' && index > start;
    }

    /// <summary>Adds the value as a secret, all of it when it is longer than what was judged; returns its end.</summary>
    public int AddTo(List<Secret> found, Mask mask)
    {
        var end = End;
        while (end - separator.Start >= Judged && end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '\'' or '&' or ';' or ',' or '<'))
            end++;
        found.Add(new Secret(separator.Start, end, mask));
        return end;
    }
}
