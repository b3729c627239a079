using Dapper;
using Microsoft.Extensions.Time.Testing;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Outreach;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;
using Motics.Support.Data.Access;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Incidents;
using Motics.Support.Data.Organisations;
using Motics.Support.Data.Outreach;
using Motics.Support.Data.Tests.Tickets;
using Motics.Support.Data.Tickets;

namespace Motics.Support.Data.Tests.Outreach;

/// <summary>The desks of outreach and of tickets on one database; another instance on the same database is what is there after a crash.</summary>
internal sealed class OutreachWorld : IDisposable
{
    private readonly TicketDatabase database;
    private readonly OutreachStore store;

    public OutreachWorld(TicketDatabase database)
    {
        this.database = database;
        var organisations = new OrganisationStore(database.Database, new AuditTrail(database.Database), Clock);
        store = new(database.Database, new AuditTrail(database.Database), Clock);
        Steps = new(store, database.Tickets, organisations, PlaybookLoader.Embedded, Clock);
        Desk = new(store, database.Tickets, organisations, Steps, PlaybookLoader.Embedded, Clock);
        Tickets = new(database.Tickets, organisations, PlaybookLoader.Embedded, new ScreenshotReader(), Clock);
        Presence = new(database.Database, Clock);
    }

    public static Actor Lee { get; } = new("lee", "Lee Lead", Grants.ByRole[Grants.Lead]);

    public static Actor Sam { get; } = new("sam", "Sam Agent", Grants.ByRole[Grants.Agent]);

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public FakeTimeProvider Clock { get; } = new(TicketDatabase.Now);

    public OutreachDesk Desk { get; }

    public OutreachSteps Steps { get; }

    public TicketDesk Tickets { get; }

    public PresenceStore Presence { get; }

    /// <summary>All organisations.</summary>
    public static OutreachRequest Everybody(int expected) => new() { Query = new(), Filter = "", Expected = expected };

    /// <summary>Clinics that need a key, so many, called c000 and on.</summary>
    public Task AddClinicsAsync(int count) => database.AddOrganisationsAsync(Enumerable.Range(0, count).Select(index => $"c{index:D3}"), Health.NeedsKey);

    public Task TellIncidentAsync(string? place = null) =>
        new IncidentStore(database.Database, Clock).SaveAsync(new("down", Ehr.Cliniko, place, IncidentStatus.Confirmed, Clock.GetUtcNow().AddHours(-1), null, "Many fail"), Cancel);

    public Task SetAsync(string id, string column, object? value) => database.Database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync($"UPDATE organisation SET {column} = @value WHERE id = @id", new { id, value }, transaction), Cancel);

    /// <summary>A key is saved and fails.</summary>
    public async Task FailKeyAsync(string id, string fingerprint, DateTimeOffset at)
    {
        await database.SaveKeyAsync(id, fingerprint, at);
        await database.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            "UPDATE key_entry SET outcome = 'failed', outcome_at = @at WHERE organisation_id = @id AND fingerprint = @fingerprint", new { id, fingerprint, at = UnixTime.Of(at) }, transaction), Cancel);
    }

    /// <summary>Begun and done to the end.</summary>
    public async Task<OutreachRun> RunAsync(OutreachRequest request, Actor? by = null)
    {
        var begun = Done(await Desk.BeginAsync(request, by ?? Lee, Cancel));
        return Done(await Desk.WorkAsync(begun.Run.Id, () => true, by ?? Lee, Cancel));
    }

    public async Task<OutreachRun> UndoAsync(OutreachRun run)
    {
        Done(await Desk.UndoAsync(run.Id, Lee, Cancel));
        return Done(await Desk.WorkAsync(run.Id, () => true, Lee, Cancel));
    }

    public async Task<IReadOnlyList<OutreachItem>> ItemsAsync(OutreachRun run, OutreachOutcome? outcome = null) => Done(await Desk.ItemsAsync(run.Id, outcome, 100_000, Lee, Cancel));

    /// <summary>What one who was left out was left out for; null for one who gets a ticket.</summary>
    public async Task<LeftOutWhy?> WhyAsync(string id, bool askedToo = false)
    {
        var plan = Done(await Desk.PreviewAsync(new() { Query = new(), AskedToo = askedToo }, Lee, Cancel));
        return plan.LeftOut.FirstOrDefault(left => left.Organisation.Id == id)?.Why;
    }

    public Task<long> TicketsAsync() => database.ScalarAsync<long>("SELECT COUNT(*) FROM ticket");

    public static T Done<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Done, outcome.Refusal?.ToString());
        return outcome.Value!;
    }

    public void Dispose() => Steps.Dispose();
}
