using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Motics.Support.Core.Events;
using Motics.Support.Core.Wording;

namespace Motics.Support.Core.Organisations;

/// <summary>What a list of organisations shows, as a file that a spreadsheet opens right: UTF-8 with a mark at its beginning, nothing in it a formula.</summary>
public static class OrganisationCsvExport
{
    /// <summary>At most so many rows; the last line says when there were more.</summary>
    public const int Most = 100_000;

    private static readonly string[] Columns =
        ["id", "name", "ehr", "place", "state", "since", "migrationState", "migratedAt", "wave", "reason", "need", "openTickets", "ticket", "assignee", "healthReason"];

    /// <summary>The file.</summary>
    /// <param name="rows">In the order of the list, at most <see cref="Most"/>.</param>
    /// <param name="isCut">There are more.</param>
    public static byte[] Write(IEnumerable<OrganisationItem> rows, bool isCut)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(written, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }))
        {
            Line(csv, Columns);
            foreach (var row in rows)
                Line(csv, Cells(row));
            if (isCut)
                Line(csv, [string.Create(CultureInfo.InvariantCulture, $"Cut: the list has more than these {Most:#,0} rows.")]);
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(written.ToString())];
    }

    private static string?[] Cells(OrganisationItem row) =>
    [
        row.Id, row.Name, row.Ehr is { } ehr ? Labels.Of(ehr) : null, row.Place.Name, Labels.Of(row.Health), Time(row.HealthSince), Kebab.Name(row.MigrationState), Time(row.MigratedAt), row.Wave, row.Reason,
        Number(row.Need), Number(row.OpenTickets), row.Ticket is { } ticket ? Number(ticket.Number) : null, row.Ticket?.Assignee, row.HealthReason,
    ];

    private static void Line(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(CsvCell.Safe(cell));
        csv.NextRecord();
    }

    private static string? Time(DateTimeOffset? at) => at is { } known ? Rfc3339.Write(known) : null;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
