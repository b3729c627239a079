using System.Text.RegularExpressions;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Conditions;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Tests.Triage;

/// <summary>
/// Goes through every combination of the facts that the rules mention: a fact branches into all its values the moment a rule, a step or the
/// check itself reads it, so what is not read cannot matter and nothing is left out.
/// </summary>
public sealed partial class SafetyProofTests
{
    private static readonly Playbook Playbook = Cases.Playbook;

    [Fact]
    public void EveryCombination_OfAllFacts_HasTheVerdictOfTheTableAndIsSafe()
    {
        var rows = Playbook.Rules.Select((rule, index) => $"{TableOracle.Numbers[index]} {Kebab.Name(rule.Verdict)}{(rule.Criterion is { } criterion ? $" {Kebab.Name(criterion)}" : "")}").ToList();
        var risky = Playbook.StepLists.Where(list => Texts(list).Any(SuggestsCreatingPatients)).ToHashSet();
        var speaksOfKey = Playbook.StepLists.Where(list => Texts(list).Any(KeyWord().IsMatch)).ToHashSet();
        var seen = new int[Playbook.Rules.Count];
        var wrong = new List<string>();

        var domains = Domains.Told(Playbook.Rules.SelectMany(rule => rule.Steps.Select(choice => choice.When).Append(rule.When)).OfType<Condition>());
        var paths = 0;
        var complete = Exploration.Run(domains, values =>
        {
            paths = values.Runs;
            var oracle = new TableOracle(fact => Wires.Given(values, fact), () => values.IsIn(Circumstance.Connected), () => values.IsIn(Circumstance.Complaint));
            var rule = Evaluator.Winner(Playbook.Rules, values);
            var index = IndexOf(rule);
            seen[index]++;
            var expected = oracle.Row();
            var steps = rule.StepsFor(values);
            if (rows[index] != expected)
                wrong.Add($"{rows[index]} instead of {expected}: {Shown(values)}");
            if (steps is null && rule.Asks.Count == 0 && !rule.AsksDecidingQuestion)
                wrong.Add($"nothing to do and nothing to ask for {rule.Id}: {Shown(values)}");
            if (steps is null)
                return wrong.Count < 10;
            if (risky.Contains(steps) && oracle.NoneRecognised)
                wrong.Add($"creating a patient while none are recognised: {Shown(values)}");
            if (Wires.Given(values, FactNames.ProviderIncident) == "confirmed" && (speaksOfKey.Contains(steps) || rule.Verdict != Verdict.ProviderIncident))
                wrong.Add($"a key during an incident: {Shown(values)}");
            return wrong.Count < 10;
        });

        Assert.Empty(wrong);
        Assert.True(complete);
        Assert.DoesNotContain(0, seen);
        TestContext.Current.TestOutputHelper?.WriteLine($"{paths} paths through all combinations of facts and circumstances.");
        // The check itself must be able to find something.
        Assert.Contains("find-one-patient", risky.Select(list => list.Id));
        Assert.Contains("reconnect-cliniko", speaksOfKey.Select(list => list.Id));
    }

    [Fact]
    public void Steps_ThatMayAllBeDone_LeaveSomethingToGoOnWith()
    {
        var lists = Playbook.Rules.SelectMany(rule => rule.Steps.Select(choice => (Rule: rule, choice.List))).Where(pair => pair.List.Steps.All(step => step.When is not null)).ToList();

        Assert.Contains("with-engineers", lists.Select(pair => pair.List.Id));
        Assert.All(lists, pair => Assert.True((pair.List.Then ?? pair.Rule.Then) is not null || pair.Rule.Asks.Count > 0, $"{pair.Rule.Id}: {pair.List.Id}"));
    }

    private static int IndexOf(VerdictRule rule)
    {
        for (var index = 0; index < Playbook.Rules.Count; index++)
        {
            if (ReferenceEquals(Playbook.Rules[index], rule))
                return index;
        }
        return -1;
    }

    private static string Shown(Exploration values) =>
        string.Join("; ", values.Path.Where(pair => pair.Code != FactValues.Unknown).Select(pair => $"{pair.Fact.Name}={Wires.Of(pair.Fact, pair.Code)}").Concat(values.Circumstances.Select(Kebab.Name)));

    [Fact]
    public void Unknown_InACondition_NeverCountsAsAnAnswerUnlessTheConditionNamesIt()
    {
        var conditions = Playbook.Rules.Select(rule => rule.When).Concat(Playbook.Advice.Select(advice => advice.When)).Concat(Playbook.Advice.Select(advice => advice.Also).OfType<Condition>())
            .Concat(Playbook.StepLists.SelectMany(list => list.Steps).Select(step => step.When).OfType<Condition>()).ToList();
        var domains = Domains.Told(conditions);
        Assert.All(conditions, condition => Assert.Empty(ReliesOnUnknown(condition, domains)));
    }

    [Fact]
    public void Unknown_WhereAConditionWouldRelyOnIt_IsFound()
    {
        var search = new FactIs(FactCatalogue.Get(FactNames.PatientSearch), ["works"], orUnknown: false);
        var careless = new Careless(search);
        Assert.NotEmpty(ReliesOnUnknown(careless, Domains.Told([search])));
        Assert.Empty(ReliesOnUnknown(new Not(search), Domains.Told([search])));
    }

    // Facts that are unknown where the condition holds, whose being known could make it not hold, and which it does not name.
    private static List<string> ReliesOnUnknown(Condition condition, IReadOnlyList<int>[] domains)
    {
        var named = condition.Atoms().SelectMany(atom => atom.NamesUnknown).ToHashSet();
        var found = new List<string>();
        Exploration.Run(domains, values =>
        {
            if (!condition.Holds(values))
                return true;
            foreach (var fact in values.Path.Where(pair => pair.Code == FactValues.Unknown && !named.Contains(pair.Fact.Index)).Select(pair => pair.Fact))
            {
                var known = Wires.Known(values);
                if (domains[fact.Index].Any(code => !HoldsWith(condition, known, fact.Index, code)))
                    found.Add($"{condition.Describe()}: {fact.Name}");
            }
            return true;
        });
        return found;
    }

    private static bool HoldsWith(Condition condition, KnownValues known, int fact, int code)
    {
        var before = known.Swap(fact, code);
        var holds = condition.Holds(known);
        known.Swap(fact, before);
        return holds;
    }

    // What a rule would be that takes "not known to be so" for "not so".
    private sealed class Careless(Condition inner) : Condition
    {
        internal override IReadOnlyList<Condition> Parts => [inner];

        internal override Truth Test(FactValues values) => inner.Test(values) == Truth.True ? Truth.False : Truth.True;

        internal override void Explain(FactValues values, Truth truth, ISet<int> facts)
        {
        }

        internal override string Describe(ConditionWords words) => "careless";

        public override ConditionData ToData() => new() { Not = inner.ToData() };
    }

    private static IEnumerable<string> Texts(StepList list) =>
        list.Steps.SelectMany(step => new[] { step.Text, step.Detail }).Append(list.Heading).Append(list.Title).Append(list.Reply).OfType<string>();

    private static bool SuggestsCreatingPatients(string text) => CreatePatient().IsMatch(text);

    [GeneratedRegex(@"\b(create|recreate|add|enter|register|make)\b[^.!?]*\bpatients?\b", RegexOptions.IgnoreCase)]
    private static partial Regex CreatePatient();

    [GeneratedRegex(@"\bkeys?\b", RegexOptions.IgnoreCase)]
    private static partial Regex KeyWord();
}
