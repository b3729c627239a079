using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Benchmarks.People;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Tests.Live;

/// <summary>Pages with real circuits, over sockets of this machine: what is let in, what is told, what is left behind.</summary>
public sealed class CircuitTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Pages of one thing want one that is there.
    private static readonly Dictionary<string, string> Examples = new()
    {
        ["/organisations/{Id}"] = "/organisations/no-such-clinic",
        ["/tickets/{Number:long}"] = "/tickets/1011",
        ["/escalations/{Number:long}"] = "/escalations/1",
        ["/outreach/{Id}"] = "/outreach/no-such-one",
    };

    private static readonly TimeSpan KeptAfterLoss = TimeSpan.FromSeconds(10);
    private readonly List<WeakReference> circuits = [];
    private readonly CookieContainer cookies = new();
    private readonly Hosting.Portal portal;
    private readonly HttpClient http;

    public CircuitTests()
    {
        portal = Hosting.Portal.With(
            services => services.AddScoped<CircuitHandler>(_ => new Remembered(circuits)).PostConfigure<CircuitOptions>(options =>
                (options.DisconnectedCircuitRetentionPeriod, options.JSInteropDefaultCallTimeout) = (KeptAfterLoss, TimeSpan.FromSeconds(5))),
            ("OpenPages:PerPerson", "3"), ("OpenPages:PerNode", "5"), ("Demo:Enabled", "true"), ("Demo:Live", "false"));
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies });
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private OpenPages Open => portal.Services.GetRequiredService<OpenPages>();

    private LiveUpdates Listeners => portal.Services.GetRequiredService<LiveUpdates>();

    public ValueTask InitializeAsync()
    {
        portal.UseKestrel(0);
        portal.StartServer();
        http.BaseAddress = portal.ClientOptions.BaseAddress;
        return new(SignInAsync(http, "admin"));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Page_BeyondWhatAPersonMayHave_IsSentToWhereItIsToldWhatToClose()
    {
        string[] paths = ["/organisations", "/tickets", "/playbook"];
        var tabs = await Task.WhenAll(paths.Select(path => OpenAsync(path)));
        Assert.All(tabs, tab => Assert.True(tab.HasCircuit));
        await UntilAsync(() => Open.Of("demo-admin").All(page => page.Title is not null));

        await using var further = await OpenAsync("/audit?by=demo-admin");
        Assert.False(further.HasCircuit);
        Assert.Equal(3, Open.Count);
        await UntilAsync(() => further.SentTo is not null);
        Assert.Equal("/too-many-pages?returnUrl=%2Faudit%3Fby%3Ddemo-admin", further.SentTo);
        using var told = await http.GetAsync(new Uri(further.SentTo!, UriKind.Relative), Cancel);
        var words = await told.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.TooManyRequests, told.StatusCode);
        Assert.All(["You have 3 pages open", "Organisations", "Tickets", "Playbook", "opened just now", "href=\"/audit?by=demo-admin\""], word => Assert.Contains(word, words, StringComparison.Ordinal));

        await tabs[0].CloseAsync(http);
        await UntilAsync(() => Open.Count == 2);
        using var again = await http.GetAsync(new Uri(further.SentTo!, UriKind.Relative), Cancel);
        Assert.Equal("/audit?by=demo-admin", again.RequestMessage!.RequestUri!.PathAndQuery);
        await using var let = await OpenAsync("/audit");
        Assert.True(let.HasCircuit);
    }

    [Fact]
    public async Task Page_AfterTheBrowserBroke_FindsRoomAtOnce()
    {
        var tabs = new List<Tab>();
        for (var page = 0; page < 3; page++)
            tabs.Add(await OpenAsync("/tickets"));
        await UntilAsync(() => Open.Of("demo-admin").All(page => page.Title is not null));
        await Task.WhenAll(tabs.Select(tab => tab.DisposeAsync().AsTask()));
        await UntilAsync(() => Open.Of("demo-admin").All(page => page.IsLost));

        tabs = [.. await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => OpenAsync("/organisations")))];

        Assert.All(tabs, tab => Assert.True(tab.HasCircuit));
        Assert.All(Open.Of("demo-admin"), page => Assert.Equal("/organisations", page.Path));
    }

    [Fact]
    public async Task Page_NodeIsFull_SaysThatAllTogetherHaveTooMany()
    {
        for (var page = 0; page < 3; page++)
            await OpenAsync("/tickets");
        var others = new CookieContainer();
        using var lead = new HttpClient(new SocketsHttpHandler { CookieContainer = others }) { BaseAddress = http.BaseAddress };
        await SignInAsync(lead, "lead");
        for (var page = 0; page < 2; page++)
            Assert.True((await Tab.OpenAsync(lead, others, new Uri(lead.BaseAddress!, "/tickets"), _ => { }, Cancel)).HasCircuit);

        await using var further = await Tab.OpenAsync(lead, others, new Uri(lead.BaseAddress!, "/tickets"), _ => { }, Cancel);

        Assert.False(further.HasCircuit);
        using var told = await lead.GetAsync(new Uri("/too-many-pages", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, told.StatusCode);
        Assert.Contains("All of you together", await told.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Paths => typeof(OpenPages).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), false).Cast<RouteAttribute>())
        .Select(route => Examples.GetValueOrDefault(route.Template, route.Template)).Where(path => path is not ("/failed" or "/not-found")).Order(StringComparer.Ordinal);

    [Fact]
    public async Task EveryPage_ClosedOrLost_LeavesNoListenerAndNothingOfItself()
    {
        Assert.Equal(0, Listeners.ListenerCount);
        foreach (var path in Paths)
        {
            Assert.DoesNotContain('{', path);
            await VisitAsync(path, tab => tab.CloseAsync(http));
            Assert.True(await IsSoAsync(() => Open.Count == 0), $"{path} still counts.");
            Assert.True(await IsSoAsync(() => Listeners.ListenerCount == 0), $"{path} still listens.");
        }

        foreach (var path in Paths)
            await VisitAsync(path, tab => tab.DisposeAsync().AsTask());
        Assert.True(await IsSoAsync(() => Open.Count == 0 && Listeners.ListenerCount == 0), "What was lost still counts or listens.");
        Assert.True(await IsSoAsync(NothingIsLeft), $"{circuits.Count(circuit => circuit.IsAlive)} of {circuits.Count} circuits are held by something.");
        Assert.DoesNotContain("Unhandled exception", portal.Log.Text, StringComparison.Ordinal);
    }

    private bool NothingIsLeft()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return circuits.TrueForAll(circuit => !circuit.IsAlive);
    }

    private async Task VisitAsync(string path, Func<Tab, Task> leave)
    {
        var drawings = 0;
        var tab = await Tab.OpenAsync(http, cookies, new Uri(http.BaseAddress!, path), _ => Interlocked.Increment(ref drawings), Cancel);
        Assert.True(await IsSoAsync(() => Listeners.ListenerCount > 0 && Volatile.Read(ref drawings) > 1), $"{path} never listened: {tab.Failure}");
        Assert.Null(tab.Failure);
        await leave(tab);
    }

    private Task<Tab> OpenAsync(string path) => Tab.OpenAsync(http, cookies, new Uri(http.BaseAddress!, path), _ => { }, Cancel);

    private static async Task SignInAsync(HttpClient who, string role)
    {
        using var answer = await who.GetAsync(new Uri($"/dev/sign-in?as={role}&returnUrl=/health/live", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    // The circuit has its handlers, and they its services: what holds a page holds this.
    private sealed class Remembered : CircuitHandler
    {
        public Remembered(List<WeakReference> circuits)
        {
            lock (circuits)
                circuits.Add(new WeakReference(this));
        }
    }

    private static async Task UntilAsync(Func<bool> condition) => Assert.True(await IsSoAsync(condition));

    // Asked again and again, until it is so or the patience is over.
    private static async Task<bool> IsSoAsync(Func<bool> condition)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && !condition();)
            await pace.WaitForNextTickAsync(Cancel);
        return condition();
    }
}
