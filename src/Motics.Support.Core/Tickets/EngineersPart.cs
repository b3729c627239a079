using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets.Changes;

namespace Motics.Support.Core.Tickets;

/// <summary>What part the engineers have in a ticket now.</summary>
internal enum EngineersPart
{
    /// <summary>None, or what they did is over: it failed again since.</summary>
    None,

    /// <summary>An escalation is open, with them or waiting for answers.</summary>
    HaveIt,

    /// <summary>They resolved it last, and nothing has failed since: the clinic is to try again.</summary>
    AreDone,
}

/// <summary>Finds it.</summary>
internal static class EngineersParts
{
    /// <param name="ticket">As it is, or as a change is making it.</param>
    /// <param name="file">Its escalations.</param>
    /// <param name="organisation">Its events say whether it failed again.</param>
    public static EngineersPart Of(Ticket ticket, TicketFile file, OrganisationDetail organisation) =>
        TicketStates.OpenEscalation(file) is not null ? EngineersPart.HaveIt
        : ticket is { ClinicTriesAgain: true, EngineersDoneAt: { } done } && !FailedSince(organisation, done) ? EngineersPart.AreDone
        : EngineersPart.None;

    private static bool FailedSince(OrganisationDetail organisation, DateTimeOffset done) =>
        organisation.Operations.Any(operation => operation.State == OperationStatus.Failing && operation.LastFailureAt > done);
}
