namespace Motics.Support.Faults;

/// <summary>How the rounds of a kind went.</summary>
/// <param name="Told">What only this kind knows.</param>
internal sealed record FaultOutcome(int Passed, int Failed, string Told);

/// <summary>One kind of accident, done again and again over the same database.</summary>
internal abstract class Fault
{
    public abstract string Name { get; }

    /// <summary>What only this kind knows, at the end.</summary>
    protected abstract string Told { get; }

    public async Task<FaultOutcome> RunAsync(Scene scene, int rounds)
    {
        var (passed, failed) = (0, 0);
        var checkpoint = (await PortalProcess.CommandAsync(scene.Database, scene.Stop, "audit", "checkpoint")).Said.Trim();
        for (var round = 1; round <= rounds; round++)
        {
            var problem = await TryAsync(scene, round);
            if (problem is null && round == rounds)
                problem = await AuditProblemAsync(scene, checkpoint);
            (passed, failed) = problem is null ? (passed + 1, failed) : (passed, failed + 1);
            if (problem is not null)
                await Console.Error.WriteLineAsync($"{Name}, round {round}: {problem}");
            if (scene.Stop.IsCancellationRequested)
                return new FaultOutcome(passed, rounds - passed, Told + ", stopped");
        }

        return new FaultOutcome(passed, failed, Told);
    }

    /// <summary>One accident under load, all that was cut off set going again, and what is wrong then; null for nothing.</summary>
    protected abstract Task<string?> RoundAsync(Scene scene, int round);

    private async Task<string?> TryAsync(Scene scene, int round)
    {
        try
        {
            return await RoundAsync(scene, round) ?? await Whole.ProblemAsync(scene);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return failure.ToString();
        }
    }

    private static async Task<string?> AuditProblemAsync(Scene scene, string checkpoint)
    {
        var (exitCode, said) = await PortalProcess.CommandAsync(scene.Database, scene.Stop, "audit", "verify", "--since", checkpoint);
        return exitCode == 0 ? null : $"audit verify: {said}";
    }
}
