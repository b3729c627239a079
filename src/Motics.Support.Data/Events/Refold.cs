using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Data.Events.Rows;
using Motics.Support.Data.Events.Statements;

namespace Motics.Support.Data.Events;

/// <summary>
/// Makes of stored organisations what this program would have made of their events: operations, keys, place and state. What it needs is in the raw
/// events; where these were purged, in what is kept of them, and then nothing older is known than that.
/// </summary>
internal sealed class Refold(StatementSet statements, DateTimeOffset now)
{
    private const string SelectRuns = "SELECT c.organisation_id, c.ehr, c.run_start_stamp FROM connection c";

    private static readonly RowRead Runs = new(
        $"{SelectRuns} WHERE c.organisation_id = @id AND c.run_start_stamp IS NOT NULL",
        $"{SelectRuns} INNER JOIN @rows r ON r.id = c.organisation_id WHERE c.run_start_stamp IS NOT NULL");

    private static readonly RowWrite Done = new(
        $"""
        UPDATE organisation SET folding = {FoldingEdition.InSql} WHERE id = @id;
        UPDATE connection SET run_started_at = NULL, run_start_stamp = NULL WHERE organisation_id = @id AND run_start_stamp IS NOT NULL;
        """,
        $"""
        UPDATE o SET folding = {FoldingEdition.InSql} FROM organisation o INNER JOIN @rows r ON r.id = o.id;
        UPDATE c SET run_started_at = NULL, run_start_stamp = NULL FROM connection c INNER JOIN @rows r ON r.id = c.organisation_id WHERE c.run_start_stamp IS NOT NULL;
        """,
        RowRead.RowType,
        RowRead.Columns);

    private readonly OrganisationRows organisations = new(statements);
    private readonly ConnectionRows connections = new(statements);

    /// <summary>Folds organisations anew and writes what changed; gives back their summaries.</summary>
    /// <param name="stored">As they are stored, by id, with their connections.</param>
    public Dictionary<string, OrganisationSummary> Run(IReadOnlyDictionary<string, (OrganisationState State, OrganisationSummary Summary)> stored)
    {
        string[] ids = [.. stored.Keys];
        var attempts = PastAttempts.Of(statements, ids);
        var keys = KeyEntryRows.Of(statements, ids).ToLookup(key => key.OrganisationId, key => key.Entry, StringComparer.Ordinal);
        var runs = RunStarts(ids);
        var summaries = new Dictionary<string, OrganisationSummary>(StringComparer.Ordinal);
        foreach (var (id, (state, summary)) in stored)
        {
            var rows = new KeyEntryRows(statements, id);
            foreach (var connection in state.Connections.Values.Where(connection => summary.Edition < FoldingEdition.Operations || connection.IsBehind(state.Migration)))
                Fold(connection, state.Migration, new KeptAttempts(connection, attempts.GetValueOrDefault(id, []), runs.GetValueOrDefault((id, connection.Ehr))), [.. keys[id].Where(key => key.Ehr == connection.Ehr)], rows);
            summaries.Add(id, Save(state, summary, rows));
        }
        return summaries;
    }

    private static void Fold(ConnectionState connection, EventStamp? migration, KeptAttempts kept, List<KeyEntryState> keys, KeyEntryRows rows)
    {
        (connection.KeyRegion, connection.KeySuffix) = keys is [.., var newest] ? (newest.NookalRegion, newest.Suffix) : (null, null);
        connection.Operations = ConnectionOperations.Anew();
        var fold = new OperationsFold(connection.Ehr, connection.Operations, EventStamp.Later(connection.LastKey, migration));
        var all = kept.With(keys);
        foreach (var attempt in all)
        {
            if (attempt.Error is { } error)
                fold.Failed(attempt.Operation, error.Kind, attempt.Stamp, () => error);
            else
                fold.Succeeded(attempt.Operation, attempt.Stamp);
        }
        for (var index = 0; index < keys.Count; index++)
        {
            var (key, next) = (keys[index], index + 1 < keys.Count ? keys[index + 1].Stamp : (EventStamp?)null);
            rows.Keep(KeptKeys.Judge(key, all.Where(attempt => attempt.Stamp > key.Stamp && (next is not { } end || attempt.Stamp < end)), isNewest: next is null));
        }
    }

    private OrganisationSummary Save(OrganisationState state, OrganisationSummary stored, KeyEntryRows rows)
    {
        rows.Flush();
        statements.Send();
        foreach (var connection in state.Connections.Values)
        {
            connections.Save(state.Id, connection, null);
            connection.Saved();
        }
        state.Keys = rows.SinceMigration(state);
        var summary = OrganisationSummary.Of(state, stored, errorIsStored: true, placeIsStored: false) with { Edition = FoldingEdition.Current };
        organisations.SaveSummary(state.Id, summary, stored);
        statements.Add(NeedRows.Write, NeedRows.From(now), state.Id);
        statements.Add(Done, state.Id);
        return summary;
    }

    private Dictionary<(string Id, string Ehr), EventStamp> RunStarts(string[] ids)
    {
        var runs = new Dictionary<(string, string), EventStamp>();
        using var rows = statements.Read(Runs, ids);
        while (rows.Next())
            runs.Add((rows.Text(0)!, rows.Text(1)!), new EventStamp(rows.Text(2)!));
        return runs;
    }
}
