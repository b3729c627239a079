using System.Globalization;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Wording;
using Motics.Support.Portal.Components.Migration;

namespace Motics.Support.Portal.Components.Organisations.Lists;

/// <summary>A condition of a list that is on, as a chip: what it says, and the list without it.</summary>
public sealed record OrganisationCondition(string Word, OrganisationQuery Without, string? Why = null);

/// <summary>What a number of the migration asks of the list, in words.</summary>
public static class OrganisationConditions
{
    /// <summary>True when the list speaks of the migration: then it shows how each came through it, and what holds it up.</summary>
    public static bool IsOfMigration(OrganisationQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Sort == OrganisationSort.Need || query.MigrationStates.Count + query.Waves.Count + query.Reasons.Count + query.Took.Count > 0
            || query is not { Copying: null, Pushing: null, Reconnected: null, From: null, Before: null, BackOn: null, OutOn: null };
    }

    /// <summary>Those that are on, each to be taken off alone.</summary>
    public static IEnumerable<OrganisationCondition> Of(OrganisationQuery query, Playbook playbook)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.MigrationStates.Count > 0)
            yield return new(States(query.MigrationStates), query with { MigrationStates = [] }, "How they came through the move to Motics OS.");
        foreach (var wave in query.Waves)
            yield return new(wave == OrganisationQuery.NotKnown ? "No wave known" : MigrationWords.Wave(wave), query with { Waves = [.. query.Waves.Where(other => other != wave)] });
        foreach (var reason in query.Reasons)
            yield return new(MigrationWords.Reason(playbook, reason == OrganisationQuery.NotKnown ? null : reason), query with { Reasons = [.. query.Reasons.Where(other => other != reason)] }, "What holds them up, by what the events alone show.");
        if (query.Copying is { } copying)
            yield return new(copying ? "Copying notes out" : "Copying no notes", query with { Copying = null }, "Whether notes were copied out in the last 7 days, to be pasted in by hand.");
        if (query.Pushing is { } pushing)
            yield return new(pushing ? "Pushing notes" : "Pushing no notes", query with { Pushing = null }, "Whether a note was pushed in the last 7 days.");
        if (query.Reconnected is { } back)
            yield return new(back ? "Back since the move" : "Not back since the move", query with { Reconnected = null }, "Whether anything has worked since the move, whatever the state is now.");
        if (query.Took.Count > 0)
            yield return new($"Back {string.Join(" or ", query.Took.Select(took => Wording.Words.Lower(Labels.Of(took))))} after the move", query with { Took = [] });
        if (query.From is not null || query.Before is not null)
            yield return new(Moved(query.From, query.Before?.AddMilliseconds(-1)), query with { From = null, Before = null });
        if (query.BackOn is { } backOn)
            yield return new($"Came back on {Day(backOn)}", query with { BackOn = null }, "The first success after the move was on this day, in UTC.");
        if (query.OutOn is { } outOn)
            yield return new($"Not back at the end of {Day(outOn)}", query with { OutOn = null }, "Moved by then, and nothing had worked since; the day ends in UTC.");
    }

    private static string States(IReadOnlyList<MigrationState> states)
    {
        var set = states.ToHashSet();
        if (set.SetEquals(MigrationStates.Moved))
            return "Moved";
        if (set.SetEquals(MigrationStates.DoNotWork))
            return "Moved, do not work";
        if (set.SetEquals(MigrationStates.Moved.Where(state => state.CanNeed())))
            return "Moved, do not work, no outage";
        return set.SetEquals(MigrationStates.Moved.Where(state => state != MigrationState.Outage)) ? "Moved, no outage" : string.Join(" or ", states.Select((state, index) => index == 0 ? Labels.Of(state) : Wording.Words.Lower(Labels.Of(state))));
    }

    private static string Moved(DateTimeOffset? from, DateTimeOffset? to) => (from, to) switch
    {
        ({ } first, { } last) when first.UtcDateTime.Date == last.UtcDateTime.Date => $"Moved on {MigrationWords.Day(first)}",
        ({ } first, { } last) => $"Moved from {MigrationWords.Day(first)} to {MigrationWords.Day(last)}",
        ({ } first, null) => $"Moved from {MigrationWords.Day(first)}",
        (null, { } last) => $"Moved until {MigrationWords.Day(last)}",
        _ => "",
    };

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
