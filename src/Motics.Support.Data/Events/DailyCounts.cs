using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Data.Events.Statements;
using static Motics.Support.Data.Events.Statements.Columns;

namespace Motics.Support.Data.Events;

/// <summary>Counts by organisation, EHR and day, gathered over a transaction and added at its end.</summary>
internal sealed class DailyCounts(StatementSet statements)
{
    private const long Day = 86_400_000;

    private static readonly RowWrite Upsert = new(
        """
        INSERT INTO daily_count (successes, failures, key_failures, searches, searches_empty, keys_saved, copies, organisation_id, ehr, day_at)
        VALUES (@successes, @failures, @key_failures, @searches, @searches_empty, @keys_saved, @copies, @organisation_id, @ehr, @day_at)
        ON CONFLICT (day_at, organisation_id, ehr) DO UPDATE SET successes = successes + excluded.successes, failures = failures + excluded.failures,
          key_failures = key_failures + excluded.key_failures, searches = searches + excluded.searches, searches_empty = searches_empty + excluded.searches_empty,
          keys_saved = keys_saved + excluded.keys_saved, copies = copies + excluded.copies
        """,
        """
        UPDATE d SET successes = d.successes + r.successes, failures = d.failures + r.failures, key_failures = d.key_failures + r.key_failures,
          searches = d.searches + r.searches, searches_empty = d.searches_empty + r.searches_empty, keys_saved = d.keys_saved + r.keys_saved, copies = d.copies + r.copies
        FROM daily_count d INNER JOIN @rows r ON r.day_at = d.day_at AND r.organisation_id = d.organisation_id AND r.ehr = d.ehr;
        INSERT INTO daily_count (successes, failures, key_failures, searches, searches_empty, keys_saved, copies, organisation_id, ehr, day_at)
        SELECT successes, failures, key_failures, searches, searches_empty, keys_saved, copies, organisation_id, ehr, day_at
        FROM @rows r WHERE NOT EXISTS (SELECT 1 FROM daily_count d WHERE d.day_at = r.day_at AND d.organisation_id = r.organisation_id AND d.ehr = r.ehr);
        """,
        "daily_count_row",
        [
            Whole("@successes"), Whole("@failures"), Whole("@key_failures"), Whole("@searches"), Whole("@searches_empty"), Whole("@keys_saved"), Whole("@copies"),
            Text("@organisation_id"), Text("@ehr"), Whole("@day_at"),
        ]);

    private readonly Dictionary<(string Organisation, string Ehr, long Day), Count> counts = [];

    /// <summary>Counts an event. Switches and what is told of the organisation itself are no counts.</summary>
    public void Add(PreparedEvent prepared)
    {
        var happened = prepared.Event;
        if (happened.Type is EventType.OrganisationUpdated or EventType.OrganisationMigrated or EventType.IntegrationEnabled or EventType.IntegrationDisabled)
            return;
        var key = (happened.OrganisationId, prepared.Ehr ?? "", prepared.At - (prepared.At % Day));
        if (!counts.TryGetValue(key, out var count))
            counts.Add(key, count = new Count());
        count.Add(happened);
    }

    /// <summary>Those that failed or copied notes out on this day or later.</summary>
    public IEnumerable<string> Needing(long fromDay) => counts.Where(each => each.Key.Day >= fromDay && each.Value.Failures + each.Value.Copies > 0).Select(each => each.Key.Organisation);

    /// <summary>Adds what was counted to what is stored.</summary>
    public void Save()
    {
        foreach (var (key, count) in counts)
        {
            statements.Add(
                Upsert,
                count.Successes, count.Failures, count.KeyFailures, count.Searches, count.SearchesEmpty, count.KeysSaved, count.Copies, key.Organisation, key.Ehr, key.Day);
        }
    }

    private sealed class Count
    {
        public int Successes { get; private set; }
        public int Failures { get; private set; }
        public int KeyFailures { get; private set; }
        public int Searches { get; private set; }
        public int SearchesEmpty { get; private set; }
        public int KeysSaved { get; private set; }
        public int Copies { get; private set; }

        public void Add(IntegrationEvent happened)
        {
            Successes += happened.IsSuccess ? 1 : 0;
            Failures += happened.IsFailure ? 1 : 0;
            KeyFailures += happened.Error is { } error && error.Kind.IsKeyKind() ? 1 : 0;
            Searches += happened.Type == EventType.PatientSearchCompleted ? 1 : 0;
            SearchesEmpty += happened is { Type: EventType.PatientSearchCompleted, ResultCount: 0 } ? 1 : 0;
            KeysSaved += happened.Type == EventType.KeySaved ? 1 : 0;
            Copies += happened.Type == EventType.Copied ? 1 : 0;
        }
    }
}
