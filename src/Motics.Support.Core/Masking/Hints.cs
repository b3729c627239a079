using System.Buffers;

namespace Motics.Support.Core.Masking;

/// <summary>Without one of these a text needs no closer look. They are looked for in one go, whatever their number.</summary>
internal static class Hints
{
    internal static readonly string[] LabelWords =
        ["key", "token", "secret", "pass", "pwd", "pw ", "pw:", "pw=", "pw\n", "pw(", "pw[", "pw\"", "pw-", "pw'", "p/w", "psw", "pin", "bearer", "basic", "authori", "credential", "cookie", "sess", "sid", "kennwort", "mdp", "passe", "ordine", "contrase", "clave", "wachtwoord", "parola", "senha", "haslo", "losenord", "adgangskode", "salasana", "login", "p: ", "p=\"", "geheimzahl", "otp", "username"];

    internal static readonly string[] DotWords = ["dot", "punkt", "punto", "punt ", "point", "(at)", "[at]", "{at}", "@ ", " @"];

    internal static readonly string[] PeopleWords =
        ["patient", "client", "person", "contact", "attendee", "somebody", "someone", "for ", "named", "called", "mr ", "mr.", "mrs", "ms ", "ms.", "miss ", "mx ", "name", "for the "];

    /// <summary>Of labels before secrets in Latin letters without accents; a text with other letters is always looked at.</summary>
    public static readonly SearchValues<string> Labels = SearchValues.Create(LabelWords, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the word begins that the next hint is in; the end of the text when there is none.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="from">Where to go on.</param>
    /// <param name="hints">What is looked for.</param>
    /// <param name="every">True to stop at every place.</param>
    public static int Next(string text, int from, SearchValues<string> hints, bool every)
    {
        if (every || from >= text.Length)
            return from;
        var found = text.AsSpan(from).IndexOfAny(hints);
        if (found < 0)
            return text.Length;
        var start = from + found;
        while (start > from && char.IsLetter(text[start - 1]))
            start--;
        return start;
    }

    /// <summary>What is said for the dot and the sign of an e-mail address.</summary>
    public static readonly SearchValues<string> Dots = SearchValues.Create(DotWords, StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands before names.</summary>
    public static readonly SearchValues<string> People = SearchValues.Create(PeopleWords, StringComparison.OrdinalIgnoreCase);
}
