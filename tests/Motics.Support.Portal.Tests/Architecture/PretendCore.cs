using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Motics.Support.Portal.Tests.Architecture;

/// <summary>A copy of Core outside the tree, in which an EHR more is written, and what the compiler says of it.</summary>
internal sealed partial class PretendCore : IDisposable
{
    private const string Folder = "src/Motics.Support.Core";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("motics-pretend-");

    public PretendCore()
    {
        foreach (var file in new[] { "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig" })
            File.Copy(Path.Combine(Sources.Root, file), Path.Combine(_root.FullName, file));
        foreach (var (path, text) in Sources.Of(Folder, ""))
            Write(path, text);
        Change($"{Folder}/Organisations/Ehr.cs", "Semble, None }", "Semble, None, Pretend }");
    }

    /// <summary>The assembly, after <see cref="BuildAsync"/>.</summary>
    public string Built => Path.Combine(_root.FullName, "built", "Motics.Support.Core.dll");

    /// <summary>Puts words in the place of others, which must be there.</summary>
    public void Change(string path, string from, string to)
    {
        var text = File.ReadAllText(Path.Combine(_root.FullName, path));
        Assert.Contains(from, text, StringComparison.Ordinal);
        Write(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>What the compiler refuses: "Ehrs.cs: CS8509", each once; empty when it compiles.</summary>
    public async Task<IReadOnlyList<string>> BuildAsync(CancellationToken cancel)
    {
        var start = new ProcessStartInfo(
            "dotnet", ["build", Path.Combine(_root.FullName, Folder), "-v", "q", "-o", Path.GetDirectoryName(Built)!, "-nodeReuse:false", "-p:UseSharedCompilation=false"])
        { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        List<string> errors = [.. Error().Matches(output).Select(match => $"{match.Groups[1].Value}: {match.Groups[2].Value}").Distinct().Order(StringComparer.Ordinal)];
        Assert.True(process.ExitCode == 0 || errors.Count > 0, output);
        return errors;
    }

    public void Dispose() => _root.Delete(recursive: true);

    private void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(_root.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }

    [GeneratedRegex(@"([\w.]+)\(\d+,\d+\): error (\w+):")]
    private static partial Regex Error();
}
