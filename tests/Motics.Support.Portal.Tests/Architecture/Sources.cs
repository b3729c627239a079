namespace Motics.Support.Portal.Tests.Architecture;

/// <summary>The source files of the repository.</summary>
internal static class Sources
{
    public static string Root { get; } = FindRoot();

    /// <summary>Path from the root with forward slashes, and the text; without what builds make.</summary>
    public static IEnumerable<(string Path, string Text)> Of(string folder, params string[] endings) =>
        from path in Paths(folder)
        where endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal))
        select (path, File.ReadAllText(Path.Combine(Root, path)));

    /// <summary>Every file below a folder, from the root with forward slashes; without what builds make.</summary>
    public static IEnumerable<string> Paths(string folder) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal) && !path.StartsWith(".git/", StringComparison.Ordinal)
        select path;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Motics.Support.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}
