using Dapper;
using Motics.Support.Core.Paging;

namespace Motics.Support.Data.Organisations;

/// <summary>
/// By need, then blocked the longest (contract, "Need"): those with a need walk one index, those without another. What is in an outage has none whatever is kept, so the outages that last now
/// decide in which of both a row stands.
/// </summary>
internal sealed class NeedOrder : OrganisationOrder
{
    private static readonly Column Need = new("o.need", row => Text(row.NeedNow), IsNumber: true);
    private static readonly Column Blocked = new("o.blocked_at", row => Text(row.BlockedAt), IsNumber: true, IsNullable: true, IsAgainst: true);
    private static readonly Column IdAgainst = Id with { IsAgainst = true };

    private readonly bool mostFirst;
    private readonly OrganisationOrder without;

    public NeedOrder(bool descending)
        : base([Need, Blocked, IdAgainst], descending, FalloutSql.WithNeed)
    {
        mostFirst = descending;
        without = new Without(descending);
    }

    /// <inheritdoc />
    public override IReadOnlyList<string>? Walks(string?[] cursor, DynamicParameters values)
    {
        if (cursor.Length == 0)
            return Both(base.Walks([], values), without.Walks([], values));
        var isIn = cursor[0] != "0";
        var rest = isIn ? base.Walks(cursor, values) : without.Walks(cursor[1..], values);
        // What stands before the part that the cursor is in was read already.
        return isIn == mostFirst ? Both(isIn ? rest : base.Walks([], values), isIn ? without.Walks([], values) : rest) : rest;
    }

    private IReadOnlyList<string>? Both(IReadOnlyList<string>? with, IReadOnlyList<string>? none) =>
        with is null || none is null ? null : mostFirst ? [.. with, .. none] : [.. none, .. with];

    private sealed class Without(bool descending) : OrganisationOrder([Blocked, IdAgainst], descending, FalloutSql.WithoutNeed);
}
