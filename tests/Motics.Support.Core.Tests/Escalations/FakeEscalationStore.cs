using Motics.Support.Core.Audit;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Tests.Tickets;

namespace Motics.Support.Core.Tests.Escalations;

/// <summary>Escalations in memory beside the tickets of the other fake; both change together or not at all.</summary>
internal sealed class FakeEscalationStore(FakeTicketStore tickets) : IEscalationStore
{
    private readonly Dictionary<long, EscalationFile> files = [];

    public List<AuditEntry> Audit => tickets.Audit;

    public List<PacketError> Errors { get; } = [];

    public PacketErrorGroup? Group { get; set; }

    /// <summary>Runs once before the next write: somebody who is faster.</summary>
    public Func<Task>? BeforeWrite { get; set; }

    public async Task<long?> CreateAsync(Func<long, EscalationChange> compose, CancellationToken ct)
    {
        await FasterAsync();
        var change = compose(files.Count + 1);
        if (files.Values.Any(file => file.Escalation.TicketNumber == change.Escalation.TicketNumber && file.Escalation.IsOpen) || !tickets.Fits(change.Ticket!))
        {
            return null;
        }

        files[change.Escalation.Number] = new(change.Escalation, [], null, "", []);
        Keep(change);
        return change.Escalation.Number;
    }

    public async Task<bool> SaveAsync(EscalationChange change, CancellationToken ct)
    {
        await FasterAsync();
        if (files[change.Escalation.Number].Escalation.Version != change.Escalation.Version - 1 || (change.Ticket is { } ticket && !tickets.Fits(ticket)))
        {
            return false;
        }

        Keep(change);
        return true;
    }

    public async Task<EscalationFile?> FindAsync(long number, CancellationToken ct) =>
        files.GetValueOrDefault(number) is { } file && await tickets.FindAsync(file.Escalation.TicketNumber, ct) is { Ticket: var ticket }
            ? file with { TicketSubject = ticket.Subject, AskedAgain = ticket.AskedAgain }
            : null;

    public Task<Outcome<CountedPage<EscalationItem>>> ListAsync(EscalationQuery query, CancellationToken ct) =>
        Task.FromResult<Outcome<CountedPage<EscalationItem>>>(new CountedPage<EscalationItem>([.. Matching(query).Select(Row)], null, Matching(query).Count()));

    private IEnumerable<Escalation> Matching(EscalationQuery query) =>
        files.Values.Select(file => file.Escalation).Where(escalation => query.ErrorGroupId is null || escalation.ErrorGroupId == query.ErrorGroupId);

    public Task<IReadOnlyList<PacketError>> LastErrorsAsync(string organisationId, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<PacketError>>([.. Errors.Take(limit)]);

    public Task<PacketErrorGroup?> ErrorGroupAsync(string groupId, string organisationId, CancellationToken ct) => Task.FromResult(Group);

    public Task AuditAsync(AuditEntry entry, CancellationToken ct) => tickets.AuditAsync(entry, ct);

    private void Keep(EscalationChange change)
    {
        var file = files[change.Escalation.Number];
        files[change.Escalation.Number] = file with { Escalation = change.Escalation, Log = [.. file.Log, .. change.Log] };
        if (change.Ticket is { } ticket)
        {
            tickets.Keep(ticket);
        }

        Audit.AddRange(change.Audit);
        tickets.Show(change.Escalation.TicketNumber,
            [.. files.Values.Select(kept => kept.Escalation).Where(kept => kept.TicketNumber == change.Escalation.TicketNumber).Select(Row).Reverse()]);
    }

    private async Task FasterAsync()
    {
        if (BeforeWrite is { } faster)
        {
            BeforeWrite = null;
            await faster();
        }
    }

    private static EscalationItem Row(Escalation escalation) => new(escalation, "");
}
