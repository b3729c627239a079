using System.Collections.Frozen;
using Motics.Support.Core.Masking;

namespace Motics.Support.Core.Tickets.Changes;

/// <summary>
/// The link to a helpdesk conversation. It is shown to be clicked, so nothing but the web is let in, and nobody's user name and password. Of a known helpdesk the path stays, because its ids may look
/// like keys or phone numbers; whatever else could be a secret is masked, and that is all of the query but what says where in the helpdesk one is.
/// </summary>
internal static class ConversationLink
{
    public const int Length = 500;

    private const string Field = "externalUrl";
    private const string Hidden = "[token]";
    private const int LongestWord = 24;
    private const int LongestNumber = 9;

    /// <summary>Their hosts, and those below them.</summary>
    private static readonly string[] Helpdesks =
    [
        "intercom.com", "intercom.io", "zendesk.com", "freshdesk.com", "freshservice.com", "helpscout.net", "helpscout.com", "frontapp.com", "front.com", "hubspot.com", "gorgias.com", "kayako.com", "groovehq.com", "atlassian.net", "salesforce.com", "force.com", "zoho.com", "zoho.eu",
        "crisp.chat", "tawk.to", "drift.com", "teamwork.com", "happyfox.com", "service-now.com", "dixa.io", "kustomerapp.com", "reamaze.com", "gladly.com", "liveagent.com", "helpdesk.com",
    ];

    /// <summary>Parameters that say where in a helpdesk one is.</summary>
    private static readonly FrozenSet<string> Places = new[] { "view", "tab", "page", "sort", "filter", "folder", "status", "lang", "locale", "inbox", "team", "id", "ticket", "ticketid", "conversation", "conversationid", "case", "number", "thread", "part" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // What an id of a helpdesk may look like by chance.
    private static readonly Mask[] LikeIds = [Masks.KeyShape, Masks.Phone, Masks.Medicare, Masks.Nhs, Masks.Card];

    /// <summary>The link as it is kept; an empty text for none.</summary>
    public static Outcome<MaskedText> Check(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new MaskedText("", MaskedKinds.None);
        var link = text.Trim();
        if (link.Length > Length)
            return Refusal.Field(Field, $"Is longer than {Length} characters.");
        if (link.Any(char.IsControl) || link.Any(char.IsWhiteSpace) || !Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            return Refusal.Field(Field, "Must be a whole web address that begins with https:// or http://.");
        return uri.UserInfo.Length > 0 || link.IndexOf('@', StringComparison.Ordinal) is var at and > 0 && at < EndOfHost(link) || TextMask.Mask(uri.Host).Kinds != MaskedKinds.None
            ? Refusal.Field(Field, "Holds something that looks like a user name and a password. Use the address without it.")
            : Kept(link, uri);
    }

    private static MaskedText Kept(string link, Uri uri)
    {
        var (start, query, fragment) = (EndOfHost(link), link.IndexOf('?', StringComparison.Ordinal), link.IndexOf('#', StringComparison.Ordinal));
        if (fragment >= 0 && query > fragment)
            query = -1;
        var endOfQuery = fragment < 0 ? link.Length : fragment;
        var endOfPath = query < 0 ? endOfQuery : query;
        var (path, kinds) = Path(link[start..endOfPath], IsKnown(uri.Host));
        var asked = query < 0 ? "" : Pairs(link[query..endOfQuery], ref kinds);
        var last = fragment < 0 ? "" : Fragment(link[fragment..], ref kinds);
        var kept = link[..start] + path + asked + last;
        // Words in brackets may be longer than what they stand for: without the query it still leads there.
        return new MaskedText(kept.Length <= Length ? kept : link[..start] + (path.Length + start <= Length ? path : "/"), kinds);
    }

    private static int EndOfHost(string link)
    {
        var start = link.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = link.AsSpan(start).IndexOfAny("/?#\\");
        return end < 0 ? link.Length : start + end;
    }

    private static bool IsKnown(string host) => Helpdesks.Any(helpdesk => host.Equals(helpdesk, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + helpdesk, StringComparison.OrdinalIgnoreCase));

    private static (string Path, MaskedKinds Kinds) Path(string path, bool known)
    {
        var kinds = MaskedKinds.None;
        var pieces = path.Split('/').Select(piece =>
        {
            var applied = new List<Mask>();
            var masked = TextMask.Try(piece, applied.Add);
            if (applied.Count == 0 || (known && applied.All(LikeIds.Contains) && !KeyShape.IsClinikoKey(piece)))
                return piece;
            kinds |= masked.Kinds;
            return Written(masked.Text);
        });
        return (string.Join('/', pieces), kinds);
    }

    private static string Pairs(string query, ref MaskedKinds kinds)
    {
        var pairs = query[1..].Split('&');
        for (var index = 0; index < pairs.Length; index++)
        {
            var sign = pairs[index].IndexOf('=', StringComparison.Ordinal);
            var (name, value) = sign < 0 ? ("", pairs[index]) : (pairs[index][..sign], pairs[index][(sign + 1)..]);
            if (value.Length == 0 || (IsPlain(value) && (sign < 0 || Places.Contains(name))))
                continue;
            var masked = TextMask.Mask(value);
            kinds |= masked.Kinds == MaskedKinds.None ? MaskedKinds.Token : masked.Kinds;
            pairs[index] = (sign < 0 ? "" : Written(TextMask.Mask(name).Text) + "=") + (masked.Text.StartsWith('[') && masked.Text.EndsWith(']') ? Written(masked.Text) : Hidden);
        }
        return query[0] + string.Join('&', pairs);
    }

    private static string Fragment(string fragment, ref MaskedKinds kinds)
    {
        if (fragment.Contains('=', StringComparison.Ordinal))
            return Pairs(fragment, ref kinds);
        if (fragment[1..].Split('/').All(piece => piece.Length == 0 || IsPlain(piece)))
            return fragment;
        kinds |= TextMask.Mask(fragment).Kinds | MaskedKinds.Token;
        return "#" + Hidden;
    }

    // A word or a short number: where one is, nobody's secret.
    private static bool IsPlain(string value) =>
        value.Length <= LongestNumber && value.All(char.IsAsciiDigit) || value.Length <= LongestWord && value.All(character => char.IsAsciiLetterLower(character) || character is '-' or '_');

    private static string Written(string masked) => masked.Replace(" ", "%20", StringComparison.Ordinal);
}
