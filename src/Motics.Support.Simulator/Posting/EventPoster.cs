using System.Net;
using System.Net.Http.Headers;
using Motics.Support.Simulator.Events;

namespace Motics.Support.Simulator.Posting;

/// <summary>Posts batches to a portal. A portal that is busy is asked again when it said so; one that is out of reach, a few times.</summary>
public sealed class EventPoster(HttpClient client, TimeProvider time)
{
    /// <summary>How often one batch is tried at most.</summary>
    public const int Tries = 8;

    private static readonly MediaTypeHeaderValue ContentType = new("application/cloudevents-batch+json");
    private static readonly Uri Path = new("api/v1/events", UriKind.Relative);

    /// <summary>Posts one batch. A failure that trying again cannot mend is told in <see cref="Tally.Failure"/>, not thrown.</summary>
    public async Task<Tally> PostAsync(IReadOnlyCollection<SimulatedEvent> batch, CancellationToken cancellationToken)
    {
        var body = SimulatedEvent.ToJson(batch);
        for (var attempt = 1; ; attempt++)
        {
            var (tally, again) = await TryAsync(body, attempt, cancellationToken).ConfigureAwait(false);
            if (again is not { } wait || attempt == Tries)
                return tally with { Retries = attempt - 1 };
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What came of one try, and how long to wait before the next; null when there is no point in one.</summary>
    private async Task<(Tally Tally, TimeSpan? Again)> TryAsync(byte[] body, int attempt, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new ByteArrayContent(body) { Headers = { ContentType = ContentType } };
            using var answer = await client.PostAsync(Path, content, cancellationToken).ConfigureAwait(false);
            return Judge(answer, await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false), attempt);
        }
        catch (HttpRequestException)
        {
            return (new Tally { Failure = $"No answer from {client.BaseAddress}. Is the portal running?" }, Patience(attempt));
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (new Tally { Failure = $"{client.BaseAddress} took longer than {client.Timeout.TotalSeconds:0} s to answer." }, Patience(attempt));
        }
    }

    private (Tally Tally, TimeSpan? Again) Judge(HttpResponseMessage answer, string text, int attempt) => answer.StatusCode switch
    {
        HttpStatusCode.Accepted => (EventAnswer.Read(text), null),
        // All events of the batch were bad: counted as such, the next batch may be better.
        HttpStatusCode.UnprocessableEntity => (EventAnswer.Read(text), null),
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable =>
            (new Tally { Failure = $"The portal stayed busy ({(int)answer.StatusCode})." }, RetryAfter(answer) ?? Patience(attempt)),
        HttpStatusCode.Unauthorized =>
            (new Tally { Failure = "The portal does not know this token (401). Make one there with: token create --name NAME --scope events:write" }, null),
        HttpStatusCode.Forbidden => (new Tally { Failure = "This token may not post events (403): it needs the scope events:write." }, null),
        _ => (new Tally { Failure = $"The portal answered {(int)answer.StatusCode} {EventAnswer.Title(text)}".TrimEnd() }, null),
    };

    private TimeSpan? RetryAfter(HttpResponseMessage answer)
    {
        var wait = answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return wait is { } known ? TimeSpan.FromSeconds(Math.Clamp(known.TotalSeconds, 0.05, 60)) : null;
    }

    private static TimeSpan Patience(int attempt) => TimeSpan.FromMilliseconds(Math.Min(5_000, 100 * Math.Pow(2, attempt)));
}
