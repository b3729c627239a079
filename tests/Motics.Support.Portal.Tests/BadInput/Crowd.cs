using System.Text;
using System.Text.Json;

namespace Motics.Support.Portal.Tests.BadInput;

/// <summary>A crowd of bad input, the same in every run.</summary>
internal static class Crowd
{
    public const string Html = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    public const string Sql = "'; DROP TABLE ticket; --";

    private static readonly string[] Fields =
    [
        "organisationId", "subject", "reporter", "externalUrl", "assignee", "facts", "requestId", "text", "done", "status", "questions", "note",
        "override", "reason", "mendedBy", "mendedDetail", "remindAt", "confirmed",
    ];

    private static readonly object?[] Values =
    [
        null, 5, -1.5, true, Array.Empty<object>(), new { }, new object[] { 1, "x", new object?[] { null } }, "", " ", "x", Html, Sql,
        new string('a', 100_000), "\0\u0001\u001b[2J", "\u202etxet\ufeff", "1e999", "2026-02-30T00:00:00Z", "9999-12-31T23:59:59Z",
    ];

    // Every route gets every body that is no JSON, and every fourth of the others; together the routes get all of them twice.
    private const int Share = 4;

    /// <summary>Bodies that are no JSON, JSON of another shape, or JSON with one field that is no good.</summary>
    public static IEnumerable<byte[]> Bodies(int route) =>
        Broken().Concat(Shapes().Where((_, index) => (index + route) % Share == 0).Select(Encoding.UTF8.GetBytes));

    public static string?[] ContentTypes { get; } =
        [null, "", "///", "text/plain", "application/xml", "application/json; charset=utf-16", "application/json; charset=nonsense", "multipart/form-data", "text/csv; charset=latin1", "application/cloudevents+json; charset=\"", new('x', 5000)];

    /// <summary>Values for route and query parameters, ready for a URL.</summary>
    public static string[] UrlValues { get; } =
    [
        "", "abc", "-1", "0", "99999999999999999999", "9223372036854775807", "1.5", "%00", "%FF%FE", "%E2%80%AE", Uri.EscapeDataString(Html), Uri.EscapeDataString(Sql),
        "..%2F..%2Fetc%2Fpasswd", "a,b,,c", "%25", "_", "*", new('z', 3000),
    ];

    public static string?[] Versions { get; } = [null, "\"1\"", "*", "\"-1\"", "\"99999999999999999999\"", "W/\"1\"", "nonsense", "\"1\", \"2\""];

    private static IEnumerable<byte[]> Broken()
    {
        foreach (var text in new[] { "", " ", "{", "[", "nul", "{\"a\":}", "{\"a\":1,}", "{'a':1}", "NaN", "1e9999", "\"text\"", "[]", "null", "{}{}", "{\"subject\":\"\\ud800\"}", "{\"facts\":{\"errorText\":\"\\ud800\"}}", "{\"\\ud800\":1}" })
        {
            yield return Encoding.UTF8.GetBytes(text);
        }

        yield return [0xFF, 0xFE, 0x7B, 0x00];
        yield return [.. "{\"subject\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        yield return [0xEF, 0xBB, 0xBF, .. "{}"u8];
        yield return Encoding.UTF8.GetBytes(new string('[', 20_000));
        yield return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"facts\":", 5_000)));
        yield return new byte[2 * 1024 * 1024];
    }

    private static IEnumerable<string> Shapes()
    {
        foreach (var field in Fields)
        {
            foreach (var value in Values)
            {
                yield return JsonSerializer.Serialize(new Dictionary<string, object?> { [field] = value });
            }
        }

        foreach (var fact in new[] { "symptom", "errorText", "migrated", "repeatedFailures", "noSuchFact", Html, new string('f', 5000) })
        {
            foreach (var value in Values)
            {
                yield return JsonSerializer.Serialize(new { organisationId = "nobody-here", subject = "x", facts = new Dictionary<string, object?> { [fact] = value } });
            }
        }
    }
}
