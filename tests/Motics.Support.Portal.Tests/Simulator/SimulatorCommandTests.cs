using System.CommandLine;
using Motics.Support.Simulator;
using Motics.Support.Simulator.Posting;

namespace Motics.Support.Portal.Tests.Simulator;

public sealed class SimulatorCommandTests
{
    private static readonly string[] Least = ["--to", "http://127.0.0.1:5080", "--token", "t"];

    private PostingPlan? plan;

    [Fact]
    public async Task Command_LeastOptions_PostsTheWeeksBeforeAndStops()
    {
        Assert.Empty(await RunAsync(Least));
        Assert.Equal("http://127.0.0.1:5080/", plan!.To.ToString());
        Assert.Equal((306, 500, null), (plan.Organisations, plan.Batch, plan.Rate));
        Assert.False(plan.GoesOn);
        Assert.NotEqual(Rehearsal.OrdinarySeed, plan.World);
    }

    [Fact]
    public async Task Command_AllOptions_AreInThePlan()
    {
        Assert.Empty(await RunAsync(
        [
            .. Least, "--organisations", "12", "--rate", "40.5", "--events", "900", "--duration", "5m", "--seed", "3", "--batch", "7", "--at", "2026-11-24T09:00:00Z",
        ]));
        Assert.Equal((12, 40.5, 900, TimeSpan.FromMinutes(5), 3UL, 7), (plan!.Organisations, plan.Rate, plan.Events, plan.Duration, plan.World, plan.BatchAtRate));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), plan.At);
    }

    [Fact]
    public async Task Command_Live_GoesOnWithTheDemosClinicsForAMinute()
    {
        Assert.Empty(await RunAsync([.. Least, "--live"]));
        Assert.True(plan!.OnlyLive);
        Assert.Equal(Rehearsal.OrdinarySeed, plan.World);
        Assert.Equal(TimeSpan.FromMinutes(1), plan.Ends);
    }

    [Theory]
    [InlineData("--to", "ftp://example", "--to")]
    [InlineData("--duration", "soon", "--duration")]
    [InlineData("--batch", "0", "--batch")]
    [InlineData("--batch", "1001", "--batch")]
    [InlineData("--organisations", "0", "--organisations")]
    [InlineData("--rate", "-1", "--rate")]
    [InlineData("--at", "yesterday", "--at")]
    public async Task Command_WrongValue_IsRefusedByName(string option, string value, string named)
    {
        string[] rest = option == "--to" ? ["--token", "t"] : Least;
        var error = Assert.Single(await RunAsync([.. rest, option, value]));
        Assert.StartsWith(named, error, StringComparison.Ordinal);
        Assert.Null(plan);
    }

    [Fact]
    public async Task Command_NoToken_ComesFromTheEnvironmentOrIsAskedFor()
    {
        Assert.Contains(SimulatorCommand.TokenVariable, Assert.Single(await RunAsync(Least[..2])), StringComparison.Ordinal);
        Assert.Empty(await RunAsync(Least[..2], "from the environment"));
        Assert.Equal("from the environment", plan!.Token);
    }

    private async Task<IReadOnlyList<string>> RunAsync(string[] args, string? token = null)
    {
        var command = new SimulatorCommand((asked, _) => { plan = asked; return Task.FromResult(0); }, _ => token);
        var parsed = command.Parse(args);
        await parsed.InvokeAsync(new InvocationConfiguration { Error = TextWriter.Null, Output = TextWriter.Null }, TestContext.Current.CancellationToken);
        return [.. parsed.Errors.Select(error => error.Message)];
    }
}
