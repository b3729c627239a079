using System.Globalization;
using Motics.Support.Core;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Simulator.Clinics;
using Motics.Support.Simulator.Events;

namespace Motics.Support.Simulator.Telling;

/// <summary>The events of one clinic while its story is told. Nothing is written after <see cref="Now"/>.</summary>
public sealed class Diary
{
    private readonly List<SimulatedEvent> events = [];
    private readonly string stem;

    /// <param name="clinic">Whose.</param>
    /// <param name="chance">Draws for this diary only.</param>
    /// <param name="almanac">The shared dates.</param>
    public Diary(Clinic clinic, Chance chance, Almanac almanac)
    {
        (Clinic, Chance, Almanac) = (clinic, chance, almanac);
        // Another seed or another now is another telling: its events must not pass for those of this one.
        stem = $"{clinic.Number.ToString(CultureInfo.InvariantCulture)}-{chance.Hex(10)}";
        Key = Key.New(clinic, chance);
        var wave = clinic.Story.NeedsTime ? chance.Between(1, 2) : chance.Between(1, Almanac.Waves);
        (Wave, Migration) = (wave, almanac.StartOfWave(wave) + chance.Between(TimeSpan.Zero, TimeSpan.FromHours(2)));
    }

    public Clinic Clinic { get; }

    public Chance Chance { get; }

    public Almanac Almanac { get; }

    public DateTimeOffset Now => Almanac.Now;

    /// <summary>When the clinic is migrated; of no meaning in stories that are not migrated yet.</summary>
    public DateTimeOffset Migration { get; }

    public int Wave { get; }

    /// <summary>The key that was saved last.</summary>
    public Key Key { get; private set; }

    /// <summary>In the order of writing, which is not always the order of time.</summary>
    public IReadOnlyList<SimulatedEvent> Events => events;

    /// <summary>The moment at this part of the way from the migration (0) to now (1).</summary>
    public DateTimeOffset Along(double part) => Migration + ((Now - Migration) * part);

    /// <summary>Writes an event about the clinic's own EHR.</summary>
    public void Write(EventType type, DateTimeOffset at, EventData? data = null) =>
        WriteAbout(type, at, (data ?? new EventData()) with { Ehr = Clinic.Ehr });

    /// <summary>Writes an event whose data says itself which EHR it is about, if any.</summary>
    public void WriteAbout(EventType type, DateTimeOffset at, EventData data)
    {
        var time = Moment.Kept(at < Now ? at : Now);
        events.Add(new SimulatedEvent($"{stem}-{events.Count.ToString(CultureInfo.InvariantCulture)}", type, time, Clinic.Id, data));
    }

    /// <summary>Somebody at the clinic saves a key.</summary>
    public void SaveKey(DateTimeOffset at, Key key)
    {
        Key = key;
        Write(EventType.KeySaved, at, new EventData
        {
            KeyFingerprint = key.Fingerprint,
            KeySuffix = key.Suffix,
            KeyType = key.Type,
            NookalRegion = key.Region,
            ActorRole = Chance.Pick([MoticsRole.Owner, MoticsRole.Owner, MoticsRole.CoOwner, MoticsRole.Admin]),
        });
    }

    public void Verified(DateTimeOffset at) => Write(EventType.Verified, at, new EventData { KeyFingerprint = Key.Fingerprint });

    public void Search(DateTimeOffset at, int found, string? location = null) =>
        Write(EventType.PatientSearchCompleted, at, new EventData { ResultCount = found, LocationId = location });

    /// <summary>Something that Motics was doing failed.</summary>
    public void Fail(DateTimeOffset at, Operation operation, ErrorData error) => Write(
        operation switch
        {
            Operation.PatientSearch => EventType.PatientSearchFailed,
            Operation.NotePush => EventType.NotePushFailed,
            Operation.Verify => EventType.IntegrationFailed,
            _ => error.HttpStatus >= 500 ? EventType.ServerFailed : EventType.IntegrationFailed,
        },
        at,
        new EventData { Operation = operation, Error = error });
}
