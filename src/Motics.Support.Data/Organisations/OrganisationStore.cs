using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Triage;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Migration;

namespace Motics.Support.Data.Organisations;

/// <summary>Reads organisations: one, a list, counts, a timeline. They are written by folding events only.</summary>
public sealed class OrganisationStore(Database database, AuditTrail audit, TimeProvider clock, Playbook? playbook = null) : IOrganisationFinder
{
    private readonly OrganisationReading reading = new(database);
    private readonly OrganisationList list = new(database, clock, new ReasonKeeper(database, playbook, clock));
    private readonly OrganisationCounting counting = new(database, clock);
    private readonly TimelineReading timeline = new(database);

    Task<OrganisationDetail?> IOrganisationFinder.FindAsync(string id, CancellationToken ct) => FindAsync(id, ct);

    internal Task<OrganisationDetail?> FindAsync(string id, CancellationToken ct) =>
        reading.FindAsync(id, clock.GetUtcNow(), ct);

    /// <summary>
    /// Somebody opens an organisation: everything about it. Page and API both read this way. Refused when the actor may not (which is audited too) or when
    /// there is no such organisation.
    /// </summary>
    public Task<Outcome<OrganisationDetail>> ReadAsync(string id, Actor actor, CancellationToken cancellationToken) =>
        AuditedAsync<OrganisationDetail>(id, actor, async () => await FindAsync(id, cancellationToken).ConfigureAwait(false) is { } found ? found : NotFound, cancellationToken);

    /// <summary>An open page is read again because something changed: the same reading going on, so it leaves no audit entry.</summary>
    public Task<Outcome<OrganisationDetail>> AgainAsync(string id, Actor actor, CancellationToken cancellationToken) =>
        AllowedAsync<OrganisationDetail>(actor, async () => await FindAsync(id, cancellationToken).ConfigureAwait(false) is { } found ? found : NotFound);

    /// <summary>Somebody opens the timeline alone: as for an open page, and audited as a reading of the organisation.</summary>
    public Task<Outcome<Timeline>> ReadTimelineAsync(string id, TimelineQuery query, Actor actor, CancellationToken cancellationToken) =>
        AuditedAsync(id, actor, () => timeline.ReadAsync(id, query, cancellationToken), cancellationToken);

    /// <summary>A page of organisations; refused when the actor may not, or the limit or the cursor is no good.</summary>
    public Task<Outcome<Page<OrganisationItem>>> ListAsync(OrganisationQuery query, Actor actor, CancellationToken cancellationToken) =>
        AllowedAsync(actor, () => ListAsync(query, cancellationToken));

    internal Task<Outcome<Page<OrganisationItem>>> ListAsync(OrganisationQuery query, CancellationToken cancellationToken) => list.ReadAsync(query, cancellationToken);

    /// <summary>All that match as a file for a spreadsheet; who took it, and how many rows, is audited. Refused when the actor may not.</summary>
    public async Task<Outcome<byte[]>> ExportAsync(OrganisationQuery query, Actor actor, CancellationToken cancellationToken)
    {
        var (rows, next) = (new List<OrganisationItem>(), (string?)null);
        do
        {
            var page = await ListAsync(query with { Cursor = next, Limit = PageLimit.Most }, actor, cancellationToken).ConfigureAwait(false);
            if (!page.Done)
                return page.Refusal;
            rows.AddRange(page.Value.Items);
            next = page.Value.Next;
        }
        while (next is not null && rows.Count < OrganisationCsvExport.Most);
        var entry = new AuditEntry(clock.GetUtcNow(), actor.Id, "organisation.export.read", "organisation:list", AuditEntry.Done, $"{rows.Count} rows; {query.Write().Write()}");
        await audit.AddAsync(entry, cancellationToken).ConfigureAwait(false);
        return OrganisationCsvExport.Write(rows, next is not null);
    }

    /// <summary>The rows with these ids (at most some hundred) as they are now, in no order; ids of nothing are left out.</summary>
    public Task<Outcome<IReadOnlyList<OrganisationItem>>> RowsAsync(IReadOnlyList<string> ids, Actor actor, CancellationToken cancellationToken) =>
        AllowedAsync<IReadOnlyList<OrganisationItem>>(actor, async () => (await RowsAsync(ids, cancellationToken).ConfigureAwait(false)).ToList());

    internal Task<IReadOnlyList<OrganisationItem>> RowsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => list.ReadAsync(ids, cancellationToken);

    /// <summary>How many match, whatever the page; refused when the actor may not.</summary>
    public Task<Outcome<int>> TotalAsync(OrganisationQuery query, Actor actor, CancellationToken cancellationToken) =>
        AllowedAsync<int>(actor, async () => await TotalAsync(query, cancellationToken).ConfigureAwait(false));

    internal Task<int> TotalAsync(OrganisationQuery query, CancellationToken cancellationToken) => list.CountAsync(query, cancellationToken);

    /// <summary>How many there are, and how many each choice of a filter would leave. Cursor, order and limit do not matter.</summary>
    public Task<Outcome<OrganisationCounts>> CountAsync(OrganisationQuery query, Actor actor, CancellationToken cancellationToken) =>
        AllowedAsync<OrganisationCounts>(actor, async () => await CountAsync(query, cancellationToken).ConfigureAwait(false));

    internal Task<OrganisationCounts> CountAsync(OrganisationQuery query, CancellationToken cancellationToken) => counting.ReadAsync(query, cancellationToken);

    /// <summary>A page of everything that happened to an organisation, newest first; refused when there is none, or the limit or the cursor is no good.</summary>
    public Task<Outcome<Timeline>> TimelineAsync(string id, TimelineQuery query, Actor actor, CancellationToken cancellationToken) =>
        AllowedAsync(actor, () => TimelineAsync(id, query, cancellationToken));

    internal Task<Outcome<Timeline>> TimelineAsync(string id, TimelineQuery query, CancellationToken cancellationToken) => timeline.ReadAsync(id, query, cancellationToken);

    private static async Task<Outcome<T>> AllowedAsync<T>(Actor actor, Func<Task<Outcome<T>>> read) =>
        actor.May(Permission.ReadOrganisations) ? await read().ConfigureAwait(false) : new Refusal.Denied(Permission.ReadOrganisations);

    // The line is kept after the reading, so that nobody's write waits for it, and before the answer: without the line there is none.
    private async Task<Outcome<T>> AuditedAsync<T>(string id, Actor actor, Func<Task<Outcome<T>>> read, CancellationToken cancellationToken)
    {
        var outcome = await read().ConfigureAwait(false);
        if (actor.May(Permission.ReadOrganisations))
        {
            return outcome.Done ? await AuditAsync(id, AuditEntry.Done).ConfigureAwait(false) : outcome;
        }

        await AuditAsync(outcome.Done ? id : "unknown", AuditEntry.Refused).ConfigureAwait(false);
        return new Refusal.Denied(Permission.ReadOrganisations);

        async Task<Outcome<T>> AuditAsync(string target, string how)
        {
            var entry = new AuditEntry(clock.GetUtcNow(), actor.Id, "organisation.read", $"organisation:{target}", how, null);
            await database.WriteAsync((connection, transaction) => audit.AppendAsync(connection, transaction, entry, cancellationToken), cancellationToken).ConfigureAwait(false);
            return outcome;
        }
    }

    private static Refusal NotFound { get; } = new Refusal.NotFound("An organisation with this id");
}
