namespace Motics.Support.Core.Masking.Secrets;

/// <summary>Ids of requests, which look like keys and are none: a trace of the W3C, and a GUID that the words before it call an id.</summary>
internal static class TraceId
{
    private const int Reach = 24;
    private const int Guid = 36;

    private static readonly string[] Words = ["correlation id", "request id", "trace id", "activity id", "correlation-id", "request-id", "trace-id", "correlationid", "requestid", "traceid", "activityid", "correlation_id", "request_id", "trace_id"];

    public static bool Is(string text, int start, int end)
    {
        var run = text.AsSpan(start, end - start);
        return IsTrace(run) || (run.Length == Guid && System.Guid.TryParseExact(run, "D", out _) && IsCalledSo(text, start));
    }

    // 00-<32 hexadecimal figures>-<16>-<2>.
    private static bool IsTrace(ReadOnlySpan<char> run) =>
        run.Length == 55 && run.StartsWith("00-", StringComparison.Ordinal) && run[35] == '-' && run[52] == '-' && IsHex(run[3..35]) && IsHex(run[36..52]) && IsHex(run[53..]);

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiHexDigitLower(character))
                return false;
        }
        return true;
    }

    private static bool IsCalledSo(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - Reach), Math.Min(Reach, start)).TrimEnd(" :=\"'(");
        foreach (var word in Words)
        {
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
