using System.Data.Common;

namespace Motics.Support.Data.Events;

/// <summary>Stores and folds batches in one transaction.</summary>
internal sealed class EventAppender(Dialect dialect, string owner)
{
    private readonly KnownOrganisations known = new(dialect, owner);

    /// <summary>What became of each batch, in their order.</summary>
    public IReadOnlyList<AppendResult> Append(DbConnection connection, DbTransaction transaction, IReadOnlyList<PreparedEvent[]> batches, DateTimeOffset now)
    {
        using var statements = new StatementSet(connection, transaction, dialect);
        known.Begin(statements);
        var rows = new EventRows(statements, UnixTime.Of(now));
        var (folder, counts, groups) = (new OrganisationFolder(statements, known), new DailyCounts(statements), new ErrorGroupRows(statements));
        var results = new List<AppendResult>(batches.Count);
        foreach (var batch in batches)
            results.Add(Append(batch, rows, folder, counts, groups));
        folder.Save();
        counts.Save();
        groups.Save();
        return results;
    }

    /// <summary>What was appended last is durable. Without it, the next transaction reads everything anew.</summary>
    public void Committed() => known.Committed();

    private static AppendResult Append(PreparedEvent[] batch, EventRows rows, OrganisationFolder folder, DailyCounts counts, ErrorGroupRows groups)
    {
        var duplicates = new List<int>();
        var touched = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < batch.Length; index++)
        {
            var prepared = batch[index];
            if (!rows.IsNew(prepared))
            {
                duplicates.Add(index);
                continue;
            }
            rows.Insert(prepared);
            folder.Apply(prepared);
            counts.Add(prepared);
            groups.Add(prepared);
            touched.Add(prepared.Event.OrganisationId);
        }
        return new AppendResult(batch.Length - duplicates.Count, duplicates, [.. touched]);
    }
}
