using Motics.Support.Core.Escalations;

namespace Motics.Support.Portal.Components.Escalations;

/// <summary>Escalations of one error as a list shows them: the first in its place, the others under it.</summary>
/// <param name="First">The first of them in the list's order.</param>
/// <param name="Others">The others that were read so far; empty when there are none, or when it has no error.</param>
public sealed record EscalationTogether(EscalationItem First, IReadOnlyList<EscalationItem> Others)
{
    /// <summary>Gathers rows; each error stands where its first row stands.</summary>
    public static IReadOnlyList<EscalationTogether> Of(IReadOnlyList<EscalationItem> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return [.. rows.GroupBy(row => row.ErrorGroupId ?? $"none:{row.Number}", StringComparer.Ordinal).Select(same => new EscalationTogether(same.First(), [.. same.Skip(1)]))];
    }
}
