using Motics.Support.Core.Escalations;
using Motics.Support.Core.Organisations;

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
    public static EngineersPart Of(TicketFile file, OrganisationDetail organisation) => file.Escalations switch
    {
        [] => EngineersPart.None,
        var rows when rows.Any(row => row.Status != EscalationStatus.Resolved) => EngineersPart.HaveIt,
        [var newest, ..] when HasFailedSince(file.Ticket, organisation, newest.UpdatedAt) => EngineersPart.None,
        _ => EngineersPart.AreDone,
    };

    // By events, or because the clinic says so.
    private static bool HasFailedSince(Ticket ticket, OrganisationDetail organisation, DateTimeOffset at) =>
        organisation.LastError?.At > at && !(organisation.LastSuccessAt >= organisation.LastError.At)
        || organisation.Operations.Any(operation => operation.State == OperationStatus.Failing && operation.LastFailureAt > at)
        || ticket.Answers.Any(answer => answer.Value.At > at && Triage.ComplainingAnswers.Complains(answer.Key, answer.Value.Value));
}
