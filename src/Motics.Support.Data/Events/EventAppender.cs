using System.Data.Common;
using static Motics.Support.Data.Events.Columns;

namespace Motics.Support.Data.Events;

/// <summary>Stores and folds batches in one transaction.</summary>
internal sealed class EventAppender(Dialect dialect, string owner)
{
    // Taking the row first makes the nodes of a server take turns; SQLite's writers are alone anyway.
    private const string TakeTurn = "UPDATE event_writer SET owner = @owner WHERE id = 1";

    private static readonly Parameter[] OfTurn = [Text("@owner")];

    /// <summary>What became of each batch, in their order.</summary>
    public IReadOnlyList<AppendResult> Append(DbConnection connection, DbTransaction transaction, IReadOnlyList<PreparedEvent[]> batches, DateTimeOffset now)
    {
        using var statements = new StatementSet(connection, transaction, dialect);
        if (dialect.ForUpdate.Length > 0)
            statements.Get(TakeTurn, OfTurn).Execute(owner);
        var rows = new EventRows(statements, UnixTime.Of(now));
        var (folder, counts, groups) = (new OrganisationFolder(statements), new DailyCounts(statements), new ErrorGroupRows(statements));
        var results = new List<AppendResult>(batches.Count);
        foreach (var batch in batches)
            results.Add(Append(batch, rows, folder, counts, groups));
        folder.Save();
        counts.Save();
        groups.Save();
        return results;
    }

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
