using System.Security.Cryptography;
using System.Text;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Errors;

/// <summary>
/// Takes out of a message what differs from case to case, so that equal failures make one error group: URLs, ids, numbers, times and quoted values.
/// HTTP statuses stay, because they tell failures apart. Case does not matter: the result is lower case with a capital first letter.
/// </summary>
public static class MessageNormaliser
{
    /// <summary>Longer messages differ in their tails only by stack traces and bodies.</summary>
    public const int MaxLength = 300;

    /// <summary>Characters of a group's id.</summary>
    private const int IdLength = 20;

    private const int LongestQuotation = 200;

    /// <summary>What masking wrote, such as <c>[date of birth]</c>, stays.</summary>
    private const int LongestMask = 16;

    /// <summary>The normalised message; "No message" for an empty one.</summary>
    public static string Normalise(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var normal = new StringBuilder(Math.Min(message.Length, MaxLength));
        for (var start = 0; start < message.Length && normal.Length < MaxLength;)
            start = Add(normal, message, start);
        while (normal.Length > 0 && normal[^1] is ' ' or '.')
            normal.Length--;
        if (normal.Length == 0)
            return "No message";
        normal.Length = Math.Min(normal.Length, MaxLength);
        // Half a character is none. Nothing else changes here: the id of a group is the same for ever.
        if (char.IsHighSurrogate(normal[^1]))
            normal.Length--;
        normal[0] = char.ToUpperInvariant(normal[0]);
        return normal.ToString();
    }

    /// <summary>The id of the group that a failure belongs to: the same for the same kind, EHR, operation and normalised message, for ever.</summary>
    public static string GroupId(ErrorKind kind, Ehr? ehr, Operation operation, string normalisedMessage)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Kebab.Name(kind)}\n{Kebab.Name(ehr)}\n{Kebab.Name(operation)}\n{normalisedMessage}"), hash);
        return Convert.ToHexStringLower(hash)[..IdLength];
    }

    private static int Add(StringBuilder normal, string message, int start)
    {
        var character = message[start];
        if (char.IsWhiteSpace(character))
            return AddBlank(normal, start);
        if (character is '"' or '“' or '‘' or '`' or '\'' && QuotedEnd(message, start) is var quoted and > 0)
            return Replace(normal, "{value}", quoted);
        if (character == '[' && Within(message, ']', start, LongestMask) is var close and > 0)
            return Copy(normal, message, start, close + 1);
        var end = VaryingWord.End(message, start);
        if (end == start)
            return Copy(normal, message, start, start + 1);
        return VaryingWord.Name(message.AsSpan(start, end - start)) is { } name ? Replace(normal, name, end) : Copy(normal, message, start, end);
    }

    private static int AddBlank(StringBuilder normal, int start)
    {
        if (normal.Length > 0 && normal[^1] != ' ')
            normal.Append(' ');
        return start + 1;
    }

    private static int Replace(StringBuilder normal, string name, int end)
    {
        normal.Append(name);
        return end;
    }

    private static int Copy(StringBuilder normal, string message, int start, int end)
    {
        for (var index = start; index < end; index++)
            normal.Append(char.ToLowerInvariant(message[index]));
        return end;
    }

    // An apostrophe inside a word ("clinic's") opens no quotation.
    private static int QuotedEnd(string message, int start)
    {
        if (message[start] == '\'' && start > 0 && char.IsLetterOrDigit(message[start - 1]))
            return 0;
        var closing = message[start] switch { '“' => '”', '‘' => '’', var same => same };
        return Within(message, closing, start + 1, LongestQuotation) + 1;
    }

    // Looking no farther keeps the cost in line with the length, whatever the text.
    private static int Within(string message, char wanted, int start, int reach) =>
        start >= message.Length ? -1 : message.IndexOf(wanted, start, Math.Min(reach, message.Length - start));
}
