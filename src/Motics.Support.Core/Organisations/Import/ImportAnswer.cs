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
}
