using Microsoft.AspNetCore.Components.Server.Circuits;
using Motics.Support.Core.Tickets;
using Motics.Support.Data.Access;

namespace Motics.Support.Portal.Live;

/// <summary>The visits of one circuit: they end with its pages, and pause while its browser is out of reach, long before the circuit itself is given up.</summary>
public sealed class CircuitPresence(PresenceStore store, LiveUpdates live, TimeProvider clock, ILogger<CircuitPresence> log) : CircuitHandler
{
    private readonly Lock gate = new();
    private readonly List<PresenceVisit> visits = [];

    /// <summary>Somebody opens the page of a ticket.</summary>
    /// <param name="ticket">Number of the ticket.</param>
    /// <param name="me">Who.</param>
    /// <param name="changed">Called with the other people who have it open whenever they are others, on a thread of the pool.</param>
    public PresenceVisit Begin(long ticket, Person me, Func<IReadOnlyList<Person>, Task> changed)
    {
        var visit = new PresenceVisit(store, live, clock, log, ticket, me, changed, End);
        lock (gate)
            visits.Add(visit);
        return visit;
    }

    /// <inheritdoc />
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => Task.WhenAll(Visits().Select(visit => visit.PauseAsync()));

    /// <inheritdoc />
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => Task.WhenAll(Visits().Select(visit => visit.SayAsync()));

    private List<PresenceVisit> Visits()
    {
        lock (gate)
            return [.. visits];
    }

    private void End(PresenceVisit visit)
    {
        lock (gate)
            visits.Remove(visit);
    }
}
