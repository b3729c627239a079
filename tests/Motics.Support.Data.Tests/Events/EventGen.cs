using CsCheck;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Tests.Events;

/// <summary>
/// Generates histories: few organisations, keys and moments, so that ties, repeated keys, late migrations and events without an EHR are common
/// rather than lucky.
/// </summary>
internal static class EventGen
{
    public static readonly DateTimeOffset Start = new(2026, 11, 18, 23, 59, 30, TimeSpan.Zero);

    private static readonly string[] Messages =
    [
        "Authentication failed", "Missing API key", "Service unavailable", "Request timed out", "Permission denied", "Patient 1042 not linked", "Patient 77 not linked", "Something odd",
        "Region mismatch", "Internal server error", "Too many requests", "Bad request",
    ];

    private static readonly EventType[] Types =
    [
        .. Enum.GetValues<EventType>(), EventType.KeySaved, EventType.KeySaved, EventType.IntegrationFailed, EventType.NotePushFailed, EventType.Verified,
        EventType.PatientSearchCompleted, EventType.PatientSearchCompleted,
    ];

    private static readonly Gen<Ehr?> AnyEhr = Gen.Frequency((6, Gen.Const((Ehr?)Ehr.Cliniko)), (3, Gen.Const((Ehr?)Ehr.Nookal)), (1, Gen.Const((Ehr?)Ehr.Semble)), (1, Gen.Const((Ehr?)Ehr.None)));

    /// <summary>One history, each event once, in no order.</summary>
    public static Gen<IntegrationEvent[]> History { get; } =
        Gen.Select(Gen.Int[0, Types.Length - 1], Gen.Int[0, 60], Gen.Int[0, 1], Gen.Int[0, 3], AnyEhr, Gen.Int[0, Messages.Length - 1], Gen.Int[0, 3], Gen.Int[0, 4])
            .Array[1, 45]
            .Select(rows => rows.Select((row, index) => Make(index, Types[row.Item1], row.Item2, row.Item3, row.Item4, row.Item5, row.Item6, row.Item7, row.Item8)).ToArray());

    /// <summary>A history with some events twice, shuffled and cut into batches.</summary>
    public static Gen<(IntegrationEvent[] History, IntegrationEvent[][] Batches)> Deliveries { get; } =
        Gen.Select(History, Gen.Int[0, int.MaxValue - 1]).Select((history, seed) => (history, Deliver(history, new Random(seed))));

    private static IntegrationEvent Make(int index, EventType type, int moment, int organisation, int fingerprint, Ehr? ehr, int message, int found, int spice)
    {
        var made = EventMaker.Event(type, Start.AddSeconds(moment), organisation == 0 ? "harbour" : "mill-lane", ehr, $"e{index:D3}") with
        {
            Source = spice == 0 ? "motics-os/other" : EventMaker.Source,
        };
        return type switch
        {
            EventType.OrganisationUpdated => made with
            {
                OrganisationName = $"Clinic {found}",
                Ehr = spice == 1 ? null : ehr,
                ClinikoShard = spice == 2 ? "uk1" : null,
                NookalRegion = spice == 3 ? NookalRegion.Eu : null,
                NookalSite = spice == 4 ? "app.nookal.com.au" : null,
            },
            EventType.OrganisationMigrated => made with { Wave = spice == 1 ? "wave 2" : null },
            EventType.KeySaved => made with { KeyFingerprint = $"print{fingerprint}", KeySuffix = spice switch { 4 => null, 3 => "", _ => "uk1" }, NookalRegion = found switch { 1 => NookalRegion.Us, 2 => NookalRegion.Eu, _ => null } },
            EventType.PatientSearchCompleted => made with { ResultCount = found == 3 ? 0 : found },
            _ when type.IsFailing() => made with
            {
                Error = EventMaker.Error(Messages[message]),
                Ehr = spice >= 3 && type.MayLeaveEhrOut() ? null : ehr,
                Operation = spice switch { 2 => Operation.Verify, 1 => Operation.PatientSearch, _ => made.Operation },
            },
            _ => made,
        };
    }

    private static IntegrationEvent[][] Deliver(IntegrationEvent[] history, Random random)
    {
        var deliveries = history.Concat(history.Where(_ => random.Next(4) == 0)).ToArray();
        random.Shuffle(deliveries);
        var batches = new List<IntegrationEvent[]>();
        for (var start = 0; start < deliveries.Length;)
        {
            var length = random.Next(1, 12);
            batches.Add(deliveries.Skip(start).Take(length).ToArray());
            start += length;
        }
        return [.. batches];
    }
}
