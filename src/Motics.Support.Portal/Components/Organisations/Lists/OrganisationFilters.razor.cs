using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Portal.Components.Organisations.Timelines;
using Motics.Support.Portal.Components.Shared;

namespace Motics.Support.Portal.Components.Organisations.Lists;

/// <summary>The list's filters; says where to go, the page goes there.</summary>
public sealed partial class OrganisationFilters
{
    private string text = "";
    private bool ahead;
    private bool keyMasked;
    private bool whole;

    [Inject] private Playbook Playbook { get; set; } = default!;

    [Parameter, EditorRequired] public OrganisationQuery Query { get; set; } = default!;

    /// <summary>Null until they are counted.</summary>
    [Parameter] public OrganisationCounts? Counts { get; set; }

    /// <summary>What is being typed, at every key; the page waits for a pause.</summary>
    [Parameter] public EventCallback<string> Searched { get; set; }

    /// <summary>Says whether any organisation has this in its name or id.</summary>
    [Parameter, EditorRequired] public Func<string, Task<bool>> Exists { get; set; } = default!;

    /// <summary>True when the address held a key that was searched for.</summary>
    [Parameter] public bool KeyTakenOut { get; set; }

    /// <summary>Another query was chosen.</summary>
    [Parameter] public EventCallback<OrganisationQuery> Chosen { get; set; }

    // The address follows the field after a pause: until it has caught up, what it says is older than what was typed.
    protected override void OnParametersSet()
    {
        var search = Query.Search ?? "";
        ahead = ahead && search != text.Trim();
        if (!ahead && search != text.Trim())
            text = search;
    }

    private IReadOnlyList<OrganisationCondition> Conditions => [.. OrganisationConditions.Of(Query, Playbook)];

    // How many choices are made, for who does not see them.
    private int On => Query.Healths.Count + Query.Ehrs.Count + Query.Regions.Count + Conditions.Count + new[] { Query.Incident is not null, Query.HasTicket is not null, Query.Migrated is not null }.Count(chosen => chosen);

    private bool IsFiltered => OrganisationLinks.IsFiltered(Query);

    private IEnumerable<string> Regions => (Counts?.ByRegion.Where(pair => pair.Value > 0).Select(pair => pair.Key) ?? []).Union(Query.Regions).Order(StringComparer.Ordinal);

    private int Count(Health health) => Counts?.ByHealth.GetValueOrDefault(health) ?? 0;

    // The search stands in the address, so a key must not come that far.
    private async Task TypedAsync(string? typed)
    {
        var given = typed ?? "";
        (text, ahead) = (given, true);
        keyMasked = await SearchText.IsKeyAsync(given, Exists);
        if (keyMasked && text == given)
            text = "";
        await Searched.InvokeAsync(text);
    }

    private Task Region(ChangeEventArgs change) =>
        Chosen.InvokeAsync(Query with { Regions = change.Value is string { Length: > 0 } region ? region.Split(',') : [] });

    private Task State(ChangeEventArgs change) => Chosen.InvokeAsync(Query with { MigrationStates = Kebab.Parse<MigrationState>(change.Value as string) is { } state ? [state] : [] });

    private Task Reason(ChangeEventArgs change) => Chosen.InvokeAsync(Query with { Reasons = change.Value is string { Length: > 0 } reason ? [reason] : [] });

    private Task Migrated(ChangeEventArgs change) =>
        Chosen.InvokeAsync(Query with { Migrated = change.Value switch { "true" => true, "false" => false, _ => null } });

    private static IReadOnlyList<T> Toggle<T>(IReadOnlyList<T> chosen, T value) =>
        chosen.Contains(value) ? [.. chosen.Where(other => !Equals(other, value))] : [.. chosen, value];
}
