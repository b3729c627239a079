namespace Motics.Support.Core.Organisations.Import;

/// <summary>Which column stands where.</summary>
internal sealed class OrganisationCsvHeader
{
    private readonly Dictionary<string, int> places;

    private OrganisationCsvHeader(Dictionary<string, int> places, int count) => (this.places, Count) = (places, count);

    /// <summary>How many cells a line must have.</summary>
    public int Count { get; }

    /// <summary>Reads the first line; refused with what is missing, unknown, twice, or when the file is separated by something else.</summary>
    public static Outcome<OrganisationCsvHeader> Read(string[] cells)
    {
        if (cells is [var only] && only.IndexOfAny([';', '\t', '|']) is >= 0 and var place)
        {
            var name = only[place] switch { ';' => "semicolons", '\t' => "tabs", _ => "vertical bars" };
            return Refusal.Field("header", $"The file is separated by {name}. Separate it by commas: {OrganisationCsv.Header}");
        }

        var told = cells.Count(cell => OrganisationCsvRejects.Columns.Contains(cell, StringComparer.OrdinalIgnoreCase));
        var unknown = cells.Count(cell => !OrganisationCsv.Columns.Contains(cell, StringComparer.OrdinalIgnoreCase)) - told;
        var missing = OrganisationCsv.Columns.Except(cells, StringComparer.OrdinalIgnoreCase).ToList();
        if (unknown + told == cells.Length)
        {
            return Refusal.Field("header", $"There is no header. The first line must be: {OrganisationCsv.Header}");
        }

        if (unknown > 0 || missing.Count > 0 || cells.Length - told != OrganisationCsv.Columns.Length)
        {
            var lack = missing.Count > 0 ? $" Missing: {string.Join(", ", missing)}." : "";
            return Refusal.Field("header", $"The first line must hold exactly these columns, in any order: {OrganisationCsv.Header}.{lack}");
        }

        return new OrganisationCsvHeader(OrganisationCsv.Columns.ToDictionary(
            column => column, column => Array.FindIndex(cells, cell => cell.Equals(column, StringComparison.OrdinalIgnoreCase)), StringComparer.Ordinal), cells.Length);
    }

    /// <summary>The cell of a column; null when it is empty.</summary>
    public string? Cell(string[] cells, string column) => cells[places[column]] is { Length: > 0 } text ? text : null;
}
