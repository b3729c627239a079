using Motics.Support.Core.Triage.Reading;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Motics.Support.Core.Triage;

/// <summary>Reads and checks playbooks: everything that is wrong is told at once, with file and line.</summary>
public static class PlaybookLoader
{
    private const string EmbeddedName = "playbook.yaml";

    private static readonly Lazy<Playbook> Shipped = new(() =>
    {
        var reading = Read(EmbeddedText(), EmbeddedName);
        return reading.Playbook ?? throw new InvalidOperationException(string.Join(Environment.NewLine, reading.Mistakes));
    });

    /// <summary>The playbook that ships with the console.</summary>
    public static Playbook Embedded => Shipped.Value;

    /// <summary>The text of the playbook that ships with the console.</summary>
    public static string EmbeddedText()
    {
        using var stream = typeof(PlaybookLoader).Assembly.GetManifestResourceStream(EmbeddedName)
            ?? throw new InvalidOperationException($"{EmbeddedName} is not part of the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A playbook from a file; a file that cannot be read is a mistake on line 1.</summary>
    public static PlaybookReading ReadFile(string path)
    {
        try
        {
            return Read(File.ReadAllText(path), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new PlaybookReading(null, [new PlaybookMistake(path, 1, $"The file cannot be read: {exception.Message}")]);
        }
    }

    /// <summary>A playbook from its text.</summary>
    /// <param name="yaml">The whole of it.</param>
    /// <param name="file">What mistakes call it.</param>
    public static PlaybookReading Read(string yaml, string file)
    {
        var mistakes = new MistakeList(file);
        var playbook = Root(yaml, mistakes) is { } root ? new PlaybookReader(mistakes).Read(root) : null;
        return mistakes.None ? new PlaybookReading(playbook, []) : new PlaybookReading(null, mistakes.All);
    }

    private static YamlNode? Root(string yaml, MistakeList mistakes)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException exception)
        {
            mistakes.Add(exception.Start.Line, $"This is no proper YAML: {exception.Message}");
            return null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet gives up on some texts without a place; the last thing that could be read is next to it.
            mistakes.Add(LastReadable(yaml), "This is no proper YAML from about here.");
            return null;
        }

        if (stream.Documents.Count == 1)
            return stream.Documents[0].RootNode;
        mistakes.Add(1, "A playbook is one YAML document.");
        return null;
    }

    private static long LastReadable(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        try
        {
            while (parser.MoveNext())
            {
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or YamlException)
        {
            return parser.Current?.End.Line ?? 1;
        }
        return 1;
    }
}
