using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Escalations;

/// <summary>Engineers ask back, by facts and in their own words; the agent answers each on its own and sends the answers.</summary>
internal static class EscalationAsking
{
    private const int MostFacts = 10;

    public static Refusal? Ask(EscalationWork work, TicketWork ticket, EscalationPatch patch)
    {
        var (facts, texts) = (patch.Questions ?? [], patch.Ask ?? []);
        if (facts.Count > MostFacts || facts.Any(name => FactCatalogue.Find(name) is null) || facts.Count + texts.Count == 0)
        {
            return Refusal.Field("questions", $"Name 1 to {MostFacts} facts to ask again, or ask in your own words in “ask”. Facts: {string.Join(", ", FactCatalogue.All.Select(fact => fact.Name))}.");
        }

        if (work.Escalation.Status == EscalationStatus.NeedsInfo)
        {
            return new Refusal.Conflict("The escalation waits for answers already.");
        }

        var asked = EngineerQuestions.Take(ticket, work.Escalation.Asked, texts);
        return asked.Done ? Asked(work, ticket, [.. facts.Distinct()], asked.Value, patch.Note) : asked.Refusal;
    }

    public static Refusal? Resubmit(EscalationWork work, TicketWork ticket)
    {
        if (work.Escalation.Status != EscalationStatus.NeedsInfo)
        {
            return new Refusal.Conflict("The escalation does not wait for answers.");
        }

        var open = Unanswered(work.Escalation, ticket.Ticket).Concat(work.Escalation.Asked.Where(question => question.IsOpen).Select(EngineerQuestions.MissingName)).ToList();
        if (open.Count > 0)
        {
            return new Refusal.Incomplete(open);
        }

        var answers = string.Join("; ", work.Escalation.Questions.Select(name => $"{FactWords.Whole(name, ticket.Ticket.Answers[name].Value)}"));
        work.Escalation = work.Escalation with { Status = EscalationStatus.Submitted, Questions = [], Asked = EngineerQuestions.Settle(work.Escalation.Asked) };
        work.Log(EscalationLogKind.Answered, answers.Length == 0 ? "sent the answers" : $"answered: {Masking.TextMask.Clean(answers)}", "escalation.resubmit");
        ticket.Ticket = ticket.Ticket with { Status = TicketStatus.Escalated, ReturnedAt = null };
        ticket.Touch();
        ticket.Log(TicketActivityKind.EscalationResubmitted, $"sent escalation {EscalationMoves.Number(work)} to the engineers again");
        return null;
    }

    /// <summary>Answers one question in the engineers' own words, or takes the answer back. Stands in both logs at once.</summary>
    public static Refusal? Answer(EscalationWork work, TicketWork ticket, int id, string? answer)
    {
        if (work.Escalation.Asked.FirstOrDefault(question => question.Id == id) is not { } asked)
        {
            return new Refusal.NotFound("question");
        }

        if (work.Escalation.Status != EscalationStatus.NeedsInfo || asked.Settled)
        {
            return new Refusal.Conflict("The answers were sent to the engineers already.");
        }

        if (answer is null)
        {
            TakeBack(work, ticket, asked);
            return null;
        }

        var text = TicketText.Required("answer", answer, EngineerQuestions.LongestAnswer);
        if (text.Done)
        {
            Give(work, ticket, asked, ticket.Take(text.Value, ExposedIn.Answer, answer, asked.Answer));
        }

        return text.Refusal;
    }

    private static Refusal? Asked(EscalationWork work, TicketWork ticket, IReadOnlyList<string> facts, IReadOnlyList<EngineerQuestion> questions, string? note)
    {
        var (names, words) = (string.Join(", ", facts.Select(FactWords.Name)), string.Join(" ", questions.Select(Quoted)));
        work.Escalation = work.Escalation with
        {
            Status = EscalationStatus.NeedsInfo,
            Questions = facts,
            Asked = [.. work.Escalation.Asked, .. questions],
        };
        work.Log(EscalationLogKind.Asked, Said("asked again about: ", names, "asked: ", words), "escalation.ask", string.Join(", ", facts.Select(FactWords.Name).Concat(questions.Select(EngineerQuestions.AuditName))));
        ticket.Ticket = ticket.Ticket with { AskedAgain = facts, Status = TicketStatus.Open, ReturnedAt = ticket.Now };
        ticket.Log(TicketActivityKind.EscalationReturned, $"sent escalation {EscalationMoves.Number(work)} back, {Said("asking about: ", names, "asking: ", words)}{EscalationMoves.Words(ticket, note)}");
        return null;
    }

    private static string Said(string beforeNames, string names, string beforeWords, string words) =>
        string.Join("; ", new[] { names.Length == 0 ? null : beforeNames + names, words.Length == 0 ? null : beforeWords + words }.OfType<string>());

    private static void Give(EscalationWork work, TicketWork ticket, EngineerQuestion asked, string answer)
    {
        if (asked.Answer == answer)
        {
            return;
        }

        var said = $"{(asked.Answer is null ? "answered" : "changed the answer to")} {Quoted(asked)}: {answer}";
        work.Escalation = work.Escalation with { Asked = EngineerQuestions.With(work.Escalation.Asked, asked, answer, ticket) };
        work.Log(EscalationLogKind.Answered, said, "escalation.answer", EngineerQuestions.AuditName(asked));
        ticket.Log(TicketActivityKind.AnswerGiven, $"{said} (asked by the engineers)");
        ticket.Touch();
    }

    private static void TakeBack(EscalationWork work, TicketWork ticket, EngineerQuestion asked)
    {
        if (asked.Answer is null)
        {
            return;
        }

        work.Escalation = work.Escalation with { Asked = EngineerQuestions.With(work.Escalation.Asked, asked, null, ticket) };
        work.Log(EscalationLogKind.Answered, $"took back the answer to {Quoted(asked)}", "escalation.answer", EngineerQuestions.AuditName(asked));
        ticket.Log(TicketActivityKind.AnswerTakenBack, $"took back the answer to {Quoted(asked)}");
        ticket.Touch();
    }

    private static IEnumerable<string> Unanswered(Escalation escalation, Ticket ticket) =>
        escalation.Questions.Where(name => ticket.AskedAgain.Contains(name) || !ticket.Answers.ContainsKey(name));

    private static string Quoted(EngineerQuestion question) => $"“{question.Text}”";
}
