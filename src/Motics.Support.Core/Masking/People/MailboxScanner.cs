namespace Motics.Support.Core.Masking.People;

/// <summary>
/// Finds <c>jane.doe at clinic.com</c> and <c>jane @ clinic.com</c>. Behind "at" a host alone is where something failed, unless a mailbox stands before it or the host is known to be one of mail.
/// </summary>
internal static class MailboxScanner
{
    private const int Longest = 64;

    private static readonly string[] MailHosts = ["gmail.", "googlemail.", "outlook.", "hotmail.", "live.", "yahoo.", "icloud.", "me.com", "bigpond.", "optusnet.", "xtra.co", "nhs.net", "btinternet.", "proton"];

    /// <param name="text">The folded text.</param>
    /// <param name="sign">" at " or " @ ".</param>
    /// <param name="found">Where addresses are added.</param>
    public static void Scan(string text, string sign, List<Secret> found)
    {
        for (var at = text.IndexOf(sign, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(sign, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var (start, end) = (at, at + sign.Length);
            while (start > 0 && at - start < Longest && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '+' or '-'))
                start--;
            while (end < text.Length && end - at < Longest * 2 && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-'))
                end++;
            while (text[end - 1] is '.' or '-')
                end--;
            if (end > at + sign.Length && !text.AsSpan(end).TrimStart('"').StartsWith("@") && IsAddress(text.AsSpan(start, at - start), text.AsSpan(at + sign.Length, end - at - sign.Length), sign))
                found.Add(new Secret(start, end, Masks.SpeltEmail));
        }
    }

    private static bool IsAddress(ReadOnlySpan<char> local, ReadOnlySpan<char> host, string sign)
    {
        if (local.IsEmpty || !char.IsLetterOrDigit(local[0]) || host.IndexOf('.') <= 0 || host[(host.LastIndexOf('.') + 1)..] is not { Length: >= 2 } top || top.ContainsAnyExceptInRange('a', 'z'))
            return false;
        // "v2.14 at api.nookal.com" is a version, "Motics.Ehr at app.motics.ai" a program.
        var isMailbox = local.ContainsAny("._+") && !local.ContainsAnyExcept(Boxes) && local[0] != '.';
        foreach (var known in MailHosts)
            isMailbox |= host.StartsWith(known, StringComparison.OrdinalIgnoreCase);
        return isMailbox || (sign == " @ " && !SpeltEmailScanner.IsNoName(local));
    }

    private static readonly System.Buffers.SearchValues<char> Boxes = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz._+-");
}
