using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;

namespace Motics.Support.Core.Organisations.Folding;

/// <summary>Which success shows that a failure is over (contract, "An operation of a connection fails").</summary>
public static class MendingRule
{
    /// <summary>
    /// True when a success of any operation mends it: the same key and site were at work, or the operation has no success of its own that
    /// clinics would wait for. Otherwise only a success of the same operation does. A saved key or a migration never mends anything.
    /// </summary>
    public static bool AnySuccessMends(Operation operation, ErrorKind kind) =>
        operation is Operation.Verify or Operation.Other
        || kind.IsKeyKind()
        || kind is ErrorKind.RegionMismatch or ErrorKind.Timeout or ErrorKind.RateLimited or ErrorKind.EhrUnavailable;
}
