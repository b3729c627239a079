using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Motics.Support.Simulator.Posting;

namespace Motics.Support.Portal.Tests.Simulator;

public sealed class PostingTests
{
    private static readonly Uri Address = new("http://127.0.0.1:5080/");

    private readonly HurryingClock time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
    private readonly StringWriter output = new();
    private readonly Portal portal = new();

    [Fact]
    public async Task Run_NumberOfEvents_StopsThereAndGoesOnPastTheHistory()
    {
        var tally = await RunAsync(Plan with { Organisations = 1, Events = 700, Batch = 300 });
        Assert.Equal((700, 0, 0, null), (tally.Accepted, tally.Duplicates, tally.Rejected, tally.Failure));
        Assert.Equal([300, 300, 100], portal.Batches);
        Assert.Contains("700 posted", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoBound_EndsWithTheHistory()
    {
        var tally = await RunAsync(Plan with { Organisations = 2 });
        Assert.InRange(tally.Accepted, 50, 2_000);
        Assert.Equal(portal.Batches.Sum(), tally.Accepted);
    }

    [Fact]
    public async Task Run_Rate_TakesTheTimeThatItMeans()
    {
        var start = time.GetUtcNow();
        await RunAsync(Plan with { Organisations = 3, Events = 100, Rate = 10 });
        Assert.InRange((time.GetUtcNow() - start).TotalSeconds, 9, 11);
        Assert.All(portal.Batches, size => Assert.Equal(5, size));
    }

    [Fact]
    public async Task Run_LiveForSomeTime_StopsAndSendsEventsOfNow()
    {
        var start = time.GetUtcNow();
        await RunAsync(Plan with { OnlyLive = true, Organisations = 40, Duration = TimeSpan.FromSeconds(20), Rate = 4 });
        Assert.InRange((time.GetUtcNow() - start).TotalSeconds, 19, 21);
        Assert.All(portal.Times, moment => Assert.True(moment >= start.AddMinutes(-10)));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Run_BusyPortal_WaitsAsLongAsItSaysAndSendsTheSameAgain(HttpStatusCode busy)
    {
        var start = time.GetUtcNow();
        portal.Answers.Enqueue((busy, TimeSpan.FromSeconds(7)));
        var tally = await RunAsync(Plan with { Organisations = 1, Events = 10 });
        Assert.Equal((10, 1), (tally.Accepted, tally.Retries));
        Assert.Equal(TimeSpan.FromSeconds(7), time.GetUtcNow() - start);
    }

    [Fact]
    public async Task Run_PortalThatStaysBusy_GivesUp()
    {
        for (var attempt = 0; attempt < EventPoster.Tries; attempt++)
            portal.Answers.Enqueue((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(1)));
        var tally = await RunAsync(Plan with { Organisations = 1, Events = 10 });
        Assert.Equal(0, tally.Posted);
        Assert.Contains("busy", tally.Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "token")]
    [InlineData(HttpStatusCode.Forbidden, "events:write")]
    [InlineData(HttpStatusCode.NotFound, "404")]
    public async Task Run_RefusedForGood_StopsWithASentence(HttpStatusCode refusal, string word)
    {
        portal.Answers.Enqueue((refusal, null));
        var tally = await RunAsync(Plan with { Organisations = 1 });
        Assert.Contains(word, tally.Failure, StringComparison.Ordinal);
        Assert.Empty(portal.Batches);
    }

    [Fact]
    public async Task Run_NobodyAnswers_SaysSo()
    {
        portal.IsDown = true;
        var tally = await RunAsync(Plan with { Organisations = 1 });
        Assert.Contains("running", tally.Failure, StringComparison.Ordinal);
    }

    private static PostingPlan Plan => new() { To = Address, Token = "t" };

    private async Task<Tally> RunAsync(PostingPlan plan)
    {
        using var client = new HttpClient(portal, disposeHandler: false) { BaseAddress = Address };
        return await new PostingRun(plan, new EventPoster(client, time), time, output).RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Takes everything in, unless an answer was laid ready.</summary>
    private sealed class Portal : HttpMessageHandler
    {
        public Queue<(HttpStatusCode Status, TimeSpan? RetryAfter)> Answers { get; } = new();

        public List<int> Batches { get; } = [];

        public List<DateTimeOffset> Times { get; } = [];

        public bool IsDown { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (IsDown)
                throw new HttpRequestException("Connection refused");
            if (Answers.TryDequeue(out var ready))
                return new HttpResponseMessage(ready.Status) { Headers = { RetryAfter = ready.RetryAfter is { } wait ? new RetryConditionHeaderValue(wait) : null } };
            using var json = JsonDocument.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
            Batches.Add(json.RootElement.GetArrayLength());
            Times.AddRange(json.RootElement.EnumerateArray().Select(one => one.GetProperty("time").GetDateTimeOffset()));
            return new HttpResponseMessage(HttpStatusCode.Accepted)
            {
                Content = new StringContent($$"""{"accepted":{{json.RootElement.GetArrayLength()}},"duplicates":0,"rejected":[]}"""),
            };
        }
    }
}
