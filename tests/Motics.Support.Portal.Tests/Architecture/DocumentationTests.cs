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

    /// <summary>Paths that are no file of the repository: types of content, and what the program makes.</summary>
    private static readonly string[] NoFiles = ["text/html", "data/", "data/motics-support.db", "launchSettings.json"];

    [Fact]
    public void Paths_InBackticks_LeadToAFile()
    {
        var there = Sources.Paths(".").ToHashSet(StringComparer.Ordinal);
        there.UnionWith(there.ToList().SelectMany(FoldersOf));
        var named = NamedIn(FilePath()).Where(one => !NoFiles.Contains(one.Name)).ToList();

        Assert.True(named.Count > 15, "There are hardly any paths: they are not found.");
        Assert.Empty(named.Where(one => !there.Any(path => EndsIn(path, one.Name.TrimEnd('/')))).Select(one => $"{one.Page}: {one.Name}"));
    }

    [Fact]
    public void Names_InBackticks_AreNamesOfTheSource()
    {
        var words = Sources.Of("src", ".cs", ".razor", ".json", ".yaml").Concat(Sources.Of("tests", ".cs")).SelectMany(file => Word().Matches(file.Text)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        var named = NamedIn(SourceName()).ToList();

        Assert.True(named.Count > 50, "There are hardly any names: they are not found.");
        Assert.Empty(named.Where(one => one.Name.Split('.').Any(part => !words.Contains(part))).Select(one => $"{one.Page}: {one.Name}"));
    }

    [Fact]
    public void Guides_ThereIsOneForEachKindOfUser()
    {
        var readme = Pages.Single(page => page.Path == "README.md").Text;

        Assert.All(Directory.GetFiles(Path.Combine(Sources.Root, "docs/guides"), "*.md"), file => Assert.Contains($"docs/guides/{Path.GetFileName(file)}", readme, StringComparison.Ordinal));
    }

    private static IEnumerable<(string Page, string Name)> NamedIn(Regex form) =>
        from page in Pages
        from Match match in InlineCode().Matches(page.Text)
        where form.IsMatch(match.Groups[1].Value)
        select (page.Path, match.Groups[1].Value);

    private static IEnumerable<string> FoldersOf(string path)
    {
        for (var folder = Path.GetDirectoryName(path); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }

    // "Core/Access" is said of "src/Motics.Support.Core/Access".
    private static bool EndsIn(string path, string name) =>
        path.EndsWith(name, StringComparison.Ordinal) && (path.Length == name.Length || path[^(name.Length + 1)] is '/' or '.');

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

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"^([\w.-]+/)+[\w.-]*$|^[\w.-]+\.(md|cs|razor|css|js|yaml|sql|sh|json|props|csproj|sln)$")]
    private static partial Regex FilePath();

    [GeneratedRegex(@"^[A-Z]\w*[a-z]\w*(\.[A-Z]\w+)*$")]
    private static partial Regex SourceName();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex("^#{1,6} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchors();
}
