using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Evidence;

/// <summary>What the key history shows.</summary>
internal static class KeyEvidence
{
    public static KnownFact? KeyReentered(Seen seen)
    {
        if (seen.MigratedAt is not { } migrated)
            return null;
        if (!seen.NewestKeyIsReentry)
            return Seen.Fact(false, migrated, $"No key saved since the migration on {Moment.Utc(migrated)}");
        var key = seen.NewestKey!;
        return seen.Organisation.Operations.Unmended().FirstOrDefault(unmended => unmended.Failures.Kind.IsKeyKind() && unmended.Failures.Last > key.FirstSuccessAt) is { Failures: var failures }
            ? Seen.Fact(false, failures.Last, Stopped(key, failures))
            : Seen.Fact(true, key.SavedAt, $"Key saved on {Moment.Utc(key.SavedAt)}, after the migration{(key.LastSuccessAt is { } worked ? $"; it worked last on {Moment.Utc(worked)}" : "")}");
    }

    /// <summary>The key in use was there before the complaint, and something has worked with it since the migration.</summary>
    public static bool HadWorked(Seen seen) =>
        !(seen.NewestKey?.SavedAt > seen.Complaint?.At)
        && seen.Organisation.Operations.Any(operation => operation.LastSuccessAt is { } at && !(at < seen.NewestKey?.SavedAt) && !(at < seen.MigratedAt));

    public static KnownFact? KeyUnchanged(Seen seen)
    {
        if (!seen.NewestKeyIsReentry)
            return null;
        var key = seen.NewestKey!;
        var same = seen.Organisation.KeyHistory.Skip(1).Where(entry => entry.Fingerprint == key.Fingerprint && KeyStory.FailedForGood(entry, seen.MigratedAt!.Value)).ToList();
        return same.Count == 0
            ? Seen.Fact(false, key.SavedAt, "The newest key is not one that failed since the migration")
            : Seen.Fact(true, key.SavedAt, $"The same key as saved on {Moment.Utc(same[0].SavedAt)}, which failed");
    }

    private static string Stopped(KeyEntry key, UnmendedFailures failures) => failures.Kind == ErrorKind.IntegrationDisabled
        ? $"The key saved on {Moment.Utc(key.SavedAt)} had worked until the integration was switched off; tried in vain on {Moment.Utc(failures.Last)}"
        : $"The key saved on {Moment.Utc(key.SavedAt)} had worked and then stopped; no key saved since it failed on {Moment.Utc(failures.Last)}";

    // Somebody could get at a key: it was saved after the clinic had said that nobody can.
    public static KnownFact? KeyAccess(Seen seen) => seen is { Complaint: { AboutKeyAccess: true } complaint, NewestKey: { } key } && key.SavedAt > complaint.At
        ? Seen.Fact(Kebab.Name(Facts.KeyAccess.HasKey), key.SavedAt, $"A key was saved on {Moment.Utc(key.SavedAt)}, after the clinic told of it")
        : null;

    public static KnownFact? NookalKeyType(Seen seen) => seen is { NewestKey: { KeyType: { } type } key }
        ? Seen.Fact(Kebab.Name(type), key.SavedAt, $"Type of the key saved on {Moment.Utc(key.SavedAt)}")
        : null;
}
