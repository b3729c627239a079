using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Organisations;

/// <summary>What the organisation's page reads of <c>key_entry</c>.</summary>
internal sealed class KeyRow
{
    public long SavedAt { get; init; }
    public string Fingerprint { get; init; } = "";
    public int? Length { get; init; }
    public string? Suffix { get; init; }
    public string? KeyType { get; init; }
    public string? NookalRegion { get; init; }
    public string? ActorRole { get; init; }
    public string? Outcome { get; init; }
    public long? OutcomeAt { get; init; }
    public string? OutcomeKind { get; init; }
    public long? FirstSuccessAt { get; init; }
    public long? LastSuccessAt { get; init; }
    public long? LastKeyFailureAt { get; init; }
    public long? LastDecidingFailureAt { get; init; }

    /// <summary>Newest first; the row beyond <paramref name="most"/> only tells whether the last one shown is unchanged.</summary>
    public static IReadOnlyList<KeyEntry> History(IReadOnlyList<KeyRow> rows, int most) =>
        [.. rows.Take(most).Select((row, index) => row.ToEntry(index + 1 < rows.Count ? rows[index + 1] : null))];

    private KeyEntry ToEntry(KeyRow? before) => new()
    {
        SavedAt = UnixTime.Time(SavedAt),
        Fingerprint = Fingerprint,
        Length = Length,
        Suffix = Suffix,
        KeyType = Kebab.Parse<KeyType>(KeyType),
        NookalRegion = Kebab.Parse<NookalRegion>(NookalRegion),
        ActorRole = Kebab.Parse<MoticsRole>(ActorRole),
        Unchanged = before?.Fingerprint == Fingerprint,
        Outcome = Kebab.Parse<KeyOutcome>(Outcome) ?? KeyOutcome.NotTried,
        OutcomeAt = UnixTime.Time(OutcomeAt),
        OutcomeKind = Kebab.Parse<ErrorKind>(OutcomeKind),
        FirstSuccessAt = UnixTime.Time(FirstSuccessAt),
        LastSuccessAt = UnixTime.Time(LastSuccessAt),
        LastKeyFailureAt = UnixTime.Time(LastKeyFailureAt),
        LastDecidingFailureAt = UnixTime.Time(LastDecidingFailureAt),
    };
}
