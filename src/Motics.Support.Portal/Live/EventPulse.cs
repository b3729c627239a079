namespace Motics.Support.Portal.Live;

/// <summary>Reads when the newest event of Motics OS was received; null while none has ever come.</summary>
public delegate Task<DateTimeOffset?> ReadNewestEvent(CancellationToken cancellationToken);

/// <summary>
/// When events last came, for the chip that says that they are live. Asked of the database, so that it is true after a restart and on
/// every node, and at most once in <see cref="Age"/> however many pages are open.
/// </summary>
public sealed class EventPulse(ReadNewestEvent read, TimeProvider time, ILogger<EventPulse> log)
{
    /// <summary>How old an answer may be.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromSeconds(4);

    private readonly Lock gate = new();
    private Task<EventPulseState>? reading;
    private DateTimeOffset readAt;

    /// <summary>What is known now.</summary>
    public Task<EventPulseState> NowAsync()
    {
        lock (gate)
        {
            if (reading is null || (reading.IsCompleted && time.GetUtcNow() - readAt >= Age))
            {
                (reading, readAt) = (ReadAsync(), time.GetUtcNow());
            }

            return reading;
        }
    }

    private async Task<EventPulseState> ReadAsync()
    {
        try
        {
            return new(true, await read(CancellationToken.None));
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // The pages say for themselves that reading fails; the chip only stops claiming anything.
            log.LogWarning(problem, "When the newest event came could not be read");
            return new(false, null);
        }
    }
}

/// <summary>What is known of the newest event.</summary>
/// <param name="Known">False when it could not be read.</param>
/// <param name="LastAt">When it was received; null when none has ever come.</param>
public readonly record struct EventPulseState(bool Known, DateTimeOffset? LastAt);
