namespace Motics.Support.Core;

/// <summary>A cell of a CSV file that people open in a spreadsheet.</summary>
public static class CsvCell
{
    private const string BeginsFormula = "=+-@\t\r";

    /// <summary>The text, with an apostrophe before what a spreadsheet would take for a formula and calculate.</summary>
    public static string Safe(string? text) => text is { Length: > 0 } && BeginsFormula.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text ?? "";
}
