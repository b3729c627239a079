using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Import;
using Motics.Support.Core.Outreach;
using Motics.Support.Data.Access;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Errors;
using Motics.Support.Data.Escalations;
using Motics.Support.Data.Events;
using Motics.Support.Data.Incidents;
using Motics.Support.Data.Schema;
using Motics.Support.Data.Organisations;
using Motics.Support.Data.Outreach;
using Motics.Support.Data.Search;
using Motics.Support.Data.Tests.Tickets;
using Motics.Support.Data.Tickets;

namespace Motics.Support.Data.Tests.SqlServer;

/// <summary>Calls that end a statement with a piece of the dialect, and those that are made on the way.</summary>
internal static class SingleCalls
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeProvider Clock = TimeProvider.System;

    public static IEnumerable<(string Name, Func<Database, Task> Call)> Of() =>
    [
        ("AuditStore.VerifyAsync", database => new AuditStore(database).VerifyAsync(None)),
        ("AuditCheckpoints.MakeAsync", database => new AuditCheckpoints(database, new InstallationKeyStore(database, Clock), Clock, [1]).MakeAsync(None)),
        ("AuditNaming.ReadAsync", database => new AuditNaming(database).ReadAsync(
            new[] { "organisation:a", "ticket:1", "escalation:1", "error:g" }.Select(target => new AuditLine(1, new AuditEntry(default, "a", "b", target, "done", null), "")), None)),
        ("PresenceStore.SayAsync", database => new PresenceStore(database, Clock).SayAsync("ticket:1", "v", new("a", "A"), None)),
        ("TicketStore.CreateAsync", database => Tickets(database).CreateAsync("request", number => TicketDatabase.Changed(TicketDatabase.New(number)), None)),
        ("TicketStore.FindAsync", database => Tickets(database).FindAsync(1, None)),
        ("EscalationStore.FindAsync", database => Escalations(database).FindAsync(1, None)),
        ("EscalationStore.LastErrorsAsync", database => Escalations(database).LastErrorsAsync("harbour", 1, None)),
        ("OutreachStore.CandidatesAsync", database => Outreach(database).CandidatesAsync(["harbour"], None)),
        ("OutreachStore.BeginAsync", database => Outreach(database).BeginAsync(Run, "request", [new("harbour", null)], Entry, None)),
        ("OutreachStore.NewestAsync", database => Outreach(database).NewestAsync(1, None)),
        ("OutreachStore.ItemsAsync", database => Outreach(database).ItemsAsync("o", null, 1, None)),
        ("OutreachStore.ItemsAsync of one", database => Outreach(database).ItemsAsync("o", OutreachOutcome.Made, 1, None)),
        ("OutreachStore.NextAsync", database => Outreach(database).NextAsync(null, None)),
        ("OutreachStore.BeginUndoAsync", database => Outreach(database).BeginUndoAsync("o", new("a", "A"), Entry, None)),
        ("OutreachStore.KeepMadeAsync", database => Outreach(database).KeepMadeAsync(
            new(Run, 1, [], []), [new(new() { Id = "harbour" }, number => TicketDatabase.Changed(TicketDatabase.New(number)))], [], _ => Entry, None)),
        ("OutreachStore.KeepTakenBackAsync", database => Outreach(database).KeepTakenBackAsync(
            new(Run with { UndoneBy = new("a", "A") }, 0, [], [1]), [new(1, TicketDatabase.Changed(TicketDatabase.New(1)), null)], _ => Entry, None)),
        ("HomeStore.UnattendedAsync", database => new HomeStore(database).UnattendedAsync(1, DateTimeOffset.UnixEpoch, None)),
        ("HomeStore.ErrorsAsync", database => new HomeStore(database).ErrorsAsync(1, DateTimeOffset.UnixEpoch, None)),
        ("ErrorGroupStore.FindAsync", database => new ErrorGroupStore(database, new AuditTrail(database)).FindAsync("g", None)),
        ("IncidentStore.SaveAsync", database => new IncidentStore(database, Clock).SaveAsync(new Incident("i", Ehr.Cliniko, null, IncidentStatus.Over, default, null, ""), None)),
        ("OrganisationStore.ReadAsync", database => ListCalls.Clinics(database).ReadAsync("harbour", Actor.System, None)),
        ("OrganisationStore.RowsAsync", database => ListCalls.Clinics(database).RowsAsync(["harbour"], None)),
        ("OrganisationImport.ImportAsync", ImportAsync),
        ("SearchStore.FindAsync", database => new SearchStore(database, ListCalls.Clinics(database)).FindAsync("1043", Actor.System, None)),
        ("TokenStore.CreateAsync", database => new TokenStore(database, new AuditTrail(database), Clock).CreateAsync("name", [Grants.EventsWriteScope], Actor.System, None)),
        ("TokenStore.ListAsync", database => new TokenStore(database, new AuditTrail(database), Clock).ListAsync(None)),
        ("SchemaMigrator.StatusAsync", database => new SchemaMigrator(database, Clock).StatusAsync(None)),
        ("EventStore.PurgeAsync", database => PurgeAsync(database, events => events.PurgeAsync(DateTimeOffset.UnixEpoch, 10, None))),
        ("EventStore.PurgeIdentitiesAsync", database => PurgeAsync(database, events => events.PurgeIdentitiesAsync(DateTimeOffset.UnixEpoch, 10, None))),
    ];

    private static readonly OutreachRun Run = new() { Id = "o", Filter = "", Organisations = 1, By = new("a", "A"), At = DateTimeOffset.UnixEpoch };

    private static readonly AuditEntry Entry = new(DateTimeOffset.UnixEpoch, "a", "b", "c:d", AuditEntry.Done, null);

    private static OutreachStore Outreach(Database database) => new(database, new AuditTrail(database), Clock);

    private static TicketStore Tickets(Database database) => new(database, new AuditTrail(database));

    private static EscalationStore Escalations(Database database) => new(database, new AuditTrail(database));

    private static async Task ImportAsync(Database database)
    {
        await using var events = new EventStore(database, Clock, NullLogger<EventStore>.Instance);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(OrganisationCsv.Header + "\nharbour,Harbour,cliniko,,,,\n"));
        await new OrganisationImport(database, events, new AuditTrail(database), Clock).ImportAsync(file, dryRun: true, Actor.System, None);
    }

    private static async Task PurgeAsync(Database database, Func<EventStore, Task> purge)
    {
        await using var events = new EventStore(database, Clock, NullLogger<EventStore>.Instance);
        await purge(events);
    }
}
