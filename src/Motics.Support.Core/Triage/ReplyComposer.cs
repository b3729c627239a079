using System.Text.RegularExpressions;

namespace Motics.Support.Core.Triage;

/// <summary>
/// Writes the reply for the clinic: the way out for a clinic in session first, then what is wrong, the exact steps, and what we still need to know. Plain
/// text, for any messenger. No reply asks for a key: the loader refuses such words, and whenever a key is spoken of the reply says not to send it.
/// </summary>
public static partial class ReplyComposer
{
    /// <summary>The reply for a case.</summary>
    public static string Compose(Playbook playbook, CaseFacts facts) => Compose(playbook, facts, playbook.Evaluate(facts));

    /// <summary>The reply for a case that is evaluated already; empty when there is nothing to send.</summary>
    /// <param name="playbook">Whose texts it is made of.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="evaluation">What follows from it.</param>
    /// <param name="engineersDone">Engineers have resolved an escalation of this case: it is not handed to them once more before the clinic has tried again.</param>
    /// <param name="engineersAsk">Facts that the engineers who have the case want to know before they go on; null or empty when they ask nothing.</param>
    /// <param name="engineersWords">What they ask in their own words; null or empty for nothing.</param>
    public static string Compose(
        Playbook playbook, CaseFacts facts, Evaluation evaluation, bool engineersDone = false, IReadOnlyList<string>? engineersAsk = null, IReadOnlyList<string>? engineersWords = null)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(evaluation);
        if (evaluation.SendsNothing && engineersAsk is not { Count: > 0 } && engineersWords is not { Count: > 0 })
            return "";
        var parts = Parts(playbook, facts, evaluation, engineersDone, engineersAsk ?? [], engineersWords ?? []).OfType<string>().ToList();
        if (parts.Exists(part => SpeaksOfKey().IsMatch(part)))
            parts.Add(playbook.Replies.NeverSendKey);
        parts.Add(playbook.Replies.Closing);
        return string.Join("\n\n", parts.Select(part => playbook.Placeholders.Fill(part, facts)));
    }

    private static IEnumerable<string?> Parts(Playbook playbook, CaseFacts facts, Evaluation evaluation, bool engineersDone, IReadOnlyList<string> engineersAsk, IReadOnlyList<string> engineersWords)
    {
        var blocks = playbook.Replies;
        var asked = blocks.EngineersAsk is null ? null : Questions(playbook, engineersAsk, blocks.EngineersAsk, engineersWords);
        var list = playbook.StepLists.FirstOrDefault(list => list.Id == evaluation.StepList);
        yield return blocks.Greeting;
        yield return Has(evaluation, AdviceKind.CopyPasteForNow) ? blocks.InClinic : null;
        yield return Has(evaluation, AdviceKind.SaveTheNoteFirst) ? blocks.SaveFirst : null;
        if (asked is null)
            yield return (engineersDone && evaluation.Verdict == Verdict.Escalate ? blocks.AfterEngineers : null) ?? list?.Reply ?? blocks.Openings[evaluation.Verdict];
        yield return Has(evaluation, AdviceKind.NothingWasDeleted) ? blocks.NothingDeleted : null;
        yield return Has(evaluation, AdviceKind.DoNotRecreatePatients) ? blocks.DoNotRecreate : null;
        if (asked is not null)
        {
            // What was to be tried was tried before it went to them: now only their answers are wanted.
            yield return asked;
            yield break;
        }

        yield return list is { NeedsAdmin: true } && evaluation.Steps.Any(step => step.ForClinic) ? RoleLine(blocks, facts) : null;
        yield return Steps(blocks, evaluation);
        yield return Questions(playbook, evaluation.Missing, blocks.QuestionsIntro);
    }

    private static bool Has(Evaluation evaluation, AdviceKind kind) => evaluation.Advice.Any(advice => advice.Kind == kind);

    private static string? RoleLine(ReplyBlocks blocks, CaseFacts facts) => facts.Effective(FactNames.MoticsRole) switch
    {
        null => blocks.RoleUnknown,
        "member" or "observer" => blocks.RoleCannot,
        _ => null,
    };

    private static string? Steps(ReplyBlocks blocks, Evaluation evaluation)
    {
        var steps = evaluation.Steps.Where(step => step.ForClinic).ToList();
        if (steps.Count == 0)
            return null;
        var lines = steps.Select((step, index) =>
            (steps.Count > 1 ? $"{index + 1}. " : "") + Sentence(step.Text) + (step.Detail is null ? "" : $" {step.Detail}"));
        return $"{blocks.StepsIntro}\n\n{string.Join("\n", lines)}";
    }

    private static string? Questions(Playbook playbook, IReadOnlyList<string> asked, string intro, IReadOnlyList<string>? inWords = null)
    {
        var questions = (inWords ?? []).Concat(asked.Select(playbook.QuestionFor).Select(question => question?.ForClinic).OfType<string>()).ToList();
        return questions.Count == 0 ? null : $"{intro}\n\n{string.Join("\n", questions.Select(text => $"- {text}"))}";
    }

    private static string Sentence(string text) => text[^1] is '.' or '!' or '?' ? text : $"{text}.";

    [GeneratedRegex(@"\bkeys?\b", RegexOptions.IgnoreCase)]
    private static partial Regex SpeaksOfKey();
}
