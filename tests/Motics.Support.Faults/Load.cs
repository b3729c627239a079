using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Motics.Support.Faults;

/// <summary>Those who write: Motics OS with batches of events, people with notes. What was acknowledged is written down, and what nobody answered.</summary>
internal sealed class Load(Scene scene)
{
    public const string Source = "faults";
    private const int Writers = 3;
    private const int EventsInBatch = 40;
    private const int Clinics = 20;

    // Long ago enough for a clock that stands a day behind.
    private static readonly DateTimeOffset From = DateTimeOffset.UtcNow.AddDays(-5);

    private readonly ConcurrentQueue<string> wrong = new();
    private CancellationTokenSource? running;
    private Task writing = Task.CompletedTask;
    private long ticket;
    private int batches;
    private int notes;
    private int notAnswered;
    private int busy;

    /// <summary>Batches that were answered with 202, by number.</summary>
    public ConcurrentDictionary<int, bool> Acknowledged { get; } = new();

    /// <summary>Batches that were sent and not answered: kept or not, both is right.</summary>
    public ConcurrentDictionary<int, bool> InDoubt { get; } = new();

    /// <summary>Notes that were answered.</summary>
    public ConcurrentDictionary<string, bool> Notes { get; } = new();

    /// <summary>Answers that a running portal must never give.</summary>
    public IReadOnlyCollection<string> Wrong => wrong;

    public string Told => string.Create(CultureInfo.InvariantCulture, $"{Acknowledged.Count * EventsInBatch:N0} events and {Notes.Count:N0} notes acknowledged, {notAnswered} requests not answered, {busy} told to come again");

    public static IEnumerable<string> Ids(int batch) => Enumerable.Range(0, EventsInBatch).Select(index => $"b{batch}-{index}");

    /// <summary>The clinics and the ticket that notes go to.</summary>
    public async Task PrepareAsync()
    {
        using var client = Client();
        await PostBatchAsync(client, batches++, scene.Stop);
        using var made = await client.PostAsJsonAsync(new Uri("/api/v1/tickets", UriKind.Relative), new { organisationId = "clinic-0", subject = "Notes do not arrive" }, scene.Stop);
        made.EnsureSuccessStatusCode();
        ticket = (long)JsonNode.Parse(await made.Content.ReadAsStringAsync(scene.Stop))!["number"]!;
    }

    /// <summary>Begins to write, and comes back when it is under way: the first batch and the first note are answered.</summary>
    public async Task StartAsync()
    {
        var (before, notesBefore) = (Acknowledged.Count, Notes.Count);
        running = CancellationTokenSource.CreateLinkedTokenSource(scene.Stop);
        var stop = running.Token;
        writing = Task.WhenAll([.. Enumerable.Range(0, Writers).Select(_ => Task.Run(() => PostAsync(stop), stop)), Task.Run(() => NoteAsync(stop), stop)]);
        while (Acknowledged.Count == before || Notes.Count == notesBefore)
            await Task.Delay(5, stop);
    }

    public async Task StopAsync()
    {
        if (running is null)
            return;
        await running.CancelAsync();
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        running.Dispose();
        running = null;
    }

    /// <summary>Sends again what nobody answered, now to a portal that stands: afterwards each batch is there once.</summary>
    public async Task SettleAsync()
    {
        using var client = Client();
        foreach (var batch in InDoubt.Keys)
            await PostBatchAsync(client, batch, scene.Stop);
    }

    /// <summary>Sends acknowledged batches again; gives back how many of their events were not known for duplicates.</summary>
    public async Task<int> RepeatAsync(IEnumerable<int> again)
    {
        using var client = Client();
        var unknown = 0;
        foreach (var batch in again)
            unknown += EventsInBatch - (await PostBatchAsync(client, batch, scene.Stop)).Duplicates;
        return unknown;
    }

    /// <summary>A client of the portal as it runs now.</summary>
    public HttpClient Client()
    {
        var client = new HttpClient { BaseAddress = scene.Portal.Address, Timeout = TimeSpan.FromSeconds(60) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", scene.Secret);
        return client;
    }

    private async Task PostAsync(CancellationToken stop)
    {
        using var client = Client();
        while (!stop.IsCancellationRequested)
        {
            var batch = Interlocked.Increment(ref batches);
            InDoubt[batch] = true;
            await TryAsync(() => PostBatchAsync(client, batch, stop), stop);
        }
    }

    private async Task<(int Accepted, int Duplicates)> PostBatchAsync(HttpClient client, int batch, CancellationToken stop)
    {
        using var content = JsonContent.Create(Ids(batch).Select((id, index) => Event(id, batch, index)), new MediaTypeHeaderValue("application/cloudevents-batch+json"));
        using var answer = await client.PostAsync(new Uri("/api/v1/events", UriKind.Relative), content, stop);
        if (!await IsGoodAsync(answer, HttpStatusCode.Accepted, stop))
            return default;
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync(stop))!;
        Acknowledged[batch] = true;
        InDoubt.TryRemove(batch, out _);
        return ((int)said["accepted"]!, (int)said["duplicates"]!);
    }

    private static object Event(string id, int batch, int index) => new
    {
        specversion = "1.0",
        id,
        source = Source,
        type = "ai.motics.patient-search.completed",
        subject = $"clinic-{(batch + index) % Clinics}",
        time = From.AddSeconds(batch).AddMilliseconds(index),
        data = new { ehr = "cliniko", resultCount = index % 3 },
    };

    private async Task NoteAsync(CancellationToken stop)
    {
        using var client = Client();
        while (!stop.IsCancellationRequested)
        {
            var text = $"note {Interlocked.Increment(ref notes)} said";
            await TryAsync(async () =>
            {
                using var answer = await client.PostAsJsonAsync(new Uri($"/api/v1/tickets/{ticket}/notes", UriKind.Relative), new { text }, stop);
                if (await IsGoodAsync(answer, HttpStatusCode.OK, stop))
                    Notes[text] = true;
            }, stop);
        }
    }

    private async Task<bool> IsGoodAsync(HttpResponseMessage answer, HttpStatusCode good, CancellationToken stop)
    {
        if (answer.StatusCode == good)
            return true;
        // Too much at once, or the database is busy: said as it must be, and tried again by whoever sends.
        if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
        {
            Interlocked.Increment(ref busy);
            await Task.Delay(50, stop);
        }
        else
            wrong.Enqueue($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(stop)}");
        return false;
    }

    private async Task TryAsync(Func<Task> request, CancellationToken stop)
    {
        try
        {
            await request();
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            Interlocked.Increment(ref notAnswered);
            await Task.Delay(20, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
