using Motics.Support.Simulator.Events;

namespace Motics.Support.Simulator.Posting;

/// <summary>Carries out a plan: batch after batch at the rate that was asked for, telling how it goes, until something bounds it.</summary>
public sealed class PostingRun(PostingPlan plan, EventPoster poster, TimeProvider time, TextWriter output)
{
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(2);
    private readonly long started = time.GetTimestamp();
    private TimeSpan told;
    private long toldPosted = -1;

    /// <summary>Posts until the plan ends, posting fails for good or the person stops it; gives back what was reached either way.</summary>
    public async Task<Tally> RunAsync(CancellationToken cancellationToken)
    {
        var tally = new Tally();
        using var events = new EventFlow(plan, time).Events().GetEnumerator();
        try
        {
            while (tally.Failure is null && Take(events, tally.Posted) is { Count: > 0 } batch)
            {
                tally = tally.And(await poster.PostAsync(batch, cancellationToken).ConfigureAwait(false));
                Tell(tally);
                await KeepPaceAsync(tally.Posted, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await output.WriteLineAsync("Stopped.").ConfigureAwait(false);
        }
        if (tally.Posted != toldPosted)
            await output.WriteLineAsync(tally.Line(Taken)).ConfigureAwait(false);
        return tally;
    }

    private TimeSpan Taken => time.GetElapsedTime(started);

    private List<SimulatedEvent> Take(IEnumerator<SimulatedEvent> events, long posted)
    {
        var batch = new List<SimulatedEvent>();
        if (plan.Ends is { } ends && Taken >= ends)
            return batch;
        var room = Math.Min(plan.BatchAtRate, (plan.Events ?? long.MaxValue) - posted);
        while (batch.Count < room && events.MoveNext())
            batch.Add(events.Current);
        return batch;
    }

    private void Tell(Tally tally)
    {
        if (tally.Failure is not null || Taken - told < TellEvery)
            return;
        (told, toldPosted) = (Taken, tally.Posted);
        output.WriteLine(tally.Line(told));
    }

    private async Task KeepPaceAsync(long posted, CancellationToken cancellationToken)
    {
        var ahead = plan.Rate is { } rate ? TimeSpan.FromSeconds(posted / rate) - Taken : TimeSpan.Zero;
        var left = (plan.Ends ?? TimeSpan.MaxValue) - Taken;
        if (ahead > TimeSpan.Zero && left > TimeSpan.Zero)
            await Task.Delay(ahead < left ? ahead : left, time, cancellationToken).ConfigureAwait(false);
    }
}
