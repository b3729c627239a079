namespace Motics.Support.Core.Masking.Secrets;

/// <summary>Short options of commands that are given passwords: <c>mysql -p…</c>, <c>sqlcmd -P …</c>, <c>sshpass -p …</c>, <c>curl -u user:…</c>.</summary>
internal static class CommandLine
{
    private const int Farthest = 200;

    /// <summary>Reads on behind the command's name; returns where to go on.</summary>
    public static int After(string text, int start, int end, List<Secret> found)
    {
        var isCurl = text.AsSpan(start, end - start).Equals("curl", StringComparison.OrdinalIgnoreCase);
        var limit = Math.Min(text.Length, end + Farthest);
        for (var index = end; index + 2 < limit && text[index] is not ('\n' or '\r'); index++)
        {
            if (text[index] != ' ' || text[index + 1] != '-' || !(isCurl ? text[index + 2] == 'u' : text[index + 2] is 'p' or 'P'))
                continue;
            var from = index + 3;
            while (from < limit && text[from] == ' ')
                from++;
            if (isCurl)
                from = text.IndexOf(':', from, limit - from) is var colon and >= 0 ? colon + 1 : limit;
            if (from < limit && new SecretValue(text, new Separator(from, Bond.Colon, '\0')) is var value && value.IsPassword(true) && value.Value.ContainsAnyExceptInRange('0', '9'))
                return value.AddTo(found, Masks.Password);
        }
        return end;
    }
}
