using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Benchmarks;

/// <summary>A day as clinics make it: mostly searches and notes, some failures, a key now and then; in the order of time, the same every run.</summary>
internal static class Workload
{
    public const int BatchSize = 500;
    private const int Organisations = 1_000;
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private static readonly string[] Failures =
    [
        "Authentication failed", "401 Unauthorized: invalid client credentials", "Missing API key", "Request timed out after 30000 ms", "Service Unavailable",
        "Patient 10422 not found", "You do not have permission to create treatment notes", "No patients recognised",
    ];

    /// <summary>Batches of 500 events each.</summary>
    public static IReadOnlyList<IntegrationEvent[]> Batches(int events, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, events).Select(index => Make(index, seed, random)).Chunk(BatchSize)];
    }

    private static IntegrationEvent Make(int index, int seed, Random random)
    {
        var organisation = random.Next(Organisations);
        var what = random.Next(100);
        var made = new IntegrationEvent
        {
            Id = $"{seed:x4}-{index:x8}-{random.Next():x8}",
            Source = "motics-os/integrations",
            Type = what < 55 ? EventType.PatientSearchCompleted : what < 75 ? EventType.NotePushSucceeded : what < 88 ? EventType.IntegrationFailed : what < 93 ? EventType.Copied : what < 96 ? EventType.KeySaved : EventType.Verified,
            Time = Start.AddMilliseconds((index * 1_500L) + random.Next(1_000)),
            OrganisationId = $"clinic-{organisation:D5}",
            Ehr = organisation % 3 == 0 ? Ehr.Nookal : Ehr.Cliniko,
        };
        return made.Type switch
        {
            EventType.PatientSearchCompleted => made with { ResultCount = random.Next(4), LocationId = $"loc-{organisation % 7}" },
            EventType.KeySaved => made with { KeyFingerprint = $"{random.Next():x8}{random.Next():x8}", KeyLength = 62, KeySuffix = "uk1", ActorRole = MoticsRole.Admin },
            EventType.IntegrationFailed => made with { Operation = Operation.PatientSearch, Error = Error(Failures[random.Next(Failures.Length)], random) },
            _ => made,
        };
    }

    private static IntegrationError Error(string message, Random random) => new()
    {
        Message = message,
        CorrelationId = $"{random.Next():x8}-{random.Next(10_000):x4}",
        HttpStatus = 401,
        Kind = ErrorClassifier.Classify(null, null, message),
        NormalisedMessage = MessageNormaliser.Normalise(message),
    };
}
