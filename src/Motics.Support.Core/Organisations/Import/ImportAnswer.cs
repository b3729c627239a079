using System.Text.Json.Serialization;

namespace Motics.Support.Core.Organisations.Import;

/// <summary>What became of an import, or what would become of it when it was a dry run.</summary>
/// <param name="Accepted">Lines that told something new.</param>
/// <param name="Duplicates">Lines that told nothing new.</param>
/// <param name="Rejected">Lines that were not taken.</param>
public sealed record ImportAnswer(int Accepted, int Duplicates, IReadOnlyList<RejectedLine> Rejected)
{
    /// <summary>Every line was bad.</summary>
    [JsonIgnore]
    public bool AllRejected => Accepted == 0 && Duplicates == 0 && Rejected.Count > 0;

    /// <summary>What became of each good line, in the order of the file; for people who look before they say yes.</summary>
    [JsonIgnore]
    public IReadOnlyList<ImportedOrganisation> Lines { get; init; } = [];
}

/// <summary>What a good line of an import tells.</summary>
public enum ImportNews
{
    /// <summary>An organisation that was not known.</summary>
    New,

    /// <summary>Something else than was known of it.</summary>
    Changed,

    /// <summary>Nothing new.</summary>
    Known,
}

/// <summary>A good line of an import.</summary>
/// <param name="Line">Where it begins in the file, from 1.</param>
/// <param name="Id">The organisation.</param>
/// <param name="Name">As the line tells it; masked. Null when it tells none.</param>
/// <param name="News">What it tells.</param>
public sealed record ImportedOrganisation(int Line, string Id, string? Name, ImportNews News);
