using System.Text.RegularExpressions;

namespace Motics.Support.Portal.Tests.Architecture;

/// <summary>The pages that people read lead where they say.</summary>
public sealed partial class DocumentationTests
{
    private static readonly List<(string Path, string Text)> Pages =
        [.. Sources.Of("docs", ".md"), .. Sources.Of(".", ".md").Where(file => file.Path == "README.md")];

    [Fact]
    public void Links_Relative_LeadToAFileAndItsHeading()
    {
        var links = from page in Pages
                    from Match match in Link().Matches(Code().Replace(page.Text, ""))
                    let target = match.Groups[1].Value
                    where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
                    select (page.Path, Target: target);

        Assert.True(links.Count() > 20, "There are hardly any links: they are not found.");
        Assert.Empty(links.Where(link => !IsThere(link.Path, link.Target)).Select(link => $"{link.Path}: {link.Target}"));
    }

    [Fact]
    public void Guides_ThereIsOneForEachKindOfUser()
    {
        var readme = Pages.Single(page => page.Path == "README.md").Text;

        Assert.All(Directory.GetFiles(Path.Combine(Sources.Root, "docs/guides"), "*.md"), file => Assert.Contains($"docs/guides/{Path.GetFileName(file)}", readme, StringComparison.Ordinal));
    }

    private static bool IsThere(string page, string target)
    {
        var (file, heading) = target.Split('#') is [var path, var anchor] ? (path, anchor) : (target, null);
        var full = file.Length == 0 ? Path.Combine(Sources.Root, page) : Path.GetFullPath(Path.Combine(Sources.Root, Path.GetDirectoryName(page)!, file));
        return heading is null ? File.Exists(full) || Directory.Exists(full) : File.Exists(full) && Headings(File.ReadAllText(full)).Contains(heading);
    }

    // As the usual viewers of Markdown name them.
    private static IEnumerable<string> Headings(string text) =>
        Heading().Matches(text).Select(match => NotInAnchors().Replace(match.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"!?\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("^#{1,6} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchors();
}
