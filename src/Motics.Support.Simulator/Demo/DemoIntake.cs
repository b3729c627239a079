using Motics.Support.Core.Access;
using Motics.Support.Core.Events;
using Motics.Support.Data.Events;
using Motics.Support.Simulator.Events;

namespace Motics.Support.Simulator.Demo;

/// <summary>Takes simulated events in by the same door as everybody's: as JSON through the reader, then into the store.</summary>
public sealed class DemoIntake(EventStore store, TimeProvider time)
{
    /// <summary>Events that are committed together: enough that a commit's cost does not show.</summary>
    private const int Together = 4_000;

    /// <summary>Stores what is new of these events and says how many were. An event that is refused is a fault of the simulator and thrown.</summary>
    public async Task<int> TakeAsync(IEnumerable<SimulatedEvent> events, CancellationToken cancellationToken)
    {
        var accepted = 0;
        foreach (var part in events.Chunk(Together))
        {
            var read = part.Chunk(EventReader.MaxEvents).SelectMany(Read).ToList();
            var outcome = await store.AppendAsync(read, Actor.System, cancellationToken);
            if (!outcome.Done)
                throw new InvalidOperationException($"Demo events were not stored: {outcome.Refusal}");
            accepted += outcome.Value.Accepted;
        }
        return accepted;
    }

    private IEnumerable<IntegrationEvent> Read(SimulatedEvent[] batch)
    {
        var request = EventReader.Read(SimulatedEvent.ToJson(batch), "application/cloudevents-batch+json", null, time.GetUtcNow());
        var refused = request.Events.FirstOrDefault(reading => reading.Event is null);
        if (request.Failure is not null || refused is not null)
            throw new InvalidOperationException($"The simulator made an event that the reader refuses: {request.Reason ?? refused!.Errors[0].Message}");
        return request.Events.Select(reading => reading.Event!);
    }
}
