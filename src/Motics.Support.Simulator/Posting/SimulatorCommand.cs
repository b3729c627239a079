using System.CommandLine;

namespace Motics.Support.Simulator.Posting;

/// <summary>The command line: what may be asked for and what each option means.</summary>
internal sealed class SimulatorCommand : RootCommand
{
    /// <summary>Read when <c>--token</c> is not given, so that the token need not stand in the shell's history.</summary>
    public const string TokenVariable = "MOTICS_SUPPORT_TOKEN";

    private readonly Option<Uri> to = new("--to") { Description = "Address of the portal, such as http://127.0.0.1:5080", Required = true, CustomParser = OptionText.Address };
    private readonly Option<string?> token = new("--token") { Description = $"Token with the scope events:write; without it, the environment variable {TokenVariable} is read" };
    private readonly Option<int> organisations = OptionText.Number("--organisations", "How many organisations, 1 to 1,000,000", Stories.StoryBook.Organisations, 1, 1_000_000);
    private readonly Option<double> rate = OptionText.Number("--rate", "Events a second; 0 for as fast as the portal answers", 0d, 0, 1_000_000);
    private readonly Option<long> events = OptionText.Number("--events", "Stop after so many events; 0 for no such bound", 0L, 0, long.MaxValue);
    private readonly Option<TimeSpan?> duration = new("--duration") { Description = "Stop after this time: 90s, 5m, 1h", CustomParser = OptionText.Duration };
    private readonly Option<ulong?> seed = new("--seed") { Description = "Which made-up world; without it one of its own, or with --live that of the demo data" };
    private readonly Option<int> batch = OptionText.Number("--batch", "Events in one request, 1 to 1,000", 500, 1, PostingPlan.MaxBatch);
    private readonly Option<DateTimeOffset?> at = new("--at") { Description = "When the stories end, such as 2026-11-24T09:00:00Z; now when not given. The same moment again posts the same events again", CustomParser = OptionText.Moment };
    private readonly Option<bool> live = new("--live") { Description = "Leave the weeks before out and only go on from now, for a minute unless --duration or --events says otherwise" };

    /// <param name="run">Carries a plan out and gives back the exit code.</param>
    /// <param name="environment">Reads an environment variable.</param>
    public SimulatorCommand(Func<PostingPlan, CancellationToken, Task<int>> run, Func<string, string?> environment)
        : base("Stands in for Motics OS: posts believable events of made-up clinics to a running portal, five weeks of them by default, and then stops.")
    {
        foreach (var option in new Option[] { to, token, organisations, rate, events, duration, seed, batch, at, live })
            Options.Add(option);
        Validators.Add(result =>
        {
            if ((result.GetValue(token) ?? environment(TokenVariable)) is null or "")
                result.AddError($"A token is needed: --token, or the environment variable {TokenVariable}.");
        });
        SetAction((result, cancellationToken) => run(Plan(result, environment), cancellationToken));
    }

    private PostingPlan Plan(ParseResult result, Func<string, string?> environment) => new()
    {
        To = result.GetRequiredValue(to),
        Token = result.GetValue(token) ?? environment(TokenVariable) ?? "",
        Organisations = result.GetValue(organisations),
        Rate = result.GetValue(rate) is > 0 and var known ? known : null,
        Events = result.GetValue(events) is > 0 and var most ? most : null,
        Duration = result.GetValue(duration),
        Seed = result.GetValue(seed),
        Batch = result.GetValue(batch),
        At = result.GetValue(at),
        OnlyLive = result.GetValue(live),
    };
}
