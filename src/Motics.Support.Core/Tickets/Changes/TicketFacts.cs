using Motics.Support.Core.Masking;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Tickets.Changes;

/// <summary>Answers of the agent: given, changed, taken back. What the events showed otherwise is kept beside the answer.</summary>
internal static class TicketFacts
{
    public static Refusal? Set(TicketWork work, IReadOnlyDictionary<string, string?> answers, IReadOnlyDictionary<string, KnownFact> evidence)
    {
        if (Merge(work, answers, evidence) is { } refusal)
        {
            return refusal;
        }

        if (!work.IsEmpty)
        {
            TicketStates.Begin(work);
            work.Touch();
        }

        return null;
    }

    /// <summary>The answers alone: those that come with a new ticket do not begin the work on it.</summary>
    public static Refusal? Merge(TicketWork work, IReadOnlyDictionary<string, string?> answers, IReadOnlyDictionary<string, KnownFact> evidence)
    {
        if (!work.Ticket.IsOpen)
        {
            return TicketStates.IsClosed;
        }

        var wrong = answers.Select(answer => FactWords.Wrong(answer.Key, answer.Value)).OfType<FieldError>().ToList();
        if (wrong.Count > 0)
        {
            return new Refusal.Invalid(wrong);
        }

        var changed = false;
        foreach (var (name, value) in answers)
        {
            changed |= value is null ? TakeBack(work, name) : Give(work, name, value, evidence.GetValueOrDefault(name));
        }

        if (changed)
        {
            work.Audit("ticket.facts", $"answers: {string.Join(", ", answers.Keys.Order(StringComparer.Ordinal).Select(FactWords.Name))}");
        }

        return null;
    }

    /// <summary>An answer that was read out of what somebody typed; the log says so.</summary>
    /// <param name="how">Where it was read, as the end of the log's sentence.</param>
    public static void Read(TicketWork work, string name, string value, KnownFact? evidence, string how)
    {
        if (Give(work, name, value, evidence, how))
            work.Audit("ticket.facts", $"answers: {FactWords.Name(name)}, read from the subject");
    }

    private static bool TakeBack(TicketWork work, string name)
    {
        if (!work.Ticket.Answers.TryGetValue(name, out var answer))
        {
            return false;
        }

        work.Ticket = work.Ticket with { Answers = work.Ticket.Answers.Where(pair => pair.Key != name).ToDictionary() };
        work.Log(TicketActivityKind.AnswerTakenBack, $"took back the answer {FactWords.Said(name, answer.Value)}");
        return true;
    }

    private static bool Give(TicketWork work, string name, string value, KnownFact? evidence, string how = "")
    {
        var known = work.Ticket.Answers.GetValueOrDefault(name);
        var words = FactWords.IsText(name) ? work.Take(Masked(value), ExposedIn.Answer, value, known?.Value) : value;
        var again = work.Ticket.AskedAgain.Contains(name);
        if (known?.Value == words && !again && !ComplaintAnswers.Renews(name, words))
        {
            return false;
        }

        var overruled = evidence is not null && evidence.Value != words ? evidence : null;
        work.Ticket = work.Ticket with
        {
            Answers = new Dictionary<string, AgentAnswer>(work.Ticket.Answers) { [name] = new(words, work.Now, work.By, overruled) },
            AskedAgain = [.. work.Ticket.AskedAgain.Where(asked => asked != name)],
            // Said once more, it ends what was said before: that it worked, too.
            RenewedAt = known?.Value == words && ComplaintAnswers.IsComplaint(name, words) ? work.Now : work.Ticket.RenewedAt,
        };
        work.Log(TicketActivityKind.AnswerGiven, Said(name, words, known, again) + how);
        if (overruled is not null)
        {
            work.Log(TicketActivityKind.EvidenceOverruled, $"overruled the events, which show {FactWords.Said(name, overruled.Value)}");
        }

        return true;
    }

    // The words that stand for what was masked may be longer than it.
    private static MaskedText Masked(string value) => TextMask.Mask(value) is var masked && masked.Text.Length <= FactCatalogue.LongestText
        ? masked
        : masked with { Text = FactCatalogue.Fit(masked.Text) };

    private static string Said(string name, string value, AgentAnswer? before, bool again) =>
        $"{(again ? "answered again" : before is null ? "answered" : before.Value == value ? "heard again" : "changed the answer to")} {FactWords.Said(name, value)}"
        + (before is null || before.Value == value ? "" : $" (before: {FactWords.Value(name, before.Value)})");
}
