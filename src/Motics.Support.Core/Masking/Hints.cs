using System.Buffers;

namespace Motics.Support.Core.Masking;

/// <summary>Without one of these a text needs no closer look. They are looked for in one go, whatever their number.</summary>
internal static class Hints
{
    /// <summary>Of labels before secrets in Latin letters without accents; a text with other letters is always looked at.</summary>
    public static readonly SearchValues<string> Labels = SearchValues.Create(
        ["key", "token", "secret", "pass", "pwd", "pw", "p/w", "psw", "pin", "bearer", "basic", "authori", "credential", "cookie", "sess", "sid", "kennwort", "mdp", "contrase", "clave", "wachtwoord", "parola", "senha", "haslo", "losenord", "adgangskode", "salasana", "login", "p:", "geheimzahl", "otp", "username"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>What is said for the dot and the sign of an e-mail address.</summary>
    public static readonly SearchValues<string> Dots = SearchValues.Create(["dot", "punkt", "punto", "punt ", "point", "(at)", "[at]", "{at}", "@ ", " @"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands before names.</summary>
    public static readonly SearchValues<string> People = SearchValues.Create(
        ["patient", "client", "person", "contact", "attendee", "somebody", "someone", "for ", "named", "called", "mr ", "mr.", "mrs", "ms ", "ms.", "miss ", "mx ", "name", "for the "], StringComparison.OrdinalIgnoreCase);
}
