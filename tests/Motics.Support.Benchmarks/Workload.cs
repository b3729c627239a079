using Motics.Support.Core.Events;
using Motics.Support.Simulator;
using Motics.Support.Simulator.Events;

namespace Motics.Support.Benchmarks;

/// <summary>
/// What is posted: the simulator's stories of its clinics over some weeks, in the order of time, as they would come from Motics OS. The same every run.
/// </summary>
internal sealed class Workload
{
    public const int BatchSize = 500;
    private static readonly DateTimeOffset End = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private Workload(int clinics, IReadOnlyList<byte[]> bodies)
    {
        (Clinics, Bodies) = (clinics, bodies);
        Batches = [.. bodies.Select(body => EventReader.Read(body, ContentMode.Batch, null, End).Events.Select(reading => reading.Event!).ToArray())];
        Events = Batches.Sum(batch => batch.Length);
    }

    public int Clinics { get; }

    public int Events { get; }

    /// <summary>Batches as they are posted.</summary>
    public IReadOnlyList<byte[]> Bodies { get; }

    /// <summary>The same batches, read.</summary>
    public IReadOnlyList<IntegrationEvent[]> Batches { get; }

    /// <summary>The stories of this many clinics, cut off at a number of events.</summary>
    /// <param name="clinics">How many.</param>
    /// <param name="most">Events.</param>
    /// <param name="seed">Another tells of other clinics.</param>
    public static Workload Of(int clinics, int most, ulong seed = Rehearsal.OrdinarySeed)
    {
        var events = new Rehearsal(seed, End, clinics).Events().OrderBy(one => one.Time).ThenBy(one => one.Id, StringComparer.Ordinal).Take(most);
        return new Workload(clinics, [.. events.Chunk(BatchSize).Select(SimulatedEvent.ToJson)]);
    }
}
