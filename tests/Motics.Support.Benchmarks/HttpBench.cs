using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Motics.Support.Core.Access;
using Motics.Support.Core.Events;
using Motics.Support.Data;
using Motics.Support.Data.Access;
using Motics.Support.Data.Audit;

namespace Motics.Support.Benchmarks;

/// <summary>The whole way in: the real portal as a process of its own, over the loopback, with a token and its checks.</summary>
internal static class HttpBench
{
    private const int Clients = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Events a second through <c>POST /api/v1/events</c>, 4 clients, a batch in each request.</summary>
    /// <param name="database">Migrated and empty.</param>
    /// <param name="warm">The history, posted first and not counted: a portal that has just started compiles its way in.</param>
    /// <param name="load">What is posted.</param>
    public static async Task<double> RunAsync(Database database, Workload warm, Workload load)
    {
        var token = await new TokenStore(database, new AuditTrail(database), TimeProvider.System).CreateAsync("bench", [Grants.EventsWriteScope], Actor.System, CancellationToken.None);
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var portal = Start(address, database.Options);
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Value!.Secret);
        try
        {
            await ReadyAsync(client, portal);
            await PostAllAsync(client, warm);
            var watch = Stopwatch.StartNew();
            await PostAllAsync(client, load);
            return load.Events / watch.Elapsed.TotalSeconds;
        }
        finally
        {
            portal.Kill();
            await portal.WaitForExitAsync();
        }
    }

    private static Process Start(Uri address, DatabaseOptions options)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[]
        {
            Path.Combine(AppContext.BaseDirectory, "Motics.Support.Portal.dll"), "--urls", address.ToString(), "--Demo:Enabled", "false",
            "--ConnectionStrings:Support", options.ConnectionString, "--Database:Provider", options.Provider == DatabaseProvider.Sqlite ? "sqlite" : "sqlserver", "--Logging:LogLevel:Default", "Warning",
        })
            start.ArgumentList.Add(argument);
        var portal = Process.Start(start)!;
        portal.BeginOutputReadLine();
        return portal;
    }

    private static Task PostAllAsync(HttpClient client, Workload load)
    {
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            for (int index; (index = Interlocked.Increment(ref next)) < load.Bodies.Count;)
                await PostAsync(client, load.Bodies[index]);
        })));
    }

    private static async Task PostAsync(HttpClient client, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(ContentMode.Batch);
        using var response = await client.PostAsync(new Uri("/api/v1/events", UriKind.Relative), content);
        if (response.StatusCode != HttpStatusCode.Accepted)
            throw new InvalidOperationException($"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
    }

    private static async Task ReadyAsync(HttpClient client, Process portal)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && !portal.HasExited; await pace.WaitForNextTickAsync())
        {
            try
            {
                if ((await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
        throw new InvalidOperationException(portal.HasExited ? $"The portal ended with exit code {portal.ExitCode}." : "The portal did not become ready.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
