using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Events;

/// <summary>Reads the data of an event by its type, with the fields and the limits of the contract.</summary>
internal static class EventData
{
    public const int LongestName = 200;
    public const int LongestWave = 100;
    private const int LongestKey = 10_000;
    private const string AcceptedName = "a text of 1 to 200 characters";
    private const string AcceptedWave = "a text of at most 100 characters";

    /// <summary>The event; what is wrong with it is noted in <paramref name="data"/>, and then it must not be used.</summary>
    /// <param name="data">Null when there is none, which only a migration may have.</param>
    public static IntegrationEvent Read(EventType type, EventFields? data, string id, string source, string subject, DateTimeOffset time)
    {
        var read = new IntegrationEvent { Id = id, Source = source, OrganisationId = subject, Type = type, Time = time };
        if (data is null)
            return read;
        if (type is not EventType.OrganisationMigrated)
            read = read with { Ehr = type.MayLeaveEhrOut() ? data.Name<Ehr>("ehr") : data.RequiredName<Ehr>("ehr") };
        return type switch
        {
            EventType.OrganisationUpdated => Organisation(read, data),
            EventType.OrganisationMigrated => read with { Wave = data.Text("wave", AcceptedWave, LongestWave) },
            EventType.KeySaved => Key(read, data),
            EventType.Verified => read with { KeyFingerprint = data.Id("keyFingerprint") },
            EventType.PatientSearchCompleted => read with { ResultCount = data.RequiredNumber("resultCount", 0, int.MaxValue), LocationId = data.Id("locationId") },
            _ when type.IsFailing() => Failure(read, data),
            _ => read,
        };
    }

    private static IntegrationEvent Organisation(IntegrationEvent read, EventFields data) => read with
    {
        OrganisationName = data.RequiredText("name", AcceptedName, LongestName),
        NookalRegion = data.Name<NookalRegion>("nookalRegion"),
        NookalSite = EventPatterns.Site(data, "nookalSite"),
        ClinikoShard = EventPatterns.Shard(data, "clinikoShard"),
        TimeZone = EventPatterns.TimeZone(data, "timeZone"),
    };

    private static IntegrationEvent Key(IntegrationEvent read, EventFields data) => read with
    {
        KeyFingerprint = data.RequiredId("keyFingerprint"),
        KeyLength = data.Number("keyLength", 0, LongestKey),
        KeySuffix = EventPatterns.Suffix(data, "keySuffix"),
        KeyType = data.Name<KeyType>("keyType"),
        NookalRegion = data.Name<NookalRegion>("nookalRegion"),
        ActorRole = data.Name<MoticsRole>("actorRole"),
    };

    private static IntegrationEvent Failure(IntegrationEvent read, EventFields data) => read with
    {
        Operation = read.Type.OperationOf(read.Type == EventType.IntegrationFailed ? data.RequiredName<Operation>("operation") : data.Name<Operation>("operation")),
        Error = data.RequiredObject("error", "an object with message, and code, httpStatus, correlationId, nookalRegion, clinikoShard when known") is { } error
            ? EventError.Read(error)
            : null,
    };
}
