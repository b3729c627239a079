using Motics.Support.Core;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    /// <summary>Said wherever a key was typed or pasted: whoever pasted it, it is burnt.</summary>
    public const string KeyMasked = "That looked like an API key and was masked. The clinic must replace that key.";

    /// <summary>What followed a key entry: "Failed after 7 min", "Worked for 288 days", "Worked for 4 days, then failed", "Not tried yet".</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="replacedAt">When the next key was saved; null for the newest.</param>
    /// <param name="now">For a key still in use.</param>
    public static string OfOutcome(KeyEntry entry, DateTimeOffset? replacedAt, DateTimeOffset now)
    {
        if (entry.Outcome == KeyOutcome.Failed)
            return $"Failed after {Times.Span((entry.OutcomeAt ?? entry.SavedAt) - entry.SavedAt)}";
        if (entry.Outcome == KeyOutcome.NotTried)
            return replacedAt is null ? "Not tried yet" : "Never tried";
        if (entry.FailedLaterAt is not null)
            return WorkedFor(entry, entry.LastSuccessAt) is var worked && worked < TimeSpan.FromMinutes(1) ? "Worked once, then failed" : $"Worked for {Times.Span(worked)}, then failed";
        var until = replacedAt is null ? now : entry.LastSuccessAt ?? replacedAt;
        return replacedAt is null ? $"Working for {Times.Span(WorkedFor(entry, until))}" : $"Worked for {Times.Span(WorkedFor(entry, until))}";
    }

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
        if (failed && since.Skip(1).Any(entry => entry.Fingerprint == newest.Fingerprint))
            return "A key that had failed before was pasted again: it cannot help. A new key has to be made.";
        if (since.Count > 1 && since.All(entry => entry.Outcome == KeyOutcome.Failed))
            return $"{Capital(since.Count)} keys since the migration, {(since.Count == 2 ? "both" : "all")} failed: look for what they have in common before asking for another.";
        return null;
    }

    /// <summary>The keys saved since the migration, in a table's cell: "none", "2, both failed", "3, same key", "1, worked".</summary>
    public static string Of(KeySummary keys) => keys switch
    {
        { Saved: 0 } => "none",
        { Saved: > 1, Distinct: 1 } => $"{keys.Saved}, same key",
        { Saved: 2, Failed: 2 } => "2, both failed",
        { Saved: > 1 } when keys.Failed == keys.Saved => $"{keys.Saved}, all failed",
        { Newest: KeyOutcome.Worked } => $"{keys.Saved}, {(keys.Saved > 1 ? "newest " : null)}worked",
        { Newest: KeyOutcome.Failed } => $"{keys.Saved}, {(keys.Saved > 1 ? "newest " : null)}failed",
        _ => $"{keys.Saved}, not tried yet",
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

    /// <summary>How an entry's outcome is known, with absolute times.</summary>
    public static string WhyOutcome(KeyEntry entry) => entry.Outcome switch
    {
        KeyOutcome.Worked when entry.FailedLaterAt is { } later =>
            $"First worked {Times.Exact(entry.FirstSuccessAt ?? entry.SavedAt)}, failed as a key last {Times.Exact(later)}.",
        KeyOutcome.Worked => $"First worked {Times.Exact(entry.FirstSuccessAt ?? entry.OutcomeAt ?? entry.SavedAt)}, last {Times.Exact(entry.LastSuccessAt ?? entry.OutcomeAt ?? entry.SavedAt)}.",
        KeyOutcome.Failed when entry.OutcomeKind is { } kind => $"{Of(kind)}, {Times.Exact(entry.OutcomeAt ?? entry.SavedAt)}.",
        KeyOutcome.Failed => $"First attempt failed, {Times.Exact(entry.OutcomeAt ?? entry.SavedAt)}.",
        _ => "Nothing has succeeded or failed with it: a search that finds nobody tells nothing.",
    };

    private static bool HasFailed(KeyEntry entry) => entry.Outcome == KeyOutcome.Failed || entry.LastDecidingFailureAt is not null;

    private static TimeSpan WorkedFor(KeyEntry entry, DateTimeOffset? until) => (until ?? entry.SavedAt) - (entry.FirstSuccessAt ?? entry.SavedAt);

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
