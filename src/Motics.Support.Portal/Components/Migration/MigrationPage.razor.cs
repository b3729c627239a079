using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Migration;
using Motics.Support.Data.Live;
using Motics.Support.Data.Migration;
using Motics.Support.Data.Organisations;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Shared.Loading;
using Motics.Support.Portal.Components.Shared.Times;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Components.Migration;

/// <summary>How the migration goes, for team leads. What it speaks of is in its address; its numbers are those of the API.</summary>
public sealed partial class MigrationPage : IDisposable
{
    // Counting all clinics anew is not for every event.
    private static readonly TimeSpan BetweenReads = TimeSpan.FromSeconds(20);

    // What passes with time alone: seven days go on, incidents end.
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(5);

    private readonly List<IDisposable> listening = [];
    private readonly SortedSet<string> waves = new(StringComparer.Ordinal);
    private readonly SortedSet<string> places = new(StringComparer.Ordinal);
    private LoadEnvelope<MigrationShown>? envelope;
    private MigrationFilter? filter;
    private DateTimeOffset readAt;
    private bool changed;

    [Inject] private MigrationStore Store { get; set; } = default!;

    [Inject] private OrganisationStore Organisations { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private LiveUpdates Live { get; set; } = default!;

    [Inject] private TickingClock Clock { get; set; } = default!;

    [SupplyParameterFromQuery] private string? Ehr { get; set; }

    [SupplyParameterFromQuery] private string? Region { get; set; }

    [SupplyParameterFromQuery] private string? Wave { get; set; }

    [SupplyParameterFromQuery] private string? From { get; set; }

    [SupplyParameterFromQuery] private string? To { get; set; }

    [SupplyParameterFromQuery] private string? Table { get; set; }

    private Outcome<MigrationQuery> Asked => MigrationQuery.Read(Ehr, Region, Wave, From, To);

    private string Address => filter?.Url ?? Links.Migration;

    public void Dispose() => listening.ForEach(one => one.Dispose());

    protected override void OnInitialized()
    {
        if (!RendererInfo.IsInteractive)
            return;
        listening.Add(Live.Subscribe(LiveTopic.Anything, () => { changed = true; return Task.CompletedTask; }));
        listening.Add(Clock.Subscribe(() => Later(FollowAsync)));
    }

    protected override void OnParametersSet() =>
        filter = Asked.Value is { } query ? new(query, Table?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []) : null;

    private async Task<Outcome<MigrationShown>> ReadAsync(CancellationToken cancellationToken)
    {
        if (Asked is not { Done: true, Value: { } asked })
            return Asked.Refusal!;
        (changed, readAt) = (false, Clock.Now);
        var actor = await Current.GetAsync();
        // SQLite answers on the caller's thread, which would hold up the drawing.
        return await Task.Run(() => ReadAsync(asked, actor, cancellationToken), cancellationToken);
    }

    private async Task<Outcome<MigrationShown>> ReadAsync(MigrationQuery asked, Actor actor, CancellationToken cancellationToken)
    {
        var summary = await Store.ReadAsync(asked, actor, cancellationToken);
        if (!summary.Done)
            return summary.Refusal;
        var shown = new MigrationShown { Asked = asked, MayWrite = actor.May(Permission.WriteOutreach), ReadAt = readAt, Summary = summary.Value, Standing = MigrationStanding.Of(summary.Value), NeedQuery = MigrationShown.NeedOf(asked) };
        if (shown.Standing.Matching == 0)
            return shown with { Others = await OthersAsync(actor, cancellationToken) };
        if (shown.CanNeed == 0)
            return shown;
        var most = await Organisations.ListAsync(shown.NeedQuery with { Limit = MigrationShown.Named }, actor, cancellationToken);
        return most.Done ? shown with { MostInNeed = most.Value.Items } : most.Refusal;
    }

    // Which word to take out, and how many come then.
    private async Task<IReadOnlyList<WithoutCondition>> OthersAsync(Actor actor, CancellationToken cancellationToken)
    {
        var others = new List<WithoutCondition>();
        foreach (var condition in filter?.Conditions() ?? [])
        {
            var count = await Organisations.CountAsync(MigrationNumbers.All(condition.Without.Query), actor, cancellationToken);
            others.Add(new(condition, count.Done ? count.Value.Matching : 0));
        }
        return others;
    }

    // What the filters can choose from: all that this reader has seen, for a narrowed page names only its own.
    private void Began(MigrationShown shown)
    {
        waves.UnionWith(shown.Summary.ByWave.Select(wave => wave.Wave).OfType<string>());
        places.UnionWith(shown.Summary.ByPlace.Select(place => place.Place).OfType<string>());
    }

    private void Go(MigrationFilter chosen) => Navigation.NavigateTo(chosen.Url);

    private Task FollowAsync() => envelope is not null && Clock.Now - readAt >= (changed ? BetweenReads : Oldest) ? envelope.RefreshAsync() : Task.CompletedTask;
}
