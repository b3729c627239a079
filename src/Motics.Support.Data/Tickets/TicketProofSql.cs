namespace Motics.Support.Data.Tickets;

/// <summary>
/// Whether the complaint of <c>ticket t</c> is answered by what <c>connection c</c> of <c>organisation o</c> has shown: what
/// <c>TicketComplaint.AnsweredBy</c> in Core says, for lists. A test compares the two.
/// </summary>
internal static class TicketProofSql
{
    // Since when trying again counts: the newest key, without one the migration.
    private const string From = "COALESCE(c.last_key_at, CASE WHEN o.migrated_at <= @now THEN o.migrated_at END, 0)";
    private const string Searched = $"(c.search_success_at > t.complaint_at AND c.search_success_at >= {From})";
    private const string Pushed = $"(c.push_success_at > t.complaint_at AND c.push_success_at >= {From})";
    private const string Verified = $"(c.verify_success_at > t.complaint_at AND c.verify_success_at >= {From})";
    private const string NewKey = "c.last_key_at > t.complaint_at";

    // One line for each proof: its bit in complaint_proofs is not set, or one of its successes has come. The first bit is that of no proof at all.
    /// <summary>Conditions, each beginning with AND.</summary>
    public const string Answered = $"""
         AND t.complaint_proofs > 1 AND (t.complaint_proofs & 257) = 0 AND (c.deciding_failure_at IS NULL OR c.deciding_failure_at < {From})
         AND ((t.complaint_proofs & 2) = 0 OR {Searched})
         AND ((t.complaint_proofs & 4) = 0 OR {Pushed})
         AND ((t.complaint_proofs & 8) = 0 OR {Searched} OR {Pushed})
         AND ((t.complaint_proofs & 16) = 0 OR {Verified})
         AND ((t.complaint_proofs & 32) = 0 OR {Searched} OR {Verified})
         AND ((t.complaint_proofs & 64) = 0 OR {Pushed} OR {Verified})
         AND ((t.complaint_proofs & 128) = 0 OR {Searched} OR {Pushed} OR {Verified})
         AND ((t.complaint_proofs & 65024) = 0 OR {NewKey})
         AND ((t.complaint_proofs & 512) = 0 OR {Searched})
         AND ((t.complaint_proofs & 1024) = 0 OR {Pushed})
         AND ((t.complaint_proofs & 2048) = 0 OR {Searched} OR {Pushed})
         AND ((t.complaint_proofs & 4096) = 0 OR {Verified})
         AND ((t.complaint_proofs & 8192) = 0 OR {Searched} OR {Verified})
         AND ((t.complaint_proofs & 16384) = 0 OR {Pushed} OR {Verified})
         AND ((t.complaint_proofs & 32768) = 0 OR {Searched} OR {Pushed} OR {Verified})
        """;
}
