using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Loading;
using Motics.Support.Portal.Components.Wording;

namespace Motics.Support.Portal.Components.Organisations.Timelines;

/// <summary>Shows a timeline and grows it at both ends.</summary>
public sealed partial class TimelineCard : IDisposable
{
    private const int FewLines = 8;
    private const int MostPages = 4;

    private readonly CancellationTokenSource gone = new();
    private LoadEnvelope<TimelineFeed>? envelope;
    private TimelineGroups groups = new();
    private string? problem;

    [Parameter, EditorRequired] public string OrganisationId { get; set; } = "";

    [Parameter, EditorRequired] public TimelineReader Read { get; set; } = default!;

    /// <summary>The one kind shown; null for all. Part of the page's address.</summary>
    [Parameter] public TimelineKind? Kind { get; set; }

    [Parameter] public Ehr? OwnEhr { get; set; }

    /// <summary>What became of the keys of its own EHR, by when they were saved.</summary>
    [Parameter] public IReadOnlyDictionary<DateTimeOffset, KeyStory>? KeyStories { get; set; }

    /// <summary>Address of this page with another kind shown.</summary>
    [Parameter, EditorRequired] public Func<TimelineKind?, string> LinkTo { get; set; } = default!;

    private KeyStory? StoryOf(TimelineGroup group) => group.Newest is { Key: not null } saved && saved.Ehr == OwnEhr ? KeyStories?.GetValueOrDefault(saved.At) : null;

    /// <summary>Takes in what is new without touching what stands below.</summary>
    public Task RefreshAsync() => envelope is null ? Task.CompletedTask : envelope.RefreshAsync(NewerAsync);

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    private async Task<Outcome<TimelineFeed>> BeginAsync(CancellationToken cancellationToken)
    {
        var feed = new TimelineFeed(Read, Kind is { } kind ? [kind] : []);
        groups = new();
        return await OlderLinesAsync(feed, cancellationToken) is { } refusal ? refusal : feed;
    }

    // Many things may be few lines: reads on until there is something new to see, within reason.
    private async Task<Refusal?> OlderLinesAsync(TimelineFeed feed, CancellationToken cancellationToken)
    {
        var before = groups.Of(feed.Items).Count;
        for (var page = 0; page < MostPages; page++)
        {
            if (await feed.OlderAsync(cancellationToken) is { } refusal)
                return refusal;
            if (!feed.HasOlder || groups.Of(feed.Items).Count >= before + FewLines)
                break;
        }
        return null;
    }

    private async Task<Outcome<TimelineFeed>> NewerAsync(CancellationToken cancellationToken)
    {
        if (envelope?.Value is not { } feed)
            return await BeginAsync(cancellationToken);
        return await feed.NewerAsync(cancellationToken) is { } refusal ? refusal : feed;
    }

    private async Task OlderAsync(TimelineFeed feed)
    {
        problem = await OlderLinesAsync(feed, gone.Token) is { } refusal ? Words.Of(refusal) : null;
    }
}
