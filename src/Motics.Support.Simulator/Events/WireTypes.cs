using Motics.Support.Core.Events;

namespace Motics.Support.Simulator.Events;

/// <summary>
/// The contract's names of event types, written out here once more: the simulator stands for a program outside the portal,
/// and a name that changed there by accident must be refused, not followed.
/// </summary>
internal static class WireTypes
{
    public static string Name(EventType type) => "ai.motics." + type switch
    {
        EventType.OrganisationUpdated => "organisation.updated",
        EventType.OrganisationMigrated => "organisation.migrated",
        EventType.IntegrationEnabled => "integration.enabled",
        EventType.IntegrationDisabled => "integration.disabled",
        EventType.KeySaved => "integration.key-saved",
        EventType.Verified => "integration.verified",
        EventType.IntegrationFailed => "integration.failed",
        EventType.PatientSearchCompleted => "patient-search.completed",
        EventType.NotePushSucceeded => "note-push.succeeded",
        EventType.NotePushFailed => "note-push.failed",
        EventType.PatientSearchFailed => "patient-search.failed",
        EventType.ServerFailed => "server.failed",
        EventType.Copied => "usage.copied",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "The contract has no such type."),
    };
}
