using Motics.Support.Core.Audit;

namespace Motics.Support.Data.Audit;

internal sealed class AuditRow
{
    public const string Columns = "seq AS Seq, happened_at AS HappenedAt, actor AS Actor, action AS Action, target AS Target, outcome AS Outcome, detail AS Detail, previous_hash AS PreviousHash, hash AS Hash";

    public long Seq { get; init; }

    public long HappenedAt { get; init; }

    public string Actor { get; init; } = "";

    public string Action { get; init; } = "";

    public string Target { get; init; } = "";

    public string Outcome { get; init; } = "";

    public string? Detail { get; init; }

    public string PreviousHash { get; init; } = "";

    public string Hash { get; init; } = "";

    public AuditEntry Entry => new(UnixTime.Time(HappenedAt), Actor, Action, Target, Outcome, Detail);
}
