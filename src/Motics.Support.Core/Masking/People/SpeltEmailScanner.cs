using System.Text.RegularExpressions;

namespace Motics.Support.Core.Masking.People;

/// <summary>Finds e-mail addresses in words (<c>jane at clinic dot com</c>), and with blanks around their signs. Linear: the expressions do not go back.</summary>
internal static class SpeltEmailScanner
{
    // The dot may stay one where the sign is in brackets: a host alone is no address, "jane (at) clinic.com" is.
    private const string Local = @"[\p{L}\d][\p{L}\d._+-]*";
    private const string Name = @"[\p{L}\d][\p{L}\d-]*";
    private const string DotWord = @"(?:\s{0,3}[\[({<]\s?(?:dot|punkt|punto|point|punt|ponto|\.)\s?[\])}>]\s{0,3}|\s{1,3}(?:dot|punkt|punto|point|punt|ponto)\s{1,3}|\s\.\s)";
    private const string AtBracket = @"(?:\s{0,3}[\[({<]\s?(?:at|arroba|arobase|chiocciola|a)\s?[\])}>]\s{0,3}|[\[({<]@[\])}>])";
    private const string AtWord = @"(?:\s{1,3}(?:at|arroba|arobase|chiocciola|apenstaartje|klammeraffe)\s{1,3}|\s{0,2}@\s{0,2})";

    private static readonly Regex InBrackets = Linear(Local + AtBracket + Name + @"(?:(?:" + DotWord + @"|\.)[\p{L}\d-]{2,24}){1,4}");
    private static readonly Regex InWords = Linear(Local + AtWord + Name + "(?:" + DotWord + @"[\p{L}\d-]{2,24}){1,3}");

    // Said of places and of looking, not before somebody's host.
    private static readonly string[] NoNames = ["is", "was", "look", "looking", "see", "available", "visit", "found", "hosted", "arrived", "failed", "us", "them", "it", "page", "site", "server", "stopped", "running", "error", "line"];

    public static void Scan(string text, List<Secret> found)
    {
        foreach (var match in InBrackets.EnumerateMatches(text))
            found.Add(new Secret(match.Index, match.Index + match.Length, Masks.SpeltEmail));
        foreach (var match in InWords.EnumerateMatches(text))
        {
            if (text.AsSpan(match.Index, match.Length) is var words && !IsNoName(words[..Math.Max(0, words.IndexOf(' '))]))
                found.Add(new Secret(match.Index, match.Index + match.Length, Masks.SpeltEmail));
        }
    }

    private static Regex Linear(string expression) => new(expression, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>True for a word that is said before "at" of places, not of somebody's host.</summary>
    public static bool IsNoName(ReadOnlySpan<char> local)
    {
        foreach (var word in NoNames)
        {
            if (local.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

}
