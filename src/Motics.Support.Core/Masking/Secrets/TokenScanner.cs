using System.Buffers;

namespace Motics.Support.Core.Masking.Secrets;

/// <summary>Finds keys and JSON web tokens by their shape alone, keys of other services by how they begin, and what stands before an <c>@</c> in an address.</summary>
internal static class TokenScanner
{
    private const int LongestUser = 300;

    // What services put before their keys, so that scanners find them; and how many letters and figures follow at least.
    private static readonly (string Prefix, int Body)[] Prefixes =
    [
        ("AKIA", 12), ("ASIA", 12), ("AROA", 12), ("AIDA", 12), ("ABIA", 12), ("ACCA", 12), ("AIza", 20), ("sk_live_", 8), ("sk_test_", 8), ("rk_live_", 8), ("rk_test_", 8), ("pk_live_", 8), ("pk_test_", 8), ("whsec_", 16),
        ("mst_", 16), ("ghp_", 16), ("gho_", 16), ("ghu_", 16), ("ghs_", 16), ("ghr_", 16), ("github_pat_", 16), ("glpat-", 16), ("xoxb-", 10), ("xoxp-", 10), ("xoxa-", 10), ("xoxr-", 10), ("xoxs-", 10), ("xapp-", 10),
        ("npm_", 16), ("pypi-", 16), ("dop_v1_", 16), ("shpat_", 16), ("shpss_", 16), ("shpca_", 16), ("sk-", 24), ("hf_", 16), ("ya29.", 16), ("SG.", 16), ("rzp_live_", 8), ("sq0csp-", 16), ("sq0atp-", 16), ("ATATT3", 16), ("PMAK-", 16),
        ("GOCSPX-", 16), ("NRAK-", 16), ("glsa_", 16), ("hvs.", 16), ("dp.pt.", 16), ("ntn_", 16), ("secret_", 24), ("lin_api_", 16), ("AGE-SECRET-KEY-1", 16), ("EAAA", 24), ("key-", 28), ("tk_live_", 8),
    ];

    private static readonly SearchValues<string> Begins = SearchValues.Create([.. Prefixes.Select(prefix => prefix.Prefix)], StringComparison.Ordinal);

    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+/=-");

    public static bool IsTokenCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '+' or '/' or '=' or '-';

    public static void Scan(string text, List<Secret> found)
    {
        for (var start = 0; start < text.Length;)
        {
            var next = text.AsSpan(start).IndexOfAny(Characters);
            if (next < 0)
                break;
            start += next;
            start = Take(text, start, End(text, start), found);
        }
        if (text.AsSpan().ContainsAny(Begins))
            ScanPrefixes(text, found);
    }

    private static int Take(string text, int start, int end, List<Secret> found)
    {
        var run = text.AsSpan(start, end - start);
        if (end < text.Length && text[end] == '.' && run.IndexOf("eyJ", StringComparison.Ordinal) is var jwt and >= 0 && run.Length - jwt >= 10)
        {
            end = EndOfJwt(text, end);
            found.Add(new Secret(start + jwt, end, Masks.WebToken));
        }
        else if (KeyShape.IsSecret(run) && !TraceId.Is(text, start, end))
        {
            found.Add(new Secret(start, end, Masks.KeyShape));
        }
        return end;
    }

    private static void ScanPrefixes(string text, List<Secret> found)
    {
        for (var start = 0; start < text.Length;)
        {
            var next = text.AsSpan(start).IndexOfAny(Begins);
            if (next < 0)
                return;
            start += next;
            start = start == 0 || !char.IsLetterOrDigit(text[start - 1]) ? AddPrefixed(text, start, found) : start + 1;
        }
    }

    private static int AddPrefixed(string text, int start, List<Secret> found)
    {
        foreach (var (prefix, least) in Prefixes)
        {
            if (string.CompareOrdinal(text, start, prefix, 0, prefix.Length) != 0)
                continue;
            var end = start + prefix.Length;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-' || (text[end] == '.' && prefix[^1] == '.' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]))))
                end++;
            // Words joined by signs are a name: "secret_of_the_clinic-and-others".
            if (end - start - prefix.Length >= least && text.AsSpan(start + prefix.Length, end - start - prefix.Length) is var body && (least < 16 || body.IndexOfAnyInRange('0', '9') >= 0 || body.IndexOfAnyInRange('A', 'Z') >= 0))
            {
                found.Add(new Secret(start, end, Masks.KeyPrefix));
                return end;
            }
        }
        return start + 1;
    }

    /// <summary>Finds the user and the password in <c>https://user:password@host</c>.</summary>
    public static void ScanAddresses(string text, List<Secret> found)
    {
        for (var start = text.IndexOf("://", StringComparison.Ordinal); start >= 0; start = text.IndexOf("://", start + 3, StringComparison.Ordinal))
        {
            var (from, colon, at) = (start + 3, -1, -1);
            for (var index = from; index < text.Length && index - from < LongestUser && !char.IsWhiteSpace(text[index]) && !"/\"<>".Contains(text[index], StringComparison.Ordinal); index++)
            {
                // A password may have these signs; behind a host or a port the query begins.
                if (text[index] is '?' or '#' && (colon < 0 || !text.AsSpan(colon + 1, index - colon - 1).ContainsAnyExceptInRange('0', '9')))
                    break;
                if (text[index] == ':' && colon < 0)
                    colon = index;
                if (text[index] == '@')
                    at = index;
            }
            if (at > from && colon >= 0 && colon < at - 1)
                found.Add(new Secret(from, at, Masks.AddressUser));
        }
    }

    private static int EndOfJwt(string text, int end)
    {
        while (end + 1 < text.Length && text[end] == '.' && IsTokenCharacter(text[end + 1]))
            end = End(text, end + 1);
        return end;
    }

    private static int End(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAnyExcept(Characters);
        return length < 0 ? text.Length : start + length;
    }
}
