using static Motics.Support.Core.Tests.Masking.Corpora.Vocabulary;

namespace Motics.Support.Core.Tests.Masking.Corpora;

internal static class KeyCorpora
{
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Loose = Dice.Mixed + "_-";

    private static readonly string[] Names = ["api_key", "apiKey", "API key", "api-key", "ApiKey", "clinikoApiKey", "cliniko_api_key", "nookal-api-key", "X-Api-Key", "x-api-key", "secret_key", "accessKey", "clientKey", "Ocp-Apim-Subscription-Key"];

    public static readonly Corpus[] All =
    [
        new("key, Cliniko", dice => Put(dice, Cliniko(dice))),
        new("key, Nookal", dice => Put(dice, dice.Of(dice.Chars("0123456789abcdef", 32), Guid(dice), dice.Chars(Dice.Mixed, 43) + "="))),
        new("key, full-width", dice => DateCorpora.Wide(Cliniko(dice)) is var wide ? Put(dice, wide) : null!),
        new("key, hidden marks in it", dice => Cliniko(dice) is var key ? Put(dice, key.Insert(9, dice.Of("\u200B", "\u200D", "\uFEFF", "\u00AD", "\u2060", "\0")), key[10..30]) : null!),
        new("key, percent-encoded", dice => Percent(dice)),
        new("key, AKIA", dice => Put(dice, "AK" + "IA" + dice.Chars(Upper, 16))),
        new("key, AIza", dice => Put(dice, "AI" + "za" + dice.Chars(Loose, 35))),
        new("key, sk_live", dice => Put(dice, dice.Of("sk_" + "live_", "sk_" + "test_", "rk_" + "live_") + dice.Chars(Dice.Mixed, 24))),
        new("key, our own mst_", dice => Put(dice, "mst" + "_" + dice.Chars(Loose, 43))),
        new("key, other services", dice => Put(dice, dice.Of("gh" + "p_" + dice.Chars(Dice.Mixed, 36), "xo" + "xb-" + dice.Digits(11) + "-" + dice.Chars(Dice.Mixed, 24), "gl" + "pat-" + dice.Chars(Loose, 20), "SG" + "." + dice.Chars(Loose, 22) + "." + dice.Chars(Loose, 43), "sk-" + "proj-" + dice.Chars(Loose, 40), "npm" + "_" + dice.Chars(Dice.Mixed, 36)))),
        new("key, X-Api-Key of letters", dice => Named(dice, dice.Of("X-Api-Key: ", "X-API-KEY=", "x-api-key: ", "\"X-Api-Key\": \"", "'x-api-key' => '"), dice.Chars(dice.Of(Dice.Small, Dice.Small.ToUpperInvariant(), Dice.Small + Dice.Small.ToUpperInvariant()), dice.From(16, 40)))),
        new("key, short, by label", dice => Named(dice, Label(dice), dice.Chars(Dice.Small, 3) + dice.Digits(2) + dice.Chars(Dice.Mixed, dice.From(4, 12)))),
        new("key, by label, escaped", dice => EscapedLabel(dice)),
        new("token, bearer", dice => Named(dice, dice.Of("Authorization: Bearer ", "authorization=Bearer ", "\"Authorization\":\"Bearer ", "Bearer ", "-H 'Authorization: Token ", "Authorization: Basic "), dice.Chars(Dice.Mixed, dice.From(12, 40)) + "7")),
        new("cookie, short value", dice => Cookie(dice)),
        new("user and password in an address", dice => dice.Chars(Dice.Small + "0123456789", dice.From(5, 10)) + dice.Of("", "!", "7x") is var word ? new Sample($"{dice.Of(Before)}{dice.Of("https", "ftp", "postgres", "redis", "http")}://{dice.Of("sync", "admin", "jane", "")}:{word}@{dice.Of("localhost", "db.internal", "host.example:5432", "10.0.0.7")}/x{dice.Of(After)}", $":{word}@") : null!),
    ];

    private static string Cliniko(Dice dice) => "MS" + "0" + dice.Chars(Dice.Mixed, dice.From(40, 60)) + dice.Of("", "-au1", "-uk1", "-ca1", "-uk12");

    private static string Guid(Dice dice) => string.Join('-', new[] { 8, 4, 4, 4, 12 }.Select(length => dice.Chars("0123456789abcdef", length)));

    private static Sample Put(Dice dice, string key, string? telling = null)
    {
        var (open, close) = dice.Of(("", ""), ("\"", "\""), ("'", "'"), ("(", ")"), ("key=", ""), ("is ", ""), ("\n", "\n"), ("<", ">"), ("https://", ":@api.cliniko.com/v1"), ("[", "]"), ("{\"key\":\"", "\"}"), ("→ ", ""), ("`", "`"));
        return new Sample(dice.Of(Before) + open + key + close + dice.Of(After), key, telling ?? key);
    }

    private static string Label(Dice dice) => dice.Of(Names) + dice.Of("=", ": ", ":", " = ", "\": \"", "\":\"", " is ", " was ", " => ", " -> ", " → ", "\n", " (", " [", ":\n", " = '", "：");

    private static Sample Named(Dice dice, string label, string value)
    {
        var close = label[^1] switch { '"' => "\"", '\'' => "'", '(' => ")", '[' => "]", _ => "" };
        return new Sample(dice.Of(Before) + label + value + close + dice.Of(After), value);
    }

    private static Sample Percent(Dice dice)
    {
        var body = dice.Chars(Dice.Mixed + "+/", dice.From(40, 60));
        var key = (body.Insert(dice.From(5, 30), dice.Of("+", "/", "=")) + dice.Of("==", "=", "", "-au1")).Replace("-", "%2D", StringComparison.Ordinal);
        var shown = key.Replace("+", "%2B", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal).Replace("=", "%3D", StringComparison.Ordinal);
        var longest = shown.Split('%').MaxBy(piece => piece.Length)!;
        var label = dice.Of("?api_key=", "&key=", "%3Fkey%3D", "%22apiKey%22%3A%22", "https%3A%2F%2F", "");
        return new Sample(dice.Of(Before) + label + (dice.Once(4) ? shown.Replace("%", "%25", StringComparison.Ordinal) : shown) + dice.Of("", "%22", "&x=1", "%40api.cliniko.com"), longest.Length > 6 ? longest[2..] : shown);
    }

    private static Sample EscapedLabel(Dice dice)
    {
        var (name, value) = (dice.Of("apiKey", "api_key", "api-key", "clientSecret", "client_secret", "accessToken", "refresh-token", "userPassword"), dice.Chars(Dice.Small, 3) + dice.Digits(2) + dice.Chars(Dice.Mixed, 7));
        var json = $"{{\"{name}\":\"{value}\"}}";
        return new Sample(dice.Of(Before) + dice.Of(Uri.EscapeDataString(json), json.Replace("\"", "&quot;", StringComparison.Ordinal), json.Replace("\"", "\\\"", StringComparison.Ordinal), json.Replace("\"", "\\u0022", StringComparison.Ordinal),
            json.Replace("\"", "&#34;", StringComparison.Ordinal), Uri.EscapeDataString(Uri.EscapeDataString(json)), $"<{name}>{value}</{name}>", $"<add key=\"{name}\" value=\"{value}\" />", $"{{\"name\":\"{name}\",\"value\":\"{value}\"}}") + dice.Of(After), value);
    }

    private static Sample Cookie(Dice dice)
    {
        var (name, value) = (dice.Of("sid", "session", "s", "connect.sid", "PHPSESSID", "JSESSIONID", "auth", "u", "_motics", "ASP.NET_SessionId"), dice.Chars(dice.Of(Dice.Mixed, Dice.Small, "0123456789abcdef"), dice.From(4, 10)));
        return new Sample(dice.Of(Before) + dice.Of("Cookie: ", "cookie: ", "Set-Cookie: ", "\"Cookie\":\"", "\"cookie\": \"theme=dark; ", "Cookie: lang=en; ", "set-cookie: ", "-H 'Cookie: ", "cookies=", "Cookie ") + $"{name}={value}"
            + dice.Of("", "; Path=/; HttpOnly", "; theme=dark", "\"", ";"), $"={value}");
    }
}
