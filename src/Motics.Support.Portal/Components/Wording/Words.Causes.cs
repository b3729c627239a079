using Motics.Support.Core.Organisations;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    /// <summary>Why an organisation does not work, for a table's cell: its last error, or that a key is owed; null when it works or nothing tells.</summary>
    public static string? Cause(OrganisationRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Health switch
        {
            Health.NeedsKey or Health.Failing when Unmended(row) is { } error => Brief(error.Kind),
            Health.NeedsKey => row.MigratedAt is null ? "No key" : "No key since the move",
            Health.Unverified => "Key not tried yet",
            _ => null,
        };
    }

    // An error from before the last success or the move is not what keeps it from working now.
    private static RowError? Unmended(OrganisationRow row) =>
        row.LastError is { } error && !(error.At < row.LastSuccessAt) && (row.Health == Health.Failing || !(error.At < row.MigratedAt)) ? error : null;
}
