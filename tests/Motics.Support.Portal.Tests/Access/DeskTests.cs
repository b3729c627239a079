using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Outreach;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Home;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Data.Access;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Errors;
using Motics.Support.Data.Events;
using Motics.Support.Data.Incidents;
using Motics.Support.Data.Migration;
using Motics.Support.Data.Organisations;
using Motics.Support.Data.Search;
using Motics.Support.Portal.Tests.Api;

namespace Motics.Support.Portal.Tests.Access;

/// <summary>The third place that checks a permission is the desk or reader that does the work: each of them, for every role and every scope.</summary>
public sealed class DeskTests(Hosting.Portal portal) : PortalApiTests(portal)
{
    // No such number: who may is told so, who may not is refused before.
    private const long Nowhere = 999_999;

    private static readonly Dictionary<string, string?> NoFacts = [];

    private static readonly OutreachRequest Nobody = new() { Query = new() { Search = "no such clinic" }, Expected = 0 };

    /// <summary>What each needs, and a call that changes nothing even for those who may.</summary>
    private static readonly Work[] Works =
    [
        Of(nameof(TicketDesk.CreateAsync), Permission.WriteTickets, (TicketDesk desk, Actor who) => desk.CreateAsync(new() { OrganisationId = "nobody", Subject = "x" }, who, Cancel)),
        Of(nameof(TicketDesk.FindAsync), Permission.ReadTickets, (TicketDesk desk, Actor who) => desk.FindAsync(Nowhere, who, Cancel)),
        Of(nameof(TicketDesk.ListAsync), Permission.ReadTickets, (TicketDesk desk, Actor who) => desk.ListAsync(new(), who, Cancel)),
        Of(nameof(TicketDesk.SetFactsAsync), Permission.WriteTickets, (TicketDesk desk, Actor who) => desk.SetFactsAsync(Nowhere, null, NoFacts, who, Cancel)),
        Of(nameof(TicketDesk.ComplainAgainAsync), Permission.WriteTickets, (TicketDesk desk, Actor who) => desk.ComplainAgainAsync(Nowhere, null, who, Cancel)),
        Of(nameof(TicketDesk.KeySeenAsync), Permission.WriteTickets, (TicketDesk desk, Actor who) => desk.KeySeenAsync(Nowhere, who, Cancel)),
        Of(nameof(TicketDesk.SayNoKeyAsync), Permission.OverrideEscalation, (TicketDesk desk, Actor who) => desk.SayNoKeyAsync(Nowhere, null, "x", who, Cancel)),
        Of(nameof(TicketDesk.TickStepAsync), Permission.WriteTickets, (TicketDesk desk, Actor who) => desk.TickStepAsync(Nowhere, null, "x", true, who, Cancel)),
        Of(nameof(TicketDesk.AddNoteAsync), Permission.WriteTickets, (TicketDesk desk, Actor who) => desk.AddNoteAsync(Nowhere, "x", who, Cancel)),
        Of(nameof(TicketDesk.EditReplyAsync), Permission.WriteTickets, (TicketDesk desk, Actor who) => desk.EditReplyAsync(Nowhere, null, "x", who, Cancel)),
        Of(nameof(TicketDesk.CopyReplyAsync), Permission.WriteTickets, (TicketDesk desk, Actor who) => desk.CopyReplyAsync(Nowhere, ReplyForm.Whole, who, Cancel)),
        Of(nameof(TicketDesk.AddScreenshotAsync), Permission.WriteTickets, (TicketDesk desk, Actor who) => desk.AddScreenshotAsync(Nowhere, "x", default, who, Cancel)),
        Of(nameof(TicketDesk.GetScreenshotAsync), Permission.ReadTickets, (TicketDesk desk, Actor who) => desk.GetScreenshotAsync(Nowhere, "x", who, Cancel)),
        Of(nameof(TicketDesk.AssignAsync), Permission.WriteTickets, (TicketDesk desk, Actor who) => desk.AssignAsync(Nowhere, null, null, who, Cancel)),
        Of(nameof(TicketDesk.SetStatusAsync), Permission.WriteTickets, (TicketDesk desk, Actor who) => desk.SetStatusAsync(Nowhere, null, TicketStatus.Open, who, Cancel)),
        Of(nameof(TicketDesk.RemindAsync), Permission.WriteTickets, (TicketDesk desk, Actor who) => desk.RemindAsync(Nowhere, null, null, who, Cancel)),
        Of(nameof(TicketDesk.AcknowledgeAsync), Permission.WriteTickets, (TicketDesk desk, Actor who) => desk.AcknowledgeAsync(Nowhere, null, who, Cancel)),
        Of(nameof(TicketDesk.CloseAsync), Permission.WriteTickets, (TicketDesk desk, Actor who) => desk.CloseAsync(Nowhere, null, new(Mending.MendedByEngineers), who, Cancel)),
        Of(nameof(TicketDesk.ReopenAsync), Permission.WriteTickets, (TicketDesk desk, Actor who) => desk.ReopenAsync(Nowhere, null, who, Cancel)),
        Of(nameof(TicketDesk.PatchAsync), Permission.WriteTickets, (TicketDesk desk, Actor who) => desk.PatchAsync(Nowhere, 1, new(), who, Cancel)),
        Of(nameof(TicketDesk.PeopleAsync), Permission.ReadTickets, (TicketDesk desk, Actor who) => desk.PeopleAsync(who, Cancel)),
        Of(nameof(HomeDesk.NeedsMeAsync), Permission.ReadTickets, (HomeDesk desk, Actor who) => desk.NeedsMeAsync(who, Cancel)),
        Of(nameof(HomeDesk.ClinicsAsync), Permission.ReadErrors, (HomeDesk desk, Actor who) => desk.ClinicsAsync("none", who, Cancel)),
        Of(nameof(EscalationDesk.SubmitAsync), Permission.Escalate, (EscalationDesk desk, Actor who) => desk.SubmitAsync(Nowhere, false, null, who, Cancel)),
        Of(nameof(EscalationDesk.FindAsync), Permission.ReadEscalations, (EscalationDesk desk, Actor who) => desk.FindAsync(Nowhere, who, Cancel)),
        Of(nameof(EscalationDesk.AskableAsync), Permission.WorkEscalations, (EscalationDesk desk, Actor who) => desk.AskableAsync(Nowhere, who, Cancel)),
        Of(nameof(EscalationDesk.ListAsync), Permission.ReadEscalations, (EscalationDesk desk, Actor who) => desk.ListAsync(new(), who, Cancel)),
        Of(nameof(EscalationDesk.PatchAsync), Permission.WorkEscalations, (EscalationDesk desk, Actor who) => desk.PatchAsync(Nowhere, 1, new() { Status = EscalationStatus.Accepted }, who, Cancel)),
        Of(nameof(EscalationDesk.AnswerAsync), Permission.WriteTickets, (EscalationDesk desk, Actor who) => desk.AnswerAsync(Nowhere, null, 1, "x", who, Cancel)),
        Of(nameof(OutreachDesk.PreviewAsync), Permission.WriteOutreach, (OutreachDesk desk, Actor who) => desk.PreviewAsync(Nobody, who, Cancel)),
        Of(nameof(OutreachDesk.ReplyAsync), Permission.WriteOutreach, (OutreachDesk desk, Actor who) => desk.ReplyAsync("none", who, Cancel)),
        Of(nameof(OutreachDesk.RepliesAsync), Permission.WriteOutreach, (OutreachDesk desk, Actor who) => desk.RepliesAsync(new() { At = default, Chosen = [], LeftOut = [], Variants = [] }, who, Cancel)),
        Of(nameof(OutreachDesk.BeginAsync), Permission.WriteOutreach, (OutreachDesk desk, Actor who) => desk.BeginAsync(Nobody, who, Cancel)),
        Of(nameof(OutreachDesk.WorkAsync), Permission.WriteOutreach, (OutreachDesk desk, Actor who) => desk.WorkAsync("none", () => false, who, Cancel)),
        Of(nameof(OutreachDesk.FindAsync), Permission.WriteOutreach, (OutreachDesk desk, Actor who) => desk.FindAsync("none", who, Cancel)),
        Of(nameof(OutreachDesk.ItemsAsync), Permission.WriteOutreach, (OutreachDesk desk, Actor who) => desk.ItemsAsync("none", null, 1, who, Cancel)),
        Of(nameof(OutreachDesk.NewestAsync), Permission.WriteOutreach, (OutreachDesk desk, Actor who) => desk.NewestAsync(1, who, Cancel)),
        Of(nameof(OutreachDesk.UndoAsync), Permission.WriteOutreach, (OutreachDesk desk, Actor who) => desk.UndoAsync("none", who, Cancel)),
        Of(nameof(ErrorDesk.FindAsync), Permission.ReadErrors, (ErrorDesk desk, Actor who) => desk.FindAsync("none", who, Cancel)),
        Of(nameof(ErrorDesk.PatchAsync), Permission.WriteErrors, (ErrorDesk desk, Actor who) => desk.PatchAsync("none", 1, new(), who, Cancel)),
        Of(nameof(ErrorGroupStore.ListAsync), Permission.ReadErrors, (ErrorGroupStore store, Actor who) => store.ListAsync(new(), who, Cancel)),
        Of(nameof(IncidentStore.ListAsync), Permission.ReadIncidents, (IncidentStore store, Actor who) => store.ListAsync(new(), who, Cancel)),
        Of(nameof(IncidentStore.ActiveAsync), Permission.ReadIncidents, (IncidentStore store, Actor who) => store.ActiveAsync(who, Cancel)),
        Of(nameof(MigrationStore.ReadAsync), Permission.ReadMigration, (MigrationStore store, Actor who) => store.ReadAsync(MigrationQuery.Read(null, null, null, null, null).Value!, who, Cancel)),
        Of(nameof(AuditStore.ListAsync), Permission.ReadAudit, (AuditStore store, Actor who) => store.ListAsync(new(), who, Cancel)),
        Of(nameof(AuditStore.VerifyAsync), Permission.ReadAudit, (AuditStore store, Actor who) => store.VerifyAsync(who, Cancel)),
        Of(nameof(AuditNaming.ReadAsync), Permission.ReadAudit, (AuditNaming naming, Actor who) => naming.ReadAsync([], who, Cancel)),
        Of(nameof(OrganisationStore.ReadAsync), Permission.ReadOrganisations, (OrganisationStore store, Actor who) => store.ReadAsync("none", who, Cancel)),
        Of(nameof(OrganisationStore.AgainAsync), Permission.ReadOrganisations, (OrganisationStore store, Actor who) => store.AgainAsync("none", who, Cancel)),
        Of(nameof(OrganisationStore.ReadTimelineAsync), Permission.ReadOrganisations, (OrganisationStore store, Actor who) => store.ReadTimelineAsync("none", new([]), who, Cancel)),
        Of(nameof(OrganisationStore.TimelineAsync), Permission.ReadOrganisations, (OrganisationStore store, Actor who) => store.TimelineAsync("none", new([]), who, Cancel)),
        Of(nameof(OrganisationStore.ListAsync), Permission.ReadOrganisations, (OrganisationStore store, Actor who) => store.ListAsync(new OrganisationQuery(), who, Cancel)),
        Of(nameof(OrganisationStore.ExportAsync), Permission.ReadOrganisations, (OrganisationStore store, Actor who) => store.ExportAsync(new() { Search = "no such clinic" }, who, Cancel)),
        Of(nameof(OrganisationStore.RowsAsync), Permission.ReadOrganisations, (OrganisationStore store, Actor who) => store.RowsAsync(["none"], who, Cancel)),
        Of(nameof(OrganisationStore.CountAsync), Permission.ReadOrganisations, (OrganisationStore store, Actor who) => store.CountAsync(new OrganisationQuery(), who, Cancel)),
        Of(nameof(OrganisationStore.TotalAsync), Permission.ReadOrganisations, (OrganisationStore store, Actor who) => store.TotalAsync(new OrganisationQuery(), who, Cancel)),
        Of(nameof(OrganisationImport.ImportAsync), Permission.ImportOrganisations, (OrganisationImport import, Actor who) => import.ImportAsync(new MemoryStream(), true, who, Cancel)),
        Of(nameof(EventStore.AppendAsync), Permission.WriteEvents, (EventStore store, Actor who) => store.AppendAsync([], who, Cancel)),
        Of(nameof(TokenStore.CreateAsync), Permission.ManageTokens, (TokenStore store, Actor who) => store.CreateAsync("", [], who, Cancel)),
        Of(nameof(TokenStore.RevokeAsync), Permission.ManageTokens, (TokenStore store, Actor who) => store.RevokeAsync("none at all", who, Cancel)),
        Of(nameof(TokenStore.ListAsync), Permission.ManageTokens, (TokenStore store, Actor who) => store.ListAsync(who, Cancel)),
    ];

    private static readonly Dictionary<string, IReadOnlySet<Permission>> Permissions =
        Grants.ByRole.Select(role => ($"role {role.Key}", (IReadOnlySet<Permission>)role.Value)).Concat(Grants.ByScope.Select(scope => ($"scope {scope.Key}", (IReadOnlySet<Permission>)scope.Value)))
            .Append(("nobody", new HashSet<Permission>())).ToDictionary(each => each.Item1, each => each.Item2);

    public static TheoryData<string> Everybody => [.. Permissions.Keys];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task EveryDesk_RefusesExactlyThoseWhoMayNot(string role)
    {
        var who = new Actor("test", role, Permissions[role]);
        var wrong = new List<string>();
        foreach (var work in Works)
        {
            var refused = await work.Try(Portal.Services, who);
            var denied = refused is Refusal.Denied { Needed: var needed } && needed == work.Needed;
            if (denied == who.May(work.Needed) || (refused is Refusal.Denied && !denied))
                wrong.Add($"{work.Desk.Name}.{work.Name} said {refused?.ToString() ?? "yes"}; it needs {work.Needed}");
        }

        Assert.Empty(wrong);
    }

    /// <summary>What finds nothing for who may not, instead of refusing: the search leaves out what somebody may not read.</summary>
    [Fact]
    public void EveryMethodThatTakesAnActor_IsTried()
    {
        var taking = new[] { typeof(TicketDesk).Assembly, typeof(OrganisationStore).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType) && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Actor)))
                .Select(method => $"{type.Name}.{method.Name}"))
            .Except([$"{nameof(SearchStore)}.{nameof(SearchStore.FindAsync)}"]).Order(StringComparer.Ordinal);

        Assert.Equal(taking.Distinct(), Works.Select(work => $"{work.Desk.Name}.{work.Name}").Order(StringComparer.Ordinal));
    }

    /// <summary>Pages and API reach what is kept by desks and readers that take an actor; what they may call without one is the person's own, or the console's.</summary>
    [Fact]
    public void NoReaderOfTheData_CanBeCalledWithoutAnActor()
    {
        string[] own =
        [
            nameof(Data.Backup), nameof(Data.Database), nameof(DataProtectionKeyStore), nameof(DraftStore), nameof(LeaseStore), nameof(PresenceStore), "ChangeStore", "SchemaMigrator", "ScreenshotReader", "FileCheck",
            "AuditCheckpoints", "InstallationKeyStore", "DatabaseCopy", "AuditTrail", "TicketStore", "EscalationStore", "HomeStore", "OutreachStore",
        ];
        string[] theirs = ["TokenStore.FindAsync", "IncidentStore.SaveAsync", "ErrorGroupStore.SaveAsync", "ErrorGroupStore.AuditAsync", "EventStore.DisposeAsync", "EventStore.NewestReceivedAtAsync", "EventStore.PurgeAsync", "EventStore.PurgeIdentitiesAsync"];
        var open = typeof(OrganisationStore).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false } && !own.Contains(type.Name))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(method => (typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType == typeof(ValueTask)) && method.GetParameters().All(parameter => parameter.ParameterType != typeof(Actor)))
                .Select(method => $"{type.Name}.{method.Name}"));

        Assert.Empty(open.Except(theirs));
    }

    private static Work Of<TDesk, T>(string name, Permission needed, Func<TDesk, Actor, Task<Outcome<T>>> call) where TDesk : notnull =>
        new(typeof(TDesk), name, needed, async (services, who) => (await call(services.GetRequiredService<TDesk>(), who)).Refusal);

    private sealed record Work(Type Desk, string Name, Permission Needed, Func<IServiceProvider, Actor, Task<Refusal?>> Try);
}
