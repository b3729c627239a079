using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Motics.Support.Data.Schema;

/// <summary>One forward step of the schema, as it is embedded in the program.</summary>
/// <param name="Name">File name without its folder; the order of names is the order of application.</param>
/// <param name="Sql">The text, with line feeds only, so that a checkout's line endings are no difference.</param>
public sealed record SchemaScript(string Name, string Sql)
{
    /// <summary>SHA-256 of the text, hexadecimal.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>All scripts of one engine, in order.</summary>
    public static IReadOnlyList<SchemaScript> Embedded(string engine)
    {
        var assembly = typeof(SchemaScript).Assembly;
        var folder = $"sql/{engine}/";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new SchemaScript(name[folder.Length..], Text(assembly, name)))];
    }

    private static string Text(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
