using System.Collections.Frozen;
using Motics.Support.Core.Masking;

namespace Motics.Support.Core.Tickets.Changes;

/// <summary>
/// The link to a helpdesk conversation. It is shown to be clicked, so nothing but the web is let in; and links carry secrets, which
/// cannot be masked without breaking the link, so such a link is refused.
/// </summary>
internal static class ConversationLink
{
    public const int Length = 500;

    private const string Field = "externalUrl";
    private const MaskedKinds Secrets = MaskedKinds.Key | MaskedKinds.Token | MaskedKinds.Email;

    private static readonly FrozenSet<string> SecretNames = new[]
    {
        "token", "access_token", "id_token", "auth", "authorization", "key", "api_key", "apikey", "secret", "client_secret", "password", "pwd",
        "sig", "signature", "session", "sessionid", "code", "jwt",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The link, or null for none.</summary>
    public static Outcome<string?> Check(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return default(Outcome<string?>);
        }

        return text.Trim() is var link && Wrong(link) is { } message ? Refusal.Field(Field, message) : link;
    }

    private static string? Wrong(string link)
    {
        if (link.Length > Length)
        {
            return $"Is longer than {Length} characters.";
        }

        if (link.Any(char.IsControl) || link.Any(char.IsWhiteSpace) || !Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            return "Must be a whole web address that begins with https:// or http://.";
        }

        return uri.UserInfo.Length > 0 || HoldsSecret(uri) ? "Holds something that looks like a secret. Use the address without it." : null;
    }

    private static bool HoldsSecret(Uri uri) =>
        Parameters(uri.Query).Concat(Parameters(uri.Fragment)).Any(name => SecretNames.Contains(name))
        || (TextMask.Mask(Uri.UnescapeDataString(uri.AbsoluteUri)).Kinds & Secrets) != 0;

    private static IEnumerable<string> Parameters(string part) =>
        part.TrimStart('?', '#').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => pair.Contains('=', StringComparison.Ordinal))
            .Select(pair => Uri.UnescapeDataString(pair[..pair.IndexOf('=', StringComparison.Ordinal)]));
}
