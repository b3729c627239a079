using Motics.Support.Data.Events.Statements;
using static Motics.Support.Data.Events.Statements.Columns;

namespace Motics.Support.Data.Events;

/// <summary>Notes whose reason is to be found anew: intake writes a row at most, and leaves the playbook to whoever reads.</summary>
internal static class ReasonDue
{
    private static readonly RowWrite Write = new(
        """
        INSERT INTO reason_due (due_at, organisation_id) VALUES (@due_at, @id)
        ON CONFLICT (organisation_id) DO UPDATE SET due_at = excluded.due_at WHERE due_at > excluded.due_at
        """,
        """
        UPDATE d SET due_at = r.due_at FROM reason_due d INNER JOIN @rows r ON r.id = d.organisation_id WHERE d.due_at > r.due_at;
        INSERT INTO reason_due (due_at, organisation_id)
        SELECT due_at, id FROM @rows r WHERE NOT EXISTS (SELECT 1 FROM reason_due d WHERE d.organisation_id = r.id);
        """,
        "reason_due_row",
        [Whole("@due_at"), Text("@id")]);

    /// <summary>From now on, unless it was due before.</summary>
    public static void Note(StatementSet statements, IReadOnlyList<string> ids, DateTimeOffset now)
    {
        foreach (var id in ids)
            statements.Add(Write, UnixTime.Of(now), id);
    }
}
