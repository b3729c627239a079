using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Wording;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    /// <summary>Why an organisation does not work, for a table's cell: what fails longest, or that a key is owed; null when it works or nothing tells.</summary>
    public static string? Cause(OrganisationItem row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Health switch
        {
            Health.NeedsKey or Health.Failing when row.Failing is { } failing => Cause(failing),
            Health.NeedsKey => row.MigratedAt is null ? "No key" : "No key since the move",
            Health.Unverified => "Key not tried yet",
            _ => null,
        };
    }

    // Where search works and something else does not, that is the news.
    private static string Cause(RowFailing failing) =>
        failing is { Operations: 1, Operation: not Operation.PatientSearch and not Operation.Other } ? $"{Labels.Of(failing.Operation)}: {Lower(Brief(failing.Kind))}" : Brief(failing.Kind);
}
