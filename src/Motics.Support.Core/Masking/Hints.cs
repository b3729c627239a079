using System.Buffers;

namespace Motics.Support.Core.Masking;

/// <summary>Without one of these a text needs no closer look; <see cref="Glance"/> looks for all of them at once.</summary>
internal static class Hints
{
    internal static readonly string[] LabelWords =
        ["key", "token", "secret", "pass", "pwd", "pw ", "pw:", "pw=", "pw\n", "pw(", "pw[", "pw\"", "pw-", "pw'", "p/w", "psw", "pin", "bearer", "basic", "authori", "credential", "cookie", "sess", "sid", "kennwort", "mdp", "passe", "ordine", "contrase", "clave", "wachtwoord", "parola", "senha", "haslo", "hasło", "losenord", "lösenord", "passord", "şifre", "contraseñ", "κωδικός", "пароль", "adgangskode", "salasana", "login", "p: ", "p=\"", "geheimzahl", "otp", "username",
            "jelszó", "heslo", "khẩu", "kupuhipa", "sandi", "pasahitza", "geslo", "lozink", "slapta", "lykilor", "cyfrinair", "gangsor", "parool", "parol", "securestring", "schlüssel", "clé", "chave", "llave", "sleutel", "klucz", "ключ", "nyckel", "chiave", "avain", "nøgle",
            "verification", "authenticator", "mfa", "2fa", "one-time", "security code", "sms code", "access code", "recovery code", "backup code", "confirmation code", "unlock code", "auth code", "mysql", "sqlcmd", "sshpass", "curl "];

    internal static readonly string[] DotWords = ["dot", "punkt", "punto", "punt ", "point", "(at)", "[at]", "{at}", "@ ", " @"];

    internal static readonly string[] PeopleWords =
        ["patient", "client", "person", "contact", "attendee", "somebody", "someone", "for ", "named", "called", "mr ", "mr.", "mrs", "ms ", "ms.", "miss ", "mx ", "name", "given", "family", "pid|"];

    /// <summary>What is said for the dot and the sign of an e-mail address.</summary>
    public static readonly SearchValues<string> Dots = SearchValues.Create(DotWords, StringComparison.OrdinalIgnoreCase);
}
