using Motics.Support.Core.Audit;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Core.Tests.Tickets;

/// <summary>Tickets in memory, with the same promise as the real store: a change of a past version keeps nothing.</summary>
internal sealed class FakeTicketStore : ITicketStore
{
    private readonly Dictionary<long, TicketFile> files = [];
    private readonly Dictionary<string, long> requests = [];
    private readonly Dictionary<string, Person> people = [];
    private readonly Dictionary<(long, string), ScreenshotFile> screenshots = [];
    private long last = 1000;

    public List<AuditEntry> Audit { get; } = [];

    public List<TicketRun> Runs { get; } = [];

    public List<TicketActivity> Activity { get; } = [];

    /// <summary>Runs once before the next save: somebody who is faster.</summary>
    public Func<Task>? BeforeSave { get; set; }

    public int Saves { get; private set; }

    public Task<(long Number, TicketChange? Made)> CreateAsync(string? requestId, Func<long, TicketChange> compose, CancellationToken ct)
    {
        if (requestId is not null && requests.TryGetValue(requestId, out var known))
        {
            return Task.FromResult<(long, TicketChange?)>((known, null));
        }

        var change = compose(++last);
        files[last] = new(change.Ticket, [], [], [], []);
        Keep(change);
        if (requestId is not null)
        {
            requests[requestId] = last;
        }

        return Task.FromResult<(long, TicketChange?)>((last, change));
    }

    public async Task<bool> SaveAsync(TicketChange change, CancellationToken ct)
    {
        if (BeforeSave is { } faster)
        {
            BeforeSave = null;
            await faster();
        }

        if (!Fits(change))
        {
            return false;
        }

        Saves++;
        Keep(change);
        return true;
    }

    /// <summary>True when the stored version is the one before the change's.</summary>
    public bool Fits(TicketChange change) => files[change.Ticket.Number].Ticket.Version == change.Ticket.Version - 1;

    public void Keep(TicketChange change)
    {
        var file = files[change.Ticket.Number];
        files[change.Ticket.Number] = file with
        {
            Ticket = change.Ticket,
            Notes = [.. file.Notes, .. change.Notes],
            Screenshots = change.Screenshot is { } shot ? [.. file.Screenshots, shot.Screenshot] : file.Screenshots,
            Reply = change.Reply ?? file.Reply,
            Activity = [.. change.Activity.Reverse(), .. file.Activity],
        };
        Activity.AddRange(change.Activity);
        Audit.AddRange(change.Audit);
        if (change.Run is { } run)
        {
            Runs.Add(run);
        }

        if (change.Screenshot is { } added)
        {
            screenshots[(change.Ticket.Number, added.Screenshot.Id)] = added;
        }

        foreach (var person in change.People)
        {
            people[person.Id] = person;
        }
    }

    /// <summary>The escalations that a ticket's file shows.</summary>
    public void Show(long number, IReadOnlyList<EscalationItem> rows) => files[number] = files[number] with { Escalations = rows };

    public Task<TicketFile?> FindAsync(long number, CancellationToken ct) => Task.FromResult(files.GetValueOrDefault(number));

    public Task<IReadOnlyList<TicketActivity>> ActivitySinceAsync(long number, int version, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<TicketActivity>>([.. Activity.Where(line => line.TicketNumber == number && line.Version > version)]);

    public Task<Outcome<CountedPage<TicketItem>>> ListAsync(TicketQuery query, DateTimeOffset now, CancellationToken ct) =>
        Task.FromResult<Outcome<CountedPage<TicketItem>>>(new CountedPage<TicketItem>([.. files.Values.Select(file => new TicketItem { Ticket = file.Ticket })], null, files.Count));

    public Task<ScreenshotFile?> ScreenshotAsync(long number, string id, CancellationToken ct) => Task.FromResult(screenshots.GetValueOrDefault((number, id)));

    public Task<IReadOnlyList<Person>> PeopleAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<Person>>([.. people.Values]);

    public Task RememberAsync(Person person, DateTimeOffset now, CancellationToken ct)
    {
        people[person.Id] = person;
        return Task.CompletedTask;
    }

    public Task AuditAsync(AuditEntry entry, CancellationToken ct)
    {
        Audit.Add(entry);
        return Task.CompletedTask;
    }
}
