using System.Buffers;
using System.Collections.Frozen;

namespace Motics.Support.Core.Masking.Secrets;

/// <summary>What a word before a secret says of it.</summary>
internal enum LabelKind { None, Password, Pass, Pin, Code, Key, Token, Scheme, Authorization, Cookie, Session, Login, Command }

/// <summary>Words before secrets, as people say them and as programs join them.</summary>
internal static class Label
{
    /// <summary>A word alone, or the last of several that are joined (<c>dbPass</c>).</summary>
    private static readonly FrozenDictionary<string, LabelKind>.AlternateLookup<ReadOnlySpan<char>> Exact = new Dictionary<string, LabelKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["pass"] = LabelKind.Pass,
        ["pw"] = LabelKind.Pass,
        ["w"] = LabelKind.None,
        ["psw"] = LabelKind.Pass,
        ["pwd"] = LabelKind.Password,
        ["pin"] = LabelKind.Pin,
        ["otp"] = LabelKind.Pin,
        ["geheimzahl"] = LabelKind.Pin,
        ["mdp"] = LabelKind.Password,
        ["passe"] = LabelKind.Password,
        ["clave"] = LabelKind.Password,
        ["senha"] = LabelKind.Password,
        ["parola"] = LabelKind.Pass,
        ["ordine"] = LabelKind.Password,
        ["hasło"] = LabelKind.Password,
        ["haslo"] = LabelKind.Password,
        ["пароль"] = LabelKind.Password,
        ["lösenord"] = LabelKind.Password,
        ["losenord"] = LabelKind.Password,
        ["adgangskode"] = LabelKind.Password,
        ["salasana"] = LabelKind.Password,
        ["passord"] = LabelKind.Password,
        ["şifre"] = LabelKind.Password,
        ["contraseña"] = LabelKind.Password,
        ["contrasena"] = LabelKind.Password,
        ["contraseñas"] = LabelKind.Password,
        ["κωδικός"] = LabelKind.Password,
        ["passwords"] = LabelKind.Password,
        ["jelszó"] = LabelKind.Password,
        ["heslo"] = LabelKind.Password,
        ["khẩu"] = LabelKind.Password,
        ["kupuhipa"] = LabelKind.Password,
        ["sandi"] = LabelKind.Password,
        ["pasahitza"] = LabelKind.Password,
        ["geslo"] = LabelKind.Password,
        ["lozinka"] = LabelKind.Password,
        ["slaptažodis"] = LabelKind.Password,
        ["lykilorð"] = LabelKind.Password,
        ["aðgangsorð"] = LabelKind.Password,
        ["cyfrinair"] = LabelKind.Password,
        ["parool"] = LabelKind.Password,
        ["parol"] = LabelKind.Password,
        ["clé"] = LabelKind.Key,
        ["chave"] = LabelKind.Key,
        ["llave"] = LabelKind.Key,
        ["sleutel"] = LabelKind.Key,
        ["klucz"] = LabelKind.Key,
        ["ключ"] = LabelKind.Key,
        ["nyckel"] = LabelKind.Key,
        ["chiave"] = LabelKind.Key,
        ["avain"] = LabelKind.Key,
        ["nøgle"] = LabelKind.Key,
        ["verification"] = LabelKind.Code,
        ["authenticator"] = LabelKind.Code,
        ["mfa"] = LabelKind.Code,
        ["fa"] = LabelKind.Code,
        ["one"] = LabelKind.Code,
        ["security"] = LabelKind.Code,
        ["sms"] = LabelKind.Code,
        ["access"] = LabelKind.Code,
        ["recovery"] = LabelKind.Code,
        ["backup"] = LabelKind.Code,
        ["confirmation"] = LabelKind.Code,
        ["unlock"] = LabelKind.Code,
        ["auth"] = LabelKind.Code,
        ["mysql"] = LabelKind.Command,
        ["sqlcmd"] = LabelKind.Command,
        ["sshpass"] = LabelKind.Command,
        ["curl"] = LabelKind.Command,
        ["bearer"] = LabelKind.Scheme,
        ["basic"] = LabelKind.Scheme,
        ["cookie"] = LabelKind.Cookie,
        ["cookies"] = LabelKind.Cookie,
        ["session"] = LabelKind.Session,
        ["sid"] = LabelKind.Session,
        ["sessionid"] = LabelKind.Session,
        ["phpsessid"] = LabelKind.Session,
        ["jsessionid"] = LabelKind.Session,
        ["login"] = LabelKind.Login,
        ["logins"] = LabelKind.Login,
        ["username"] = LabelKind.Login,
        ["p"] = LabelKind.None,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // Long enough to end any word: apiKey, clientSecret and accesstoken are one word each.
    private static readonly (string Word, LabelKind Kind)[] Endings =
    [
        ("password", LabelKind.Password), ("passwd", LabelKind.Password), ("passphrase", LabelKind.Password), ("passcode", LabelKind.Password), ("secret", LabelKind.Password), ("passwort", LabelKind.Password),
        ("securestring", LabelKind.Password), ("kennwort", LabelKind.Password), ("wachtwoord", LabelKind.Password), ("key", LabelKind.Key), ("schlüssel", LabelKind.Key), ("token", LabelKind.Token), ("credential", LabelKind.Token), ("credentials", LabelKind.Token), ("authorization", LabelKind.Authorization), ("authorisation", LabelKind.Authorization),
    ];

    private static readonly string[] Continuations = ["confirmation", "confirm", "value", "text", "again", "repeat", "hash", "old", "new", "1", "2"];

    // In these scripts no blank stands between words, and what follows a label is one of a few small words.
    private static readonly string[] Eastern = ["密码", "密碼", "口令", "パスワード", "비밀번호", "暗証番号"];
    private static readonly SearchValues<char> EasternVerbs = SearchValues.Create("是为為は는은이");

    /// <summary>The kind of a run of letters, and where the label ends.</summary>
    public static LabelKind Of(ReadOnlySpan<char> word)
    {
        if (Exact.TryGetValue(word, out var kind))
            return kind;
        var hump = LastHump(word);
        if (hump > 0 && Exact.TryGetValue(word[hump..], out kind) && kind is LabelKind.Pass or LabelKind.Pin or LabelKind.Password)
            return kind;
        foreach (var (ending, found) in Endings)
        {
            if (IsSame(word[^1], ending[^1]) && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return found;
        }
        foreach (var more in Continuations)
        {
            if (IsSame(word[^1], more[^1]) && word.Length > more.Length + 3 && word.EndsWith(more, StringComparison.OrdinalIgnoreCase))
                return Of(word[..^more.Length]);
        }
        return LabelKind.None;
    }

    /// <summary>True for a run of letters of scripts without blanks that ends in the word for a password.</summary>
    public static bool IsEastern(ReadOnlySpan<char> run)
    {
        foreach (var word in Eastern)
        {
            if (run.LastIndexOf(word, StringComparison.Ordinal) is var index and >= 0 && run[(index + word.Length)..] is var rest && rest.Length <= 1 && !rest.ContainsAnyExcept(EasternVerbs))
                return true;
        }
        return false;
    }

    /// <summary>The first letter of scripts that set no blanks between words.</summary>
    public const char FirstEastern = '\u2E80';

    public static bool IsEasternLetter(char character) => character >= FirstEastern;

    private static bool IsSame(char letter, char small) => letter == small || (letter | ' ') == small;

    private static int LastHump(ReadOnlySpan<char> word)
    {
        for (var index = word.Length - 1; index > 0; index--)
        {
            if (char.IsUpper(word[index]) && char.IsLower(word[index - 1]))
                return index;
        }
        return 0;
    }
}
