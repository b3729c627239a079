using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Triage.Evidence;

/// <summary>What the key history shows.</summary>
internal static class KeyEvidence
{
    private const int EmptySearchesThatFail = 3;

    public static KnownFact? KeyReentered(Seen seen)
    {
        if (seen.MigratedAt is not { } migrated)
            return null;
        if (!seen.NewestKeyIsReentry)
            return Seen.Fact(false, migrated, $"No key saved since the migration on {Seen.Time(migrated)}");
        var key = seen.NewestKey!;
        return key.FirstSuccessAt is { } worked && key.LastKeyFailureAt is { } failed && failed > worked
            ? Seen.Fact(false, failed, $"The key saved on {Seen.Time(key.SavedAt)} had worked and then stopped; no key saved since it failed on {Seen.Time(failed)}")
            : Seen.Fact(true, key.SavedAt, $"Key saved on {Seen.Time(key.SavedAt)}, after the migration");
    }

    public static KnownFact? KeyUnchanged(Seen seen)
    {
        if (!seen.NewestKeyIsReentry)
            return null;
        var key = seen.NewestKey!;
        var same = seen.Organisation.KeyHistory.Skip(1).Where(entry => entry.Fingerprint == key.Fingerprint && FailedForGood(entry, seen.MigratedAt!.Value)).ToList();
        return same.Count == 0
            ? Seen.Fact(false, key.SavedAt, "The newest key is not one that failed since the migration")
            : Seen.Fact(true, key.SavedAt, $"The same key as saved on {Seen.Time(same[0].SavedAt)}, which failed");
    }

    public static KnownFact? RetriedAfterReentry(Seen seen)
    {
        // What an older key did before the migration says nothing about a key that was entered again.
        if (seen.NewestKey is not { } key || (seen.MigratedAt is not null && !seen.NewestKeyIsReentry))
            return null;
        if (key.LastDecidingFailureAt is { } failed && !(key.LastSuccessAt >= failed))
            return Seen.Fact("fails", failed, $"Failed on {Seen.Time(failed)}, after the newest key was saved");
        if (key.LastSuccessAt is { } worked)
            return Seen.Fact("works", worked, $"Worked on {Seen.Time(worked)}, after the newest key was saved");
        var empty = seen.Organisation.RecentSearches.Where(search => search.At >= key.SavedAt && search.ResultCount == 0).ToList();
        return empty.Count >= EmptySearchesThatFail
            ? Seen.Fact("fails", empty.Max(search => search.At), "Three searches or more found nobody since the newest key was saved, and nothing has worked")
            : Seen.Fact("not-tried", key.SavedAt, "Nothing has shown yet whether the newest key works");
    }

    public static KnownFact? NookalKeyType(Seen seen) => seen is { Organisation.Ehr: Ehr.Nookal, NewestKey: { KeyType: { } type } key }
        ? Seen.Fact(Kebab.Name(type), key.SavedAt, $"Type of the key saved on {Seen.Time(key.SavedAt)}")
        : null;

    // A key from before the migration that had worked was cut off by the migration itself: entering it once more is what the article asks for.
    private static bool FailedForGood(KeyEntry entry, DateTimeOffset migrated) =>
        entry.LastDecidingFailureAt >= migrated && (entry.SavedAt >= migrated || entry.FirstSuccessAt is null);
}
