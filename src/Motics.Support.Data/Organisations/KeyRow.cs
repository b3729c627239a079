using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;

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
    public long? UndecidedAt { get; init; }
    public string? UndecidedKind { get; init; }

    /// <summary>Newest first.</summary>
    /// <param name="rows">Newest first; the row beyond <paramref name="most"/> only tells whether the last one shown is unchanged.</param>
    /// <param name="most">How many are shown.</param>
    /// <param name="lastSuccessAt">Of the connection: while no other key was saved after it, it is the newest key's (ConnectionState.NewestKeyEntry).</param>
    public static IReadOnlyList<KeyEntry> History(IReadOnlyList<KeyRow> rows, int most, long? lastSuccessAt) =>
        [.. rows.Take(most).Select((row, index) => row.ToEntry(
            index + 1 < rows.Count ? rows[index + 1] : null,
            index == 0 && lastSuccessAt >= row.SavedAt ? lastSuccessAt : row.LastSuccessAt))];

    private KeyEntry ToEntry(KeyRow? before, long? lastSuccessAt) => new()
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
        LastSuccessAt = UnixTime.Time(lastSuccessAt),
        LastKeyFailureAt = UnixTime.Time(LastKeyFailureAt),
        LastDecidingFailureAt = UnixTime.Time(LastDecidingFailureAt),
        FirstUndecided = UndecidedAt is { } undecided ? new UndecidedFailure(Kebab.Parse<ErrorKind>(UndecidedKind) ?? ErrorKind.Unknown, UnixTime.Time(undecided)) : null,
    };
}
