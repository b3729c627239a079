using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Migration;

/// <summary>Which migrated organisations to sum up. Every given condition must hold; within one, any of its values.</summary>
public sealed record MigrationQuery
{
    /// <summary>Own EHRs; empty for all.</summary>
    public IReadOnlyList<Ehr> Ehrs { get; init; } = [];

    /// <summary>Nookal regions and Cliniko shards by wire name (<c>au-nz</c>, <c>uk1</c>); empty for all.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Exactly this wave; null for all.</summary>
    public string? Wave { get; init; }

    /// <summary>Migrated at this time or later; null for no bound.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Migrated before this time; null for no bound. A day that was given as <c>to</c> is within, so this is its end.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>
    /// Reads the query string of the API and of the page (contract, <c>GET /api/v1/migration/summary</c>). Several EHRs and regions are separated by
    /// commas; <c>from</c> and <c>to</c> are days or times, both within. Refused with every parameter that is no good.
    /// </summary>
    public static Outcome<MigrationQuery> Read(string? ehr, string? region, string? wave, string? from, string? to) =>
        new MigrationQueryReader().Read(ehr, region, wave, from, to);
}
