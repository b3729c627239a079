namespace Motics.Support.Data.Schema;

/// <summary>What a migration did.</summary>
/// <param name="Applied">Names of the scripts that were applied now, in order; empty when there was nothing to do.</param>
public sealed record SchemaRun(IReadOnlyList<string> Applied);

/// <summary>How the database stands to the program.</summary>
/// <param name="Applied">Names of scripts that were applied, in order.</param>
/// <param name="Pending">Names of scripts still to apply, in order.</param>
/// <param name="Drift">Sentences: scripts that were changed after they were applied, or that the program does not know (the database is newer).</param>
public sealed record SchemaStatus(IReadOnlyList<string> Applied, IReadOnlyList<string> Pending, IReadOnlyList<string> Drift)
{
    /// <summary>The program may use the database as it is.</summary>
    public bool IsCurrent => Pending.Count == 0 && Drift.Count == 0;

    internal static SchemaStatus Compare(IReadOnlyList<SchemaScript> scripts, IReadOnlyDictionary<string, string> journal)
    {
        var known = scripts.ToDictionary(script => script.Name, StringComparer.Ordinal);
        var drift = new List<string>();
        foreach (var (name, hash) in journal.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (!known.TryGetValue(name, out var script))
            {
                drift.Add($"Migration {name} was applied to the database, but this program does not know it: the database is newer than the program.");
            }
            else if (script.Hash != hash)
            {
                drift.Add($"Migration {name} was changed after it was applied. Put the file back as it was and make the change in a new migration.");
            }
        }

        return new SchemaStatus(
            [.. journal.Keys.Order(StringComparer.Ordinal)],
            [.. scripts.Where(script => !journal.ContainsKey(script.Name)).Select(script => script.Name)],
            drift);
    }
}
