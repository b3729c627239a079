using Motics.Support.Core.Escalations;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets.Changes;

namespace Motics.Support.Core.Tickets;

/// <summary>What part the engineers have in a ticket now.</summary>
internal enum EngineersPart
{
    /// <summary>None, or what they did is over: it failed again since.</summary>
    None,

    /// <summary>An escalation is open.</summary>
    HaveIt,

    /// <summary>An escalation is open, and they wait for answers.</summary>
    WaitForAnswers,

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
        TicketStates.OpenEscalation(file) is { } open ? open.Status == EscalationStatus.NeedsInfo ? EngineersPart.WaitForAnswers : EngineersPart.HaveIt
        : ticket.ClinicTriesAgain && !ticket.HasFailedSinceEngineers(organisation.Operations) ? EngineersPart.AreDone
        : EngineersPart.None;
}
