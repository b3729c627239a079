using Motics.Support.Core.Escalations;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Tickets.Home;

/// <summary>What the home page shows one person. Each part has the query that lists exactly the rows it counts.</summary>
public sealed record NeedsMe
{
    /// <summary>Open tickets of this person, most urgent first.</summary>
    public required TicketPart Mine { get; init; }

    /// <summary>Of those, the ones that want their agent again.</summary>
    public required TicketPart Woken { get; init; }

    /// <summary>Of those, the ones that wait for their clinic, oldest first.</summary>
    public required TicketPart Waiting { get; init; }

    /// <summary>Open and nobody's, oldest first; null for engineers.</summary>
    public TicketPart? Unassigned { get; init; }

    /// <summary>Escalations of this person's tickets that came back with questions.</summary>
    public required EscalationPart Returned { get; init; }

    /// <summary>Organisations that fail or need a key, have no open ticket and are in no outage, most in need first; null for engineers.</summary>
    public UnattendedPart? Unattended { get; init; }

    /// <summary>For who may reassign; else null.</summary>
    public TicketPart? Stuck { get; init; }

    /// <summary>For who works on escalations and leads nobody; else null.</summary>
    public EngineersNeeds? Engineer { get; init; }

    /// <summary>Submitted, for leads who may work on escalations; else null.</summary>
    public EscalationPart? Submitted { get; init; }

    /// <summary>Accepted, for leads who may work on escalations; else null.</summary>
    public EscalationPart? Accepted { get; init; }
}

/// <summary>Counted tickets and their first rows.</summary>
public sealed record TicketPart(int Count, IReadOnlyList<TicketItem> First, TicketQuery Query);

/// <summary>Counted escalations and their first rows.</summary>
public sealed record EscalationPart(int Count, IReadOnlyList<EscalationItem> First, EscalationQuery Query);

/// <summary>Counted organisations and the first of them, in the order of the list by need. The rows: <see cref="Query"/>.</summary>
/// <param name="InIncident">How many more there would be, but an incident that lasts now covers them: nobody has to reach out to those yet.</param>
public sealed record UnattendedPart(int Count, IReadOnlyList<UnattendedOrganisation> First, int InIncident = 0)
{
    /// <summary>The list of exactly these: they need a key or fail, have no open ticket, and no outage explains it.</summary>
    public static OrganisationQuery Query { get; } = new()
    {
        Healths = [Health.NeedsKey, Health.Failing],
        HasTicket = false,
        MigrationStates = [.. Enum.GetValues<MigrationState>().Where(state => state is MigrationState.NotMigrated || (MigrationStates.DoNotWork.Contains(state) && state is not MigrationState.Outage))],
        Sort = OrganisationSort.Need,
        Descending = true,
    };

    /// <summary>The list of those that <see cref="InIncident"/> counts.</summary>
    public static OrganisationQuery InOutage { get; } = Query with { MigrationStates = [MigrationState.Outage] };
}

/// <summary>An organisation that fails and that nobody looks after.</summary>
/// <param name="Place">Nookal region or Cliniko shard, by wire name; null when not known.</param>
/// <param name="Reason">Id of the playbook's rule that the events alone lead to; null while they lead to none.</param>
/// <param name="Failed">Failed attempts in the seven days of its need.</param>
/// <param name="Copied">Notes copied out in them.</param>
public sealed record UnattendedOrganisation(
    string Id, string? Name, Ehr? Ehr, string? Place, Health Health, string HealthReason, DateTimeOffset? HealthSince,
    MigrationState MigrationState = MigrationState.NotMigrated, string? Reason = null, int Failed = 0, int Copied = 0);
