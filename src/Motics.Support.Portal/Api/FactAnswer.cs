using System.Globalization;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Portal.Api;

/// <summary>A known fact.</summary>
/// <param name="Value">A yes or no, a whole number, a kebab-case name or text.</param>
/// <param name="From">Who says so; the agent's word comes before the events'.</param>
/// <param name="At">When it was said or seen; null when that has no time.</param>
/// <param name="Evidence">A sentence: how the events show it; null for an agent's answer.</param>
/// <param name="Events">What the events show beside the agent's word; null when they show nothing, or nobody answered.</param>
public sealed record FactAnswer(object Value, FactSource From, DateTimeOffset? At, string? Evidence, EventFactAnswer? Events)
{
    /// <summary>What the agent had said before the events answered it; null when the agent's word counts or there is none.</summary>
    public EventFactAnswer? Before { get; init; }

    internal static Dictionary<string, FactAnswer> Of(CaseFacts facts) => facts.All.ToDictionary(fact => fact.Name, Of);

    internal static object ValueOf(string fact, string value) => FactCatalogue.Find(fact)?.Type switch
    {
        FactType.Bool => value == "true",
        FactType.Number => int.Parse(value, CultureInfo.InvariantCulture),
        _ => value,
    };

    private static FactAnswer Of(CaseFact fact)
    {
        var beside = fact is { Agent: not null, Events: { } events, IsOutdated: false } ? new EventFactAnswer(ValueOf(fact.Name, events.Value), events.At, events.Evidence) : null;
        return new FactAnswer(ValueOf(fact.Name, fact.Said.Value), fact.Said.From, fact.Said.At, fact.Said.Evidence, beside)
        {
            Before = fact is { Agent: { } agent, IsOutdated: true } ? new EventFactAnswer(ValueOf(fact.Name, agent.Value), agent.At, agent.Evidence) : null,
        };
    }
}

/// <summary>What one side says while the other counts.</summary>
public sealed record EventFactAnswer(object Value, DateTimeOffset? At, string? Evidence);
