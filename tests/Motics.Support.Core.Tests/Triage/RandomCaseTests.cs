using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Tests.Triage;

/// <summary>Whole evaluations of many random cases, with every value of every fact: what the exhaustive proof checks on classes of values.</summary>
public sealed class RandomCaseTests
{
    private const int Cases = 40_000;

    // A message that the classifier takes for each kind; the kind itself is given beside it, as the intake does.
    private static CaseFacts Random(Random random, ErrorKind kind)
    {
        var facts = new Dictionary<string, KnownFact>();
        foreach (var fact in FactCatalogue.All.Where(_ => random.Next(100) < 55))
            facts[fact.Name] = new KnownFact(Value(fact, random), FactSource.Events, Triage.Cases.Now, "seen");
        var complaint = random.Next(2) == 0 ? null : new Complaint(Triage.Cases.Now, [ComplaintProof.None]);
        return new CaseFacts(null, facts, new CaseContext { StoredErrorKind = kind, IsConnected = random.Next(2) == 0, Complaint = complaint });
    }

    private static string Value(FactDefinition fact, Random random) => fact.Type switch
    {
        FactType.Text => "what the message says",
        FactType.Number => random.Next(6).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => fact.Values[random.Next(fact.Values.Count)],
    };

    [Fact]
    public void Evaluate_RandomCases_AgreesWithTheTable()
    {
        var random = new Random(20261124);
        for (var count = 0; count < Cases; count++)
        {
            var kind = (ErrorKind)random.Next(Enum.GetValues<ErrorKind>().Length);
            var facts = Random(random, kind);
            var row = new TableOracle(fact => fact == FactNames.ErrorText && facts.Effective(fact) is not null ? Kebab.Name(kind) : facts.Find(fact)?.Said.Value, () => facts.Context.IsConnected, () => facts.Complaint is not null).Row();
            var evaluation = Triage.Cases.Playbook.Evaluate(facts);
            var place = Triage.Cases.Playbook.Rules.Select((rule, index) => (rule.Id, Index: index)).Single(pair => pair.Id == evaluation.RuleId).Index;
            Assert.Equal(row.Split(' ')[0], TableOracle.Numbers[place]);
        }
    }

    [Fact]
    public void Evaluate_WithoutTheFactsOfOtherEhrs_SaysTheSame()
    {
        var random = new Random(7);
        for (var count = 0; count < Cases / 4; count++)
        {
            var facts = Random(random, ErrorKind.PermissionDenied);
            var own = facts.All.Where(fact => FactCatalogue.Find(fact.Name)!.OnlyFor is not { } ehr || ehr == facts.Ehr).ToDictionary(fact => fact.Name, fact => fact.Said);
            var without = Triage.Cases.Playbook.Evaluate(new CaseFacts(null, own, facts.Context));
            var with = Triage.Cases.Playbook.Evaluate(facts);
            Assert.Equivalent(without, with, strict: true);
            Assert.DoesNotContain(with.Because, reason => FactCatalogue.Find(reason.Fact)!.OnlyFor is { } ehr && ehr != facts.Ehr);
        }
    }

    [Fact]
    public void Evaluate_EhrOfNone_IsAsIfUnknown()
    {
        var random = new Random(11);
        for (var count = 0; count < Cases / 20; count++)
        {
            var facts = Random(random, ErrorKind.Unknown).All.ToDictionary(fact => fact.Name, fact => fact.Said);
            facts[FactNames.Ehr] = new KnownFact(Kebab.Name(Ehr.None), FactSource.Agent, null);
            var none = Triage.Cases.Playbook.Evaluate(new CaseFacts(facts, null));
            facts.Remove(FactNames.Ehr);
            Assert.Equivalent(Triage.Cases.Playbook.Evaluate(new CaseFacts(facts, null)), none, strict: true);
        }
    }

    [Fact]
    public void Evaluate_RandomCases_MissingAndAsksAreOpenFactsAndBecauseIsKnown()
    {
        var random = new Random(13);
        for (var count = 0; count < Cases / 4; count++)
        {
            var facts = Random(random, (ErrorKind)random.Next(15));
            var evaluation = Triage.Cases.Playbook.Evaluate(facts);
            Assert.All(evaluation.Asks, fact => Assert.Null(facts.Effective(fact)));
            Assert.All(evaluation.Because, reason => Assert.Equal(facts.Effective(reason.Fact), reason.Value));
            Assert.Equal(evaluation.Verdict == Verdict.Escalate, evaluation.Criterion is not null);
            Assert.Equal(evaluation.Verdict == Verdict.Escalate, evaluation.Escalation != EscalationState.No);
            Assert.True(evaluation.Because.Count > 0 || evaluation.Verdict == Verdict.NeedMoreInformation, evaluation.RuleId);
        }
    }
}
