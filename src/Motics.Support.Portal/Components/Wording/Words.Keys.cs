using Motics.Support.Core;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    /// <summary>Said wherever a key was typed or pasted: whoever pasted it, it is burnt.</summary>
    public const string KeyMasked = "That looked like an API key and was masked. The clinic must replace that key.";

    /// <summary>What the whole history says, as one sentence; null when it says nothing that the rows do not.</summary>
    /// <param name="newestFirst">As in <see cref="OrganisationDetail.KeyHistory"/>.</param>
    /// <param name="migratedAt">Null when not migrated.</param>
    public static string? Conclusion(IReadOnlyList<KeyEntry> newestFirst, DateTimeOffset? migratedAt)
    {
        var since = newestFirst.Where(entry => migratedAt is null || entry.SavedAt >= migratedAt).ToList();
        if (since.Count == 0)
            return migratedAt is null ? null : "No key has been saved since the migration.";
        var newest = since[0];
        var sameInARow = since.TakeWhile(entry => entry.Fingerprint == newest.Fingerprint).Count();
        var failed = since.Any(entry => entry.Fingerprint == newest.Fingerprint && HasFailed(entry));
        if (failed && sameInARow > 1)
            return $"{Ordinal(sameInARow)} entry, the same key each time: pasting it again cannot help. A new key has to be made.";
        if (migratedAt is { } migration && newestFirst.Skip(1).Any(entry => entry.Fingerprint == newest.Fingerprint && KeyStory.FailedForGood(entry, migration)))
            return "A key that had failed before was pasted again: it cannot help. A new key has to be made.";
        if (since.Count > 1 && since.All(entry => entry.Outcome == KeyOutcome.Failed))
            return $"{Capital(since.Count)} keys since the migration, {(since.Count == 2 ? "both" : "all")} failed: look for what they have in common before asking for another.";
        return null;
    }

    /// <summary>The keys saved since the migration, in a table's cell: "none", "2, both failed", "3, same key", "1, worked", "1, unproven".</summary>
    public static string Of(KeySummary keys) => keys switch
    {
        { Saved: 0 } => "none",
        { Saved: > 1, Distinct: 1 } => $"{keys.Saved}, same key",
        { Saved: 2, Failed: 2 } => "2, both failed",
        { Saved: > 1 } when keys.Failed == keys.Saved => $"{keys.Saved}, all failed",
        { Newest: KeyOutcome.Worked } => $"{keys.Saved}, {(keys.Saved > 1 ? "newest " : null)}worked",
        { Newest: KeyOutcome.Failed } => $"{keys.Saved}, {(keys.Saved > 1 ? "newest " : null)}failed",
        _ => $"{keys.Saved}, {(keys.Saved > 1 ? "newest " : null)}unproven",
    };

    /// <summary>What is shown of a fingerprint: enough to tell two keys apart.</summary>
    public static string Fingerprint(string fingerprint) => TextCut.Plain(fingerprint, 8);

    /// <summary>Beside a fingerprint: "same again", "seen before", "new"; nothing for the oldest.</summary>
    public static string? NewOrSame(KeyEntry entry, IReadOnlyList<KeyEntry> newestFirst, int index)
    {
        if (entry.Unchanged)
            return "same again";
        if (index == newestFirst.Count - 1)
            return null;
        return newestFirst.Skip(index + 1).Any(older => older.Fingerprint == entry.Fingerprint) ? "used before" : "new";
    }

    private static bool HasFailed(KeyEntry entry) => entry.Outcome == KeyOutcome.Failed || entry.LastDecidingFailureAt is not null;

    private static string Ordinal(int number) => number switch
    {
        2 => "Second",
        3 => "Third",
        4 => "Fourth",
        5 => "Fifth",
        _ => $"{number}th",
    };

    private static string Capital(int number) => number switch { 2 => "Two", 3 => "Three", 4 => "Four", 5 => "Five", _ => Number(number) };
}
