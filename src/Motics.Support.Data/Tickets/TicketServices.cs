using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Home;
using Motics.Support.Core.Triage;
using Motics.Support.Data.Escalations;

namespace Motics.Support.Data.Tickets;

/// <summary>Registers what tickets and escalations need.</summary>
internal static class TicketServices
{
    /// <summary>Adds stores, the reader of screenshots and the desks, as singletons.</summary>
    public static IServiceCollection AddTickets(this IServiceCollection services)
    {
        // The playbook that ships, unless the host brought another edition.
        services.TryAddSingleton(_ => PlaybookLoader.Embedded);
        return services
            .AddSingleton<ITicketStore, TicketStore>()
            .AddSingleton<IEscalationStore, EscalationStore>()
            .AddSingleton<IHomeStore, HomeStore>()
            .AddSingleton<IScreenshotReader, ScreenshotReader>()
            .AddSingleton<TicketDesk>()
            .AddSingleton<EscalationDesk>()
            .AddSingleton<HomeDesk>();
    }
}
