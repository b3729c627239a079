using System.Collections.Frozen;

namespace Motics.Support.Core.Events;

/// <summary>The names that events' types have on the wire, and what follows from a type alone.</summary>
public static class EventTypes
{
    private const string Prefix = "ai.motics.";

    private static readonly FrozenDictionary<EventType, string> Names = new Dictionary<EventType, string>
    {
        [EventType.OrganisationUpdated] = Prefix + "organisation.updated",
        [EventType.OrganisationMigrated] = Prefix + "organisation.migrated",
        [EventType.IntegrationEnabled] = Prefix + "integration.enabled",
        [EventType.IntegrationDisabled] = Prefix + "integration.disabled",
        [EventType.KeySaved] = Prefix + "integration.key-saved",
        [EventType.Verified] = Prefix + "integration.verified",
        [EventType.IntegrationFailed] = Prefix + "integration.failed",
        [EventType.PatientSearchCompleted] = Prefix + "patient-search.completed",
        [EventType.NotePushSucceeded] = Prefix + "note-push.succeeded",
        [EventType.NotePushFailed] = Prefix + "note-push.failed",
        [EventType.PatientSearchFailed] = Prefix + "patient-search.failed",
        [EventType.ServerFailed] = Prefix + "server.failed",
        [EventType.Copied] = Prefix + "usage.copied",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, EventType> ByName = Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>All names, in the order in which events of one time are taken.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<EventType>().Select(type => Names[type])];

    /// <summary>The CloudEvents <c>type</c>.</summary>
    public static string Name(EventType type) => Names[type];

    /// <summary>The type with this name; null when there is none.</summary>
    public static EventType? Parse(string? name) => name is not null && ByName.TryGetValue(name, out var type) ? type : null;

    /// <summary>True for the types that carry an <c>error</c>.</summary>
    public static bool IsFailing(this EventType type) =>
        type is EventType.IntegrationFailed or EventType.NotePushFailed or EventType.PatientSearchFailed or EventType.ServerFailed;

    /// <summary>True where <c>ehr</c> may be left out: the event then counts for the organisation's own EHR.</summary>
    public static bool MayLeaveEhrOut(this EventType type) =>
        type is EventType.NotePushFailed or EventType.PatientSearchFailed or EventType.ServerFailed or EventType.OrganisationMigrated;

    /// <summary>What Motics was doing: as the event says, else as its type implies; <see cref="Operation.Other"/> where neither tells.</summary>
    /// <param name="type">Type of the event.</param>
    /// <param name="told">What a failing event says itself; null when it says nothing.</param>
    public static Operation OperationOf(this EventType type, Operation? told) => told ?? type.SucceededOperation() ?? type switch
    {
        EventType.NotePushFailed => Operation.NotePush,
        EventType.PatientSearchFailed => Operation.PatientSearch,
        _ => Operation.Other,
    };

    /// <summary>What succeeded by an event of this type; null for types that are no success. A search is one only when it found somebody.</summary>
    public static Operation? SucceededOperation(this EventType type) => type switch
    {
        EventType.Verified => Operation.Verify,
        EventType.PatientSearchCompleted => Operation.PatientSearch,
        EventType.NotePushSucceeded => Operation.NotePush,
        _ => null,
    };
}
