using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Tests.Triage;

/// <summary>Short ways to set up a case: "name=value" pairs said by the agent.</summary>
internal static class Cases
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    public static Playbook Playbook => PlaybookLoader.Embedded;

    public static CaseFacts Of(string facts, CaseContext? context = null) => new(Said(facts), null, context);

    public static Evaluation Evaluate(string facts, CaseContext? context = null) => Playbook.Evaluate(Of(facts, context));

    public static Dictionary<string, KnownFact> Said(string facts, FactSource from = FactSource.Agent) =>
        facts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => Known(pair[0]).Name, pair => new KnownFact(FactCatalogue.Accept(Known(pair[0]), pair[1])!, from, Now));

    private static FactDefinition Known(string name) => FactCatalogue.Find(name) ?? throw new ArgumentException($"No fact {name}");
}
