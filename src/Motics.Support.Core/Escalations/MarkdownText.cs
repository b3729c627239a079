using System.Globalization;
using System.Text;

namespace Motics.Support.Core.Escalations;

/// <summary>
/// Words that other people wrote, made safe for a line of Markdown: they cannot end the line, begin a heading, a table cell or a link,
/// call a person or hide their direction.
/// </summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]<>|~&@$";

    /// <summary>Names and short words as running text; never used at the beginning of a line.</summary>
    public static string Plain(string? text)
    {
        var line = OneLine(text);
        var builder = new StringBuilder(line.Length);
        for (var index = 0; index < line.Length; index++)
        {
            if (Special.Contains(line[index], StringComparison.Ordinal) || BeginsLink(line, index))
            {
                builder.Append('\\');
            }

            builder.Append(line[index]);
        }

        return builder.ToString();
    }

    /// <summary>Anything longer, letter for letter, as code: no mark of Markdown means anything in there.</summary>
    public static string Code(string? text)
    {
        var line = OneLine(text);
        if (line.Length == 0)
        {
            return "(empty)";
        }

        var fence = new string('`', LongestRun(line) + 1);
        var space = line[0] == '`' || line[^1] == '`' ? " " : "";
        return fence + space + line + space + fence;
    }

    // "http://…" and "www.…" become links by themselves in many places.
    private static bool BeginsLink(string line, int index) => line[index] switch
    {
        ':' => index + 1 < line.Length && line[index + 1] == '/',
        '.' => index >= 3 && line.AsSpan(index - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var letter in text)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    // Line ends become a mark, other control and direction characters go.
    private static string OneLine(string? text)
    {
        var builder = new StringBuilder();
        foreach (var letter in (text ?? "").ReplaceLineEndings("\n").Trim())
        {
            var category = char.GetUnicodeCategory(letter);
            if (letter == '\n')
            {
                builder.Append(" ⏎ ");
            }
            else if (letter == '\t')
            {
                builder.Append(' ');
            }
            else if (category is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                builder.Append(letter);
            }
        }

        return builder.ToString();
    }
}
