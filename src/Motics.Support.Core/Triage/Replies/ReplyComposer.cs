using System.Text.RegularExpressions;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Replies;

/// <summary>
/// Writes the reply for the clinic: the way out for a clinic in session first, then what is wrong, the exact steps, and what we still need to know. Plain
/// text, for any messenger, long and short. It says only what has happened. No reply asks for a key: the loader refuses such words, and whenever a key is
/// spoken of the reply says not to send it.
/// </summary>
public static partial class ReplyComposer
{
    /// <summary>The reply for a case of which nothing is known but its facts.</summary>
    public static ClinicReply? Compose(Playbook playbook, CaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        var evaluation = playbook.Evaluate(facts);
        return Compose(playbook, facts, evaluation, ReplyCase.Of(facts, evaluation));
    }

    /// <summary>The reply for a case that is evaluated already; null when there is nothing to send.</summary>
    /// <param name="playbook">Whose texts it is made of.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="evaluation">What follows from it.</param>
    /// <param name="replyCase">Who reads it, and what has happened so far.</param>
    public static ClinicReply? Compose(Playbook playbook, CaseFacts facts, Evaluation evaluation, ReplyCase replyCase)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(replyCase);
        var parts = new ReplyParts(playbook, facts, evaluation, replyCase);
        // What engineers ask is asked whatever works.
        if (evaluation.SendsNothing && !parts.EngineersAsk)
            return null;
        var blocks = playbook.Replies;
        return new ClinicReply(
            Joined("\n\n", parts.Greeting, parts.Long(), blocks.NeverSendKey, [blocks.Closing], Fill),
            Joined(" ", Sentence(parts.Greeting), new ShortParts(parts).All(), blocks.Short.NeverSendKey ?? blocks.NeverSendKey, [], Fill));

        string Fill(string text) => playbook.Placeholders.Fill(text, facts);
    }

    // In one line with the rest, "Hello," would have to go on with a small letter.
    private static string Sentence(string greeting) => greeting.EndsWith(',') ? $"{greeting.TrimEnd(',')}." : greeting;

    private static string Joined(string between, string greeting, IEnumerable<string?> parts, string neverSendKey, string[] last, Func<string, string> fill)
    {
        var said = parts.OfType<string>().Select(fill).ToList();
        if (said.Exists(part => SpeaksOfKey().IsMatch(part)))
            said.Add(fill(neverSendKey));
        return string.Join(between, said.Prepend(greeting).Concat(last.Select(fill)));
    }

    [GeneratedRegex(@"\bkeys?\b", RegexOptions.IgnoreCase)]
    private static partial Regex SpeaksOfKey();
}
