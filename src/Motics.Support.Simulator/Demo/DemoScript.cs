using Motics.Support.Core.Tickets;

namespace Motics.Support.Simulator.Demo;

/// <summary>Everything the help desk did while the stories were told, in the order of time.</summary>
internal static class DemoScript
{
    /// <summary>All scenes. None is later than the end of the stories.</summary>
    public static IReadOnlyList<DemoScene> Scenes(DemoCast cast, int clinicsOnDownShard, int clinicsOnSlowShard)
    {
        TicketScript[] tickets =
        [
            .. TicketsInWork.All(cast), .. TicketsAtRest.All(cast), .. TicketsWithEngineers.All(cast), .. TicketsThatEnded.All(cast),
        ];
        return [.. DemoIncidents.Scenes(cast, clinicsOnDownShard, clinicsOnSlowShard).Concat(tickets.SelectMany(ticket => ticket.Scenes)).OrderBy(scene => scene.At)];
    }

    /// <summary>What is asked for when a ticket is made; the conversation is one of a help desk that does not exist.</summary>
    internal static NewTicket Request(string subject, string reporter, int conversation, string? assignee, params (string Fact, string Value)[] facts) => new()
    {
        OrganisationId = "",
        Subject = subject,
        Reporter = reporter,
        ExternalUrl = $"https://helpdesk.example/conversations/{conversation}",
        AssigneeId = assignee,
        Facts = facts.ToDictionary(one => one.Fact, one => (string?)one.Value),
    };

    internal static TimeSpan Minutes(double count) => TimeSpan.FromMinutes(count);
}
