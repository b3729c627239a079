using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
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

    /// <summary>Events a second through <c>POST /api/v1/events</c>, 4 clients, a batch in each request.</summary>
    /// <param name="database">Migrated and empty.</param>
    /// <param name="warm">The history, posted first and not counted: a portal that has just started compiles its way in.</param>
    /// <param name="load">What is posted.</param>
    public static async Task<double> RunAsync(Database database, Workload warm, Workload load)
    {
        var secret = await TokenAsync(database);
        await using var portal = await PortalProgram.StartAsync(database.Options);
        using var client = Sender(portal.Address, secret);
        await PostAllAsync(client, warm);
        var watch = Stopwatch.StartNew();
        await PostAllAsync(client, load);
        return load.Events / watch.Elapsed.TotalSeconds;
    }

    /// <summary>A token that may post events.</summary>
    public static async Task<string> TokenAsync(Database database) =>
        (await new TokenStore(database, new AuditTrail(database), TimeProvider.System).CreateAsync("bench", [Grants.EventsWriteScope], Actor.System, CancellationToken.None)).Value!.Secret;

    /// <summary>A client that posts with this token.</summary>
    public static HttpClient Sender(Uri address, string secret)
    {
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    /// <summary>Posts everything, several batches at once.</summary>
    public static Task PostAllAsync(HttpClient client, Workload load)
    {
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            for (int index; (index = Interlocked.Increment(ref next)) < load.Bodies.Count;)
                await PostAsync(client, load.Bodies[index]);
        })));
    }

    /// <summary>Posts one batch; throws unless it was taken.</summary>
    public static async Task PostAsync(HttpClient client, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(ContentMode.Batch);
        using var response = await client.PostAsync(new Uri("/api/v1/events", UriKind.Relative), content);
        if (response.StatusCode != HttpStatusCode.Accepted)
            throw new InvalidOperationException($"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
    }
}
