using Motics.Support.Core.Organisations;
using Motics.Support.Data.Events.Statements;
using static Motics.Support.Data.Events.Statements.Columns;

namespace Motics.Support.Data.Events;

/// <summary>
/// Counts the need of organisations anew from their days (contract, "Need"): only where a day that counts, the state or the EHR changed, and when a day falls out
/// of the window. 2, 5 to 10 are the states in which it counts (<c>MigrationStates.CanNeed</c>).
/// </summary>
internal static class NeedRows
{
    private const string Counted = "(SELECT COALESCE(SUM(d.failures + 2 * d.copies), 0) FROM daily_count d WHERE d.organisation_id =";

    /// <summary>One organisation, from the days that its first value begins.</summary>
    public static readonly RowWrite Write = new(
        $"""
        UPDATE organisation SET need = {Counted} organisation.id AND d.day_at >= @from_at AND (d.ehr = organisation.own_ehr OR d.ehr = '')
          AND organisation.migration_state IN (2, 5, 6, 7, 8, 9, 10))
        WHERE id = @id
        """,
        $"""
        UPDATE o SET need = {Counted} o.id AND d.day_at >= r.from_at AND (d.ehr = o.own_ehr OR d.ehr = N'')
          AND o.migration_state IN (2, 5, 6, 7, 8, 9, 10))
        FROM organisation o INNER JOIN @rows r ON r.id = o.id
        """,
        "organisation_need_row",
        [Whole("@from_at"), Text("@id")]);

    /// <summary>The first of the days that count: today in UTC and the six before. An event may be a few minutes ahead, so there is no last.</summary>
    public static long From(DateTimeOffset now) => UnixTime.Of(new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(1 - CopiedNotes.DaysCounted));

    /// <summary>Counts these anew, after everything else of their events was written.</summary>
    public static void Save(StatementSet statements, IReadOnlyList<string> ids, DateTimeOffset now)
    {
        if (ids.Count == 0)
            return;
        statements.Send();
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
            statements.Add(Write, From(now), id);
    }
}
