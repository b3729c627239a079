using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Motics.Support.Data.Events;

namespace Motics.Support.Data.Tests.Events;

public sealed class CrashTests
{
    private const int Answers = 60;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Kill_WhileBatchesAreAppended_EveryAnsweredBatchIsThereAndNoneByHalf()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();

        var answered = await RunAndKillAsync(temporary.File);

        var stored = (await StateDump.QueryAsync(temporary.Database, "", "SELECT event_id FROM event")).Select(line => line[1..].Split('-')[0]).ToList();
        Assert.Superset(answered, stored.ToHashSet());
        Assert.All(stored.CountBy(number => number), batch => Assert.Equal(CrashChild.BatchSize, batch.Value));
        Assert.Equal(stored.Count, (await StateDump.QueryAsync(temporary.Database, "", "SELECT event_id FROM event_identity")).Count);
        await AssertStateIsThatOfAsync(stored.Distinct().Select(number => int.Parse(number, CultureInfo.InvariantCulture)), temporary);
    }

    private static async Task AssertStateIsThatOfAsync(IEnumerable<int> batches, TemporaryDatabase survivor)
    {
        await using var fresh = await TemporaryDatabase.CreateAsync();
        await using var store = new EventStore(fresh.Database, fresh.Clock, NullLogger<EventStore>.Instance);
        await store.AppendAsync([.. batches.Order().SelectMany(CrashChild.Batch)], TestContext.Current.CancellationToken);
        Assert.Equal(await StateDump.WholeAsync(fresh.Database), await StateDump.WholeAsync(survivor.Database));
    }

    private static async Task<HashSet<string>> RunAndKillAsync(string file)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(CrashTests).Assembly.Location);
        start.Environment[CrashChild.Variable] = file;
        using var child = Process.Start(start)!;
        var answered = new HashSet<string>();
        try
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            enough.CancelAfter(Longest);
            while (await child.StandardOutput.ReadLineAsync(enough.Token) is { } line)
            {
                answered.Add(line);
                if (answered.Count == Answers)
                    child.Kill();
            }
        }
        finally
        {
            child.Kill();
            await child.WaitForExitAsync(CancellationToken.None);
        }
        Assert.True(answered.Count >= Answers, "The child ended by itself.");
        return answered;
    }
}
