using System.Net;
using Motics.Support.Core.Access;

namespace Motics.Support.Benchmarks.People;

/// <summary>People who open pages, look for a while, and leave: two of three close their tab, the third's connection breaks.</summary>
internal sealed class Crowd(Uri portal, Stream stream, int clinics, Random chance) : IDisposable
{
    private static readonly string[] Roles = [Grants.Agent, Grants.Lead, Grants.Engineer, Grants.Admin];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly List<(CookieContainer Cookies, HttpClient Http)> people = [];
    private readonly List<Visit> visits = [];
    private int opened;

    /// <summary>How long each event took to be seen, since this was last emptied.</summary>
    public List<double> Seconds { get; } = [];

    /// <summary>Pages that are open.</summary>
    public int Open => visits.Count;

    public int Opened => opened;

    /// <summary>Events that a page never showed.</summary>
    public int Missed { get; private set; }

    /// <summary>Pages that the server gave up, or never began.</summary>
    public int Broken { get; private set; }

    /// <summary>Signs everybody in.</summary>
    public async Task ArriveAsync()
    {
        foreach (var role in Roles)
        {
            var cookies = new CookieContainer();
            var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = portal };
            people.Add((cookies, http));
            using var answer = await http.GetAsync(new Uri($"/dev/sign-in?as={role}&returnUrl=/health/live", UriKind.Relative));
            answer.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Has this many pages open: opens what is missing, closes what is too many or whose time is over.</summary>
    /// <param name="wanted">Pages.</param>
    /// <param name="stay">About how long each stays; null for as long as it is wanted.</param>
    /// <param name="most">Pages that are opened in one call.</param>
    public async Task BeAsync(int wanted, TimeSpan? stay, int most, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var over in visits.Where(visit => visit.Until < now || visit.Page.Ended.IsCompleted).Concat(visits.Skip(wanted)).Distinct().ToArray())
            await LeaveAsync(over);
        await Task.WhenAll(Enumerable.Range(0, Math.Clamp(wanted - visits.Count, 0, most)).Select(_ => ComeAsync(stay, cancellationToken)));
    }

    /// <summary>Counts what those who are here have not seen.</summary>
    public int Unseen() => visits.Sum(visit => visit.Watch?.Missed(Patience) ?? 0);

    public void Dispose() => people.ForEach(person => person.Http.Dispose());

    private async Task ComeAsync(TimeSpan? stay, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref opened);
        var (cookies, http) = people[number % people.Count];
        var clinic = number % clinics;
        // Of ten pages, eight are a clinic's, one the list of clinics and one the home page.
        var watch = number % 10 < 8 ? new Watch(stream, clinic, Seconds) : null;
        var path = watch is not null ? $"/organisations/{Stream.ClinicId(clinic)}" : number % 10 == 8 ? "/organisations" : "/";
        var page = await Tab.OpenAsync(http, cookies, new Uri(portal, path), drawing => watch?.See(drawing), cancellationToken);
        lock (visits)
            visits.Add(new Visit(page, watch, http, stay is { } about ? TimeProvider.System.GetUtcNow() + (0.5 + chance.NextDouble()) * about : DateTimeOffset.MaxValue, number % 3 != 0));
    }

    private async Task LeaveAsync(Visit visit)
    {
        visits.Remove(visit);
        Missed += visit.Watch?.Missed(Patience) ?? 0;
        Broken += visit.Page.Failure is not null || !visit.Page.HasCircuit || visit.Page.Ended.IsCompleted ? 1 : 0;
        await (visit.SaysGoodbye ? visit.Page.CloseAsync(visit.Http) : visit.Page.DisposeAsync().AsTask());
    }

    private sealed record Visit(Tab Page, Watch? Watch, HttpClient Http, DateTimeOffset Until, bool SaysGoodbye);
}
