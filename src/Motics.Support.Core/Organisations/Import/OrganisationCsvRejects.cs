using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Motics.Support.Core.Organisations.Import;

/// <summary>
/// The lines of a file that were not taken, as a file of their own: as they were given, with the number of each line and what is wrong with it behind. Mended
/// there, it can be imported as it is.
/// </summary>
public static class OrganisationCsvRejects
{
    /// <summary>At most so many lines; the last says when there were more.</summary>
    public const int Most = 10_000;

    /// <summary>Stand behind the others and are passed over by an import.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["line", "problem"];

    /// <summary>In UTF-8 with a mark at its beginning, so that spreadsheets open it right.</summary>
    /// <param name="file">The file that was read.</param>
    /// <param name="rejected">Which of its lines, by their numbers.</param>
    public static byte[] Write(byte[] file, IReadOnlyList<RejectedLine> rejected)
    {
        var problems = rejected.Take(Most).ToDictionary(line => line.Line, line => string.Join(" ", line.Errors.Select(error => $"{error.Field}: {error.Message}")));
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = new CsvWriter(written, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }))
        {
            foreach (var (line, cells) in Lines(file))
            {
                if (line == 0 || problems.ContainsKey(line))
                {
                    Write(writer, [.. cells, .. line == 0 ? Columns : [line.ToString(CultureInfo.InvariantCulture), problems[line]]]);
                }
            }

            if (rejected.Count > Most)
            {
                Write(writer, [string.Create(CultureInfo.InvariantCulture, $"Cut: {rejected.Count - Most:#,0} more lines were not taken.")]);
            }
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(written.ToString())];
    }

    // Each with the number of the line it begins on; the header as 0.
    private static IEnumerable<(int Line, string[] Cells)> Lines(byte[] file)
    {
        using var reader = new StreamReader(new MemoryStream(file));
        using var csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, DetectDelimiter = false, IgnoreBlankLines = false, TrimOptions = TrimOptions.Trim });
        var isHeader = true;
        for (var line = 1; csv.Read(); line = csv.RawRow + 1)
        {
            if (csv.Record!.Any(cell => cell.Length > 0))
            {
                yield return (isHeader ? 0 : line, csv.Record!);
                isHeader = false;
            }
        }
    }

    private static void Write(CsvWriter writer, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            writer.WriteField(CsvCell.Safe(cell));
        }

        writer.NextRecord();
    }
}
