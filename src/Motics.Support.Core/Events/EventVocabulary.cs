namespace Motics.Support.Core.Events;

/// <summary>What Motics was doing when it succeeded or failed.</summary>
public enum Operation { PatientSearch, NotePush, Verify, Other }

/// <summary>The kind of Nookal key that was saved. Motics asks for one of the first two.</summary>
public enum KeyType { BasicKeyV3, SpaceApiKey, V2Key }

/// <summary>Role in a Motics organisation; the last two cannot manage integrations.</summary>
public enum MoticsRole { Owner, CoOwner, Admin, Member, Observer }

/// <summary>The types of events, in the order in which events of one time are taken (contract, "Events in").</summary>
public enum EventType
{
    OrganisationUpdated,
    OrganisationMigrated,
    IntegrationEnabled,
    IntegrationDisabled,
    KeySaved,
    Verified,
    IntegrationFailed,
    PatientSearchCompleted,
    NotePushSucceeded,
    NotePushFailed,
    PatientSearchFailed,
    ServerFailed,
    Copied,
}
