using System.Data.Common;
using Motics.Support.Data.Events.Rows;
using Motics.Support.Data.Events.Statements;

namespace Motics.Support.Data.Events;

/// <summary>Stores and folds batches in one transaction.</summary>
internal sealed class EventAppender(Dialect dialect, string owner)
{
    private readonly KnownOrganisations known = new(dialect, owner);

    /// <summary>What became of each batch, in their order.</summary>
    public IReadOnlyList<AppendResult> Append(DbConnection connection, DbTransaction transaction, IReadOnlyList<PreparedEvent[]> batches, DateTimeOffset now)
    {
        using var statements = dialect.Statements(connection, transaction);
        known.Begin(statements);
        var rows = new EventRows(statements, UnixTime.Of(now));
        var (fresh, results) = (new List<PreparedEvent>(), new List<AppendResult>(batches.Count));
        foreach (var batch in batches)
            results.Add(Take(batch, rows, fresh));
        Fold(fresh, statements, transaction, now);
        foreach (var prepared in fresh)
            rows.Insert(prepared);
        statements.Send();
        return results;
    }

    /// <summary>What was appended last is durable. Without it, the next transaction reads everything anew.</summary>
    public void Committed() => known.Committed();

    private static AppendResult Take(PreparedEvent[] batch, EventRows rows, List<PreparedEvent> fresh)
    {
        var isNew = rows.TakeNew(batch);
        var duplicates = new List<int>();
        for (var index = 0; index < batch.Length; index++)
        {
            if (!isNew[index])
            {
                duplicates.Add(index);
                continue;
            }
            fresh.Add(batch[index]);
        }
        return new AppendResult(batch.Length - duplicates.Count, duplicates);
    }

    private void Fold(List<PreparedEvent> fresh, StatementSet statements, DbTransaction transaction, DateTimeOffset now)
    {
        var (folder, counts, groups) = (new OrganisationFolder(statements, known, now), new DailyCounts(statements), new ErrorGroupRows(statements));
        folder.Open(fresh);
        foreach (var prepared in fresh)
        {
            folder.Apply(prepared);
            counts.Add(prepared);
            groups.Add(prepared);
        }
        folder.Save();
        folder.Tell(transaction);
        counts.Save();
        NeedRows.Save(statements, [.. folder.NeedChanged, .. counts.Needing(NeedRows.From(now))], now);
        ReasonDue.Note(statements, folder.ReasonDue, now);
        groups.Save();
        groups.Tell(transaction);
    }
}
