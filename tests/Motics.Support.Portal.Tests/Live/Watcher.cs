using Motics.Support.Data.Live;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Tests.Live;

/// <summary>An open page, as far as the feed is concerned.</summary>
internal sealed class Watcher : IDisposable
{
    private readonly TaskCompletionSource woken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IDisposable subscription;

    public Watcher(LiveUpdates live, LiveTopic topic) => subscription = live.Subscribe(topic, () =>
    {
        woken.TrySetResult();
        return Task.CompletedTask;
    });

    /// <summary>Ends when it was woken.</summary>
    public Task Woken => woken.Task;

    public void Dispose() => subscription.Dispose();
}
