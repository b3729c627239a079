using System.Net.Http.Headers;
using Motics.Support.Simulator.Posting;

var command = new SimulatorCommand(RunAsync, Environment.GetEnvironmentVariable);
var parsed = command.Parse(args);
var code = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? 2 : code;

static async Task<int> RunAsync(PostingPlan plan, CancellationToken cancellationToken)
{
    using var client = new HttpClient { BaseAddress = plan.To };
    client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", plan.Token);
    var run = new PostingRun(plan, new EventPoster(client, TimeProvider.System), TimeProvider.System, Console.Out);
    var tally = await run.RunAsync(cancellationToken);
    foreach (var trouble in new[] { tally.FirstRejection is { } rejection ? $"Rejected, for example: {rejection}" : null, tally.Failure }.OfType<string>())
        await Console.Error.WriteLineAsync(trouble);
    return tally.Failure is null && tally.Rejected == 0 ? 0 : 1;
}
