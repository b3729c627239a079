using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Outreach;
using Motics.Support.Data.Access;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Errors;
using Motics.Support.Data.Events;
using Motics.Support.Data.Incidents;
using Motics.Support.Data.Live;
using Motics.Support.Data.Migration;
using Motics.Support.Data.Schema;
using Motics.Support.Data.Organisations;
using Motics.Support.Data.Outreach;
using Motics.Support.Data.Search;
using Motics.Support.Data.Tickets;

namespace Motics.Support.Data;

/// <summary>Registers the stores.</summary>
public static class DataServices
{
    /// <summary>Adds the database and every store, as singletons: none holds state of a request.</summary>
    public static IServiceCollection AddMoticsData(this IServiceCollection services, DatabaseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<Database>();
        services.AddSingleton<SchemaMigrator>();
        services.AddSingleton<Backup>();
        services.AddSingleton<FileCheck>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditStore>();
        services.AddSingleton<InstallationKeyStore>();
        services.AddSingleton<ChangeStore>();
        services.AddSingleton<EventStore>();
        services.AddTickets();
        services.AddSingleton<OrganisationStore>();
        services.AddSingleton<IOrganisationFinder>(provider => provider.GetRequiredService<OrganisationStore>());
        services.AddSingleton<OrganisationImport>();
        services.AddSingleton<IOutreachStore, OutreachStore>();
        services.AddSingleton<OutreachSteps>();
        services.AddSingleton<OutreachDesk>();
        services.AddSingleton<ErrorGroupStore>();
        services.AddSingleton<IErrorGroupStore, ErrorGroupStore>();
        services.AddSingleton<ErrorDesk>();
        services.AddSingleton<MigrationStore>();
        services.AddSingleton<SearchStore>();
        services.AddSingleton<AuditNaming>();
        services.AddSingleton<PresenceStore>();
        services.AddSingleton<TokenStore>();
        services.AddSingleton<DataProtectionKeyStore>();
        services.AddSingleton<DraftStore>();
        services.AddSingleton<LeaseStore>();
        services.AddSingleton<IncidentStore>();
        return services;
    }
}
