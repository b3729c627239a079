using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Motics.Support.Core.Organisations.Import;

/// <summary>One good line of an import. Null leaves what is known as it is. Texts are masked.</summary>
/// <param name="Line">Where the line begins in the file, from 1; the header is line 1.</param>
public sealed record OrganisationCsvLine(
    int Line, string Id, string? Name, Ehr? Ehr, NookalRegion? NookalRegion, string? NookalSite, string? ClinikoShard, DateTimeOffset? MigratedAt);

/// <summary>A line that is not taken, and everything that is wrong with it.</summary>
/// <param name="Line">Where the line begins in the file, from 1.</param>
/// <param name="Id">The id it gave, when that may be repeated.</param>
/// <param name="Errors">By column.</param>
public sealed record RejectedLine(int Line, string? Id, IReadOnlyList<FieldError> Errors);

/// <summary>What a file held.</summary>
public sealed record OrganisationCsvReading(IReadOnlyList<OrganisationCsvLine> Rows, IReadOnlyList<RejectedLine> Rejected);

/// <summary>
/// Reads organisations from CSV (contract, import): UTF-8, commas, a header with all columns in any order. Cells are text, whatever they look
/// like: nothing is ever calculated. Good lines are kept although others are bad.
/// </summary>
public static class OrganisationCsv
{
    /// <summary>Bytes of a file at most.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>The header.</summary>
    public const string Header = "id,name,ehr,nookalRegion,nookalSite,clinikoShard,migratedAt";

    internal static readonly string[] Columns = Header.Split(',');

    private const int LongestCell = 10_000;

    /// <summary>Reads a file. Refused as a whole (field <c>file</c> or <c>header</c>) when it is no such CSV at all.</summary>
    /// <param name="file">The bytes, read to their end.</param>
    /// <param name="now">The server's clock: a migration may be at most 10 minutes ahead of it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<Outcome<OrganisationCsvReading>> ReadAsync(Stream file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var bytes = new MemoryStream();
        if (!await CopyAsync(file, bytes, cancellationToken).ConfigureAwait(false))
        {
            return Refusal.Field("file", $"At most {MaxBytes / 1024 / 1024} MiB. Split the file.");
        }

        if (Kind(new(bytes.GetBuffer(), 0, (int)bytes.Length)) is { } other)
        {
            return Refusal.Field("file", other);
        }

        bytes.Position = 0;
        using var reader = new StreamReader(bytes, new UTF8Encoding(false, throwOnInvalidBytes: true));
        using var csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = null,
            DetectDelimiter = false,
            // Skipped here instead, or the numbers of lines would be wrong.
            IgnoreBlankLines = false,
            MaxFieldSize = LongestCell,
            TrimOptions = TrimOptions.Trim,
        });
        try
        {
            return Read(csv, now, cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            return Refusal.Field("file", "Must be UTF-8. In a spreadsheet choose \"CSV UTF-8\" when saving.");
        }
        catch (MaxFieldSizeException)
        {
            return Refusal.Field("file", $"Line {csv.RawRow}: a cell is longer than {LongestCell} characters. A quotation mark that is not closed makes one cell of all that follows.");
        }
    }

    private static Outcome<OrganisationCsvReading> Read(CsvParser csv, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!ReadHeader(csv))
        {
            return Refusal.Field("file", $"Is empty. The first line must be: {Header}");
        }

        var header = OrganisationCsvHeader.Read(csv.Record!);
        if (!header.Done)
        {
            return header.Refusal;
        }

        var lines = new OrganisationCsvLines(header.Value, now);
        for (var line = csv.RawRow + 1; csv.Read(); line = csv.RawRow + 1)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!IsBlank(csv.Record!))
            {
                lines.Add(line, csv.Record!);
            }
        }

        return new OrganisationCsvReading(lines.Rows, lines.Rejected);
    }

    private static bool ReadHeader(CsvParser csv)
    {
        while (csv.Read())
        {
            if (!IsBlank(csv.Record!))
            {
                return true;
            }
        }

        return false;
    }

    // What people give instead of a CSV, by how it begins; null for what may be one. Text in UTF-16 that says so at its beginning is read.
    private static string? Kind(ReadOnlySpan<byte> file) =>
        file.StartsWith("PK"u8) || file.StartsWith(new byte[] { 0xD0, 0xCF, 0x11, 0xE0 }) ? "Is a workbook of a spreadsheet and not CSV. In the spreadsheet choose \"CSV UTF-8\" when saving, and give that file."
        : file.StartsWith("%PDF"u8) ? "Is a PDF and not CSV."
        : file.Length > 1 && !file.StartsWith(new byte[] { 0xFF, 0xFE }) && !file.StartsWith(new byte[] { 0xFE, 0xFF }) && (file[0] == 0 || file[1] == 0)
            ? "Is UTF-16 and must be UTF-8. In a spreadsheet choose \"CSV UTF-8\" when saving."
        : null;

    // Spreadsheets leave lines of nothing but commas behind.
    private static bool IsBlank(string[] cells) => cells.All(cell => cell.Length == 0);

    private static async Task<bool> CopyAsync(Stream from, MemoryStream to, CancellationToken cancellationToken)
    {
        var buffer = new byte[81920];
        for (int read; (read = await from.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            to.Write(buffer, 0, read);
            if (to.Length > MaxBytes)
            {
                return false;
            }
        }

        return true;
    }
}
