using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Motics.Support.Core;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Data.Incidents;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Simulator.Demo;

/// <summary>What scenes are played on: the ordinary desks and stores, with a clock that can be put back.</summary>
internal sealed class DemoStage
{
    private readonly ILogger log;

    public DemoStage(IServiceProvider services, ILogger log)
    {
        this.log = log;
        // The desks look at an organisation as it was at the moment of the scene, so their finder has the demo's clock as well.
        IOrganisationFinder finder = ActivatorUtilities.CreateInstance<OrganisationStore>(services, Clock);
        Tickets = ActivatorUtilities.CreateInstance<TicketDesk>(services, Clock, finder);
        Escalations = ActivatorUtilities.CreateInstance<EscalationDesk>(services, Clock, finder);
        Incidents = ActivatorUtilities.CreateInstance<IncidentStore>(services, Clock);
    }

    public DemoClock Clock { get; } = new();

    public TicketDesk Tickets { get; }

    public EscalationDesk Escalations { get; }

    public IncidentStore Incidents { get; }

    /// <summary>What was refused, in sentences. Empty unless the demo's script and the console's rules have drifted apart, or a broken-off filling was taken up again.</summary>
    public List<string> Refusals { get; } = [];

    /// <summary>What was done; default when it was refused, which is remembered: a demo that lacks one step is better than none.</summary>
    public async Task<T?> DoAsync<T>(string what, Task<Outcome<T>> work)
    {
        var outcome = await work;
        if (outcome.Done)
            return outcome.Value;
        Refusals.Add($"{what}: {outcome.Refusal}");
        log.LogWarning("Demo data: {What} was refused: {Refusal}", what, outcome.Refusal);
        return default;
    }
}
