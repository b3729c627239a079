using Microsoft.AspNetCore.Components;
using Motics.Support.Core.Access;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Tickets;
using Motics.Support.Data.Live;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Escalations;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Times;
using Motics.Support.Portal.Components.Tickets;
using Motics.Support.Portal.Components.Tickets.Lists;
using Motics.Support.Portal.Components.Tickets.Opening;
using Motics.Support.Portal.Live;

namespace Motics.Support.Portal.Components.Layout;

/// <summary>The navigation. Its counts are those of the lists that the links open.</summary>
public sealed partial class NavMenu : IDisposable
{
    private static readonly NavEntry[] Entries =
    [
        new(Links.Home, "Home", null, ""),
        new(Links.Organisations, "Organisations", Permission.ReadOrganisations, ""),
        new(TicketFilter.Path, "Tickets", Permission.ReadTickets, ""),
        new(EscalationFilter.Path, "Escalations", Permission.ReadEscalations, ""),
        new(Links.Migration, "Migration", Permission.ReadMigration, "Overview"),
        new(Links.Playbook, "Playbook", Permission.ReadPlaybook, "Rules"),
        new(Links.Audit, "Audit", Permission.ReadAudit, "Control"),
        new(Links.Tokens, "Tokens", Permission.ManageTokens, "Control"),
        new(Links.Masks, "Masks", Permission.ReadMasks, "Control"),
    ];

    private readonly Dictionary<string, int> counts = [];
    private readonly List<IDisposable> listening = [];
    private Actor? actor;
    private bool changed;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private TicketDesk Tickets { get; set; } = default!;

    [Inject] private EscalationDesk Escalations { get; set; } = default!;

    [Inject] private LiveUpdates Live { get; set; } = default!;

    [Inject] private TickingClock Clock { get; set; } = default!;

    [Inject] private ILogger<NavMenu> Log { get; set; } = default!;

    private IEnumerable<IGrouping<string, NavEntry>> Groups => Entries.Where(MayOpen).GroupBy(entry => entry.Group);

    protected override async Task OnInitializedAsync()
    {
        actor = await Current.GetAsync();
        if (!RendererInfo.IsInteractive)
            return;
        listening.Add(Live.Subscribe(LiveTopic.Anything, () => { changed = true; return Task.CompletedTask; }));
        listening.Add(Clock.Subscribe(CountWhenChanged));
        await CountAsync();
    }

    public void Dispose() => listening.ForEach(one => one.Dispose());

    private bool MayOpen(NavEntry entry) => actor is { Permissions.Count: > 0 } && (entry.Needed is not { } needed || actor.May(needed));

    // At the clock's pace: a storm of events must not become a storm of counting.
    private void CountWhenChanged()
    {
        if (!changed)
            return;
        changed = false;
        Later(CountAsync);
    }

    private async Task CountAsync()
    {
        try
        {
            var tickets = await Tickets.ListAsync(new TicketFilter().Query(actor!) with { Limit = 1 }, actor!, CancellationToken.None);
            var escalations = await Escalations.ListAsync(new EscalationFilter().Query(actor!) with { Limit = 1 }, actor!, CancellationToken.None);
            counts[TicketFilter.Path] = tickets.Done ? tickets.Value.Total : 0;
            counts[EscalationFilter.Path] = escalations.Done ? escalations.Value.Total : 0;
            StateHasChanged();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // A navigation without counts is better than none.
            Log.LogWarning(problem, "The navigation could not be counted");
        }
    }

    private sealed record NavEntry(string Href, string Name, Permission? Needed, string Group);
}
