using Motics.Support.Core.Triage.Conditions;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Triage.Replies;

namespace Motics.Support.Core.Triage;

/// <summary>An edition of the rules: immutable once loaded. Made by <see cref="PlaybookLoader"/> only.</summary>
public sealed class Playbook
{
    private static readonly CaseFacts NothingKnown = new(null, null);

    internal Playbook(ReplyBlocks replies, Placeholders placeholders) => (Replies, Placeholders) = (replies, placeholders);

    /// <summary>Names the edition; every evaluation carries it.</summary>
    public required string Version { get; init; }

    /// <summary>Said before the title of a verdict that is no escalation, while the engineers have the case; null says nothing.</summary>
    internal string? WithEngineers { get; init; }

    public required IReadOnlyList<PlaybookSource> Sources { get; init; }

    /// <summary>Conditions that have a name; a term uses only those before it.</summary>
    public required IReadOnlyList<PlaybookTerm> Terms { get; init; }

    /// <summary>In the order in which they are tried. The last one always holds.</summary>
    public required IReadOnlyList<VerdictRule> Rules { get; init; }

    /// <summary>In the order in which it is shown.</summary>
    public required IReadOnlyList<AdviceRule> Advice { get; init; }

    public required IReadOnlyList<StepList> StepLists { get; init; }

    /// <summary>In the order in which they are asked: the easiest to answer first.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }

    internal ReplyBlocks Replies { get; }

    internal Placeholders Placeholders { get; }

    /// <summary>What follows from the facts of a case.</summary>
    public Evaluation Evaluate(CaseFacts facts) => new Evaluator(this, facts).Evaluate();

    /// <summary>How a fact is asked for; null when the playbook has no question for it.</summary>
    public Question? QuestionFor(string fact) => Questions.FirstOrDefault(question => question.Fact.Name == fact);

    /// <summary>A text of the playbook as it reads for no clinic in particular.</summary>
    public string Plain(string text) => Placeholders.Fill(text, NothingKnown);

    /// <summary>A condition in the words that every page has for facts and their values.</summary>
    public static string Describe(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition.Describe(new ConditionWords(
            fact => $"“{FactLabels.Of(fact.Name) ?? fact.Name}”", (fact, value) => FactValueLabels.InSentence(fact.Name, value), kind => kind.Replace('-', ' ')));
    }
}
