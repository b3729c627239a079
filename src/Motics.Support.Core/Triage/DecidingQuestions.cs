using Motics.Support.Core.Errors;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Conditions;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage;

/// <summary>
/// Finds the questions whose answers would lead to another rule than the one that wins now, by trying their answers. The questions of a
/// playbook stand in the order of how easily they are answered, so the first of these is the smallest that decides.
/// </summary>
internal static class DecidingQuestions
{
    private static readonly int[] Kinds = [.. Enum.GetValues<ErrorKind>().Select(kind => (int)kind)];
    private static readonly int[] Numbers = [0, 10];

    /// <summary>The smallest question that would decide; when no single answer would, the first that may be asked at all. Null when nothing is open.</summary>
    public static Question? First(Playbook playbook, KnownValues values) =>
        All(playbook, values).FirstOrDefault() ?? playbook.Questions.FirstOrDefault(question => MayAsk(question, values));

    /// <summary>All questions whose answer alone would change which rule wins.</summary>
    public static IEnumerable<Question> All(Playbook playbook, KnownValues values)
    {
        var now = Evaluator.Winner(playbook.Rules, values);
        return playbook.Questions.Where(question => MayAsk(question, values) && Decides(playbook, values, question.Fact, now));
    }

    /// <summary>Open, and of a sort that makes sense now.</summary>
    public static bool MayAsk(Question question, KnownValues values) =>
        values.IsOpen(question.Fact) && question.AskWhen is { } when && when.Holds(values);

    private static bool Decides(Playbook playbook, KnownValues values, FactDefinition fact, VerdictRule now)
    {
        foreach (var code in Answers(fact))
        {
            var before = values.Swap(fact.Index, code);
            // An answer that complains makes the case one with a complaint.
            var complained = values.Swap(Circumstance.Complaint, values.IsIn(Circumstance.Complaint) || Complains(fact, code));
            var then = Evaluator.Winner(playbook.Rules, values);
            values.Swap(fact.Index, before);
            values.Swap(Circumstance.Complaint, complained);
            if (then != now)
                return true;
        }
        return false;
    }

    private static bool Complains(FactDefinition fact, int code) => fact.Type switch
    {
        FactType.Text => true,
        FactType.Number => false,
        _ => ComplainingAnswers.Complains(fact.Name, fact.Values[code]),
    };

    private static IEnumerable<int> Answers(FactDefinition fact) => fact.Type switch
    {
        FactType.Text => Kinds,
        FactType.Number => Numbers,
        _ => Enumerable.Range(0, fact.Values.Count),
    };
}
