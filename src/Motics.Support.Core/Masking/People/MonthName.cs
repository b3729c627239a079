namespace Motics.Support.Core.Masking.People;

/// <summary>Names of months in the languages of clinics: English, German, French, Spanish, Italian, Dutch.</summary>
internal static class MonthName
{
    private const int Longest = 12;

    // By how they begin; what follows are letters of the name or nothing.
    private static readonly string[] Beginnings =
    [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär", "maa", "mrt", "mai", "mei", "mag", "okt", "dez", "fév", "fev", "avr", "aoû", "aou", "déc", "juin", "juil", "ene", "abr", "ago", "dic", "gen", "giu", "lug", "set", "ott",
    ];

    private static readonly string[] Names =
    [
        "january", "february", "march", "april", "june", "july", "august", "september", "sept", "october", "november", "december", "januar", "februar", "märz", "juni", "juli", "oktober", "dezember", "janvier", "février", "fevrier", "mars", "avril", "juin", "juillet", "août", "aout",
        "septembre", "octobre", "novembre", "décembre", "decembre", "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "setiembre", "octubre", "noviembre", "diciembre", "gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre",
        "ottobre", "novembre", "dicembre", "januari", "februari", "maart", "augustus", "mrt", "juil",
    ];

    /// <summary>One past the name that begins here; 0 for none.</summary>
    public static int End(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start <= Longest && char.IsLetter(text[end]))
            end++;
        var word = text.AsSpan(start, end - start);
        if (word.Length < 3)
            return 0;
        if (word.Length == 3)
            return IsOneOf(word, Beginnings) ? end : 0;
        return IsOneOf(word, Names) ? end : 0;
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] names)
    {
        foreach (var name in names)
        {
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
