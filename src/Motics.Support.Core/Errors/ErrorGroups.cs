using Motics.Support.Core.Events;

namespace Motics.Support.Core.Errors;

/// <summary>Which failures belong together: the same kind, EHR and operation, and messages that differ only in what varies.</summary>
public static class ErrorGroups
{
    /// <summary>The group of a failing event; null for any other.</summary>
    public static string? IdOf(IntegrationEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened.Error is { } error ? MessageNormaliser.GroupId(error.Kind, happened.Ehr, OperationOf(happened), error.NormalisedMessage) : null;
    }

    /// <summary>What Motics was doing: as the event says, else as its type implies.</summary>
    public static Operation OperationOf(IntegrationEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened.Type.OperationOf(happened.Operation);
    }
}
