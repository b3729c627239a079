using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Tests.Events;

/// <summary>Makes events as the reader would.</summary>
internal static class EventMaker
{
    public const string Source = "motics-os/test";

    public static IntegrationEvent Event(EventType type, DateTimeOffset time, string organisation = "harbour", Ehr? ehr = Ehr.Cliniko, string? id = null) => new()
    {
        Id = id ?? $"{type}-{time:HHmmssfff}",
        Source = Source,
        Type = type,
        Time = time,
        OrganisationId = organisation,
        Ehr = type == EventType.OrganisationMigrated ? null : ehr,
        Operation = type.IsFailing() ? type.OperationOf(null) : null,
    };

    public static IntegrationEvent Failure(EventType type, DateTimeOffset time, string message, string organisation = "harbour", Ehr? ehr = Ehr.Cliniko, string? id = null) =>
        Event(type, time, organisation, ehr, id) with { Error = Error(message) };

    public static IntegrationEvent KeySaved(DateTimeOffset time, string fingerprint, string organisation = "harbour", Ehr? ehr = Ehr.Cliniko, string? id = null) =>
        Event(EventType.KeySaved, time, organisation, ehr, id) with { KeyFingerprint = fingerprint, KeyLength = 60, KeySuffix = "uk1", ActorRole = MoticsRole.Admin };

    public static IntegrationEvent Search(DateTimeOffset time, int found, string organisation = "harbour", Ehr? ehr = Ehr.Cliniko, string? id = null) =>
        Event(EventType.PatientSearchCompleted, time, organisation, ehr, id) with { ResultCount = found };

    public static IntegrationError Error(string message) => new()
    {
        Message = message,
        Kind = ErrorClassifier.Classify(null, null, message),
        NormalisedMessage = MessageNormaliser.Normalise(message),
    };
}
