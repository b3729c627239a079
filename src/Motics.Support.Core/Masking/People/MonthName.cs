using System.Buffers;
using System.Collections.Frozen;

namespace Motics.Support.Core.Masking.People;

/// <summary>Names of months in the languages of clinics: English, German, French, Spanish, Italian, Dutch.</summary>
internal static class MonthName
{
    private const int Longest = 12;

    private static readonly SearchValues<char> Initials = SearchValues.Create("jfmasondeglJFMASONDEGL");

    public static readonly IReadOnlyList<string> All =
    [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär", "maa", "mrt", "mai", "mei", "mag", "okt", "dez", "fév", "fev", "avr", "aoû", "aou", "déc", "juin", "juil", "ene", "abr", "ago", "dic", "gen", "giu", "lug", "set", "ott",
        "january", "february", "march", "april", "june", "july", "august", "september", "sept", "october", "november", "december", "januar", "februar", "märz", "juni", "juli", "oktober", "dezember", "janvier", "février", "fevrier", "mars", "avril", "juin", "juillet", "août", "aout",
        "septembre", "octobre", "novembre", "décembre", "decembre", "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "setiembre", "octubre", "noviembre", "diciembre", "gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre",
        "ottobre", "novembre", "dicembre", "januari", "februari", "maart", "augustus", "mrt", "juil",
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = All.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>One past the name that begins here; 0 for none.</summary>
    public static int End(string text, int start)
    {
        if (start >= text.Length || !Initials.Contains(text[start]))
            return 0;
        var end = start;
        while (end < text.Length && end - start <= Longest && char.IsLetter(text[end]))
            end++;
        return end - start >= 3 && Names.Contains(text.AsSpan(start, end - start)) ? end : 0;
    }
}
