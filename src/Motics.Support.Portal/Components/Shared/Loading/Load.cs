using Motics.Support.Core;
using Motics.Support.Portal.Components.Wording;

namespace Motics.Support.Portal.Components.Shared.Loading;

/// <summary>Where a load stands.</summary>
public enum LoadPhase { Loading, Loaded, Refused, Failed }

/// <summary>
/// What a page knows of a load: the value and its age, or why there is none. A refresh that fails keeps the value and makes it stale
/// rather than an empty page; a load that was given up (another one began, the page went away) changes nothing.
/// </summary>
public sealed class Load<T>(TimeProvider time, Action<Exception, string> report) : IDisposable
{
    private CancellationTokenSource? running;
    private bool over;

    public LoadPhase Phase { get; private set; } = LoadPhase.Loading;

    /// <summary>What was read last; default while nothing was.</summary>
    public T? Value { get; private set; }

    /// <summary>True once <see cref="Value"/> may be shown.</summary>
    public bool HasValue { get; private set; }

    /// <summary>When <see cref="Value"/> was read.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Why it was refused; null unless it was.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>The id under which the log has the failure; null unless it failed.</summary>
    public string? Reference { get; private set; }

    /// <summary>What to do about it, when that is known; null otherwise.</summary>
    public string? Advice { get; private set; }

    /// <summary>A read is on its way.</summary>
    public bool Busy { get; private set; }

    /// <summary>The value shown is older than it should be, for reading it again failed.</summary>
    public bool Stale => HasValue && Phase == LoadPhase.Failed;

    /// <summary>Forgets the value, for the next read is of something else.</summary>
    public void Forget() => (Phase, Value, HasValue, ReadAt, Refusal, Reference) = (LoadPhase.Loading, default, false, null, null, null);

    /// <summary>Reads. A read that is still on its way is given up. True when this read was the last word. Once disposed it reads nothing any more.</summary>
    public async Task<bool> RunAsync(Func<CancellationToken, Task<Outcome<T>>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        // News that comes while the page goes away: what the read would use (the person, the circuit's services) is gone already.
        if (over)
            return false;
        var mine = new CancellationTokenSource();
        var before = Interlocked.Exchange(ref running, mine);
        if (before is not null)
            await before.CancelAsync();
        Busy = true;
        try
        {
            var outcome = await read(mine.Token);
            return mine == running && Take(outcome);
        }
        catch (OperationCanceledException) when (mine.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return mine == running && Fail(problem);
        }
        finally
        {
            if (mine == running)
                Busy = false;
        }
    }

    public void Dispose()
    {
        over = true;
        var last = Interlocked.Exchange(ref running, null);
        last?.Cancel();
        last?.Dispose();
    }

    private bool Take(Outcome<T> outcome)
    {
        (Refusal, Reference) = (outcome.Refusal, null);
        Phase = outcome.Done ? LoadPhase.Loaded : LoadPhase.Refused;
        (Value, HasValue) = (outcome.Value, outcome.Done);
        ReadAt = outcome.Done ? time.GetUtcNow() : null;
        return true;
    }

    private bool Fail(Exception problem)
    {
        (Reference, Advice) = (References.New(), Words.Of(problem));
        Phase = LoadPhase.Failed;
        report(problem, Reference);
        return true;
    }
}

/// <summary>Ids that a person can read out and the log has too.</summary>
public static class References
{
    /// <summary>Eight characters, as in "8f2c-77d1".</summary>
    public static string New()
    {
        var id = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4));
        return $"{id[..4]}-{id[4..]}";
    }
}
