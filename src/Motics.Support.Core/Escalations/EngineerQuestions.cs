using System.Globalization;
using Motics.Support.Core.Masking;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Triage.Reading;

namespace Motics.Support.Core.Escalations;

/// <summary>Questions in the engineers' own words: taken in, answered one by one, and settled when the answers are sent.</summary>
internal static class EngineerQuestions
{
    public const int Most = 5;
    public const int LongestText = 500;
    public const int LongestAnswer = 4000;

    private const string Field = "ask";

    /// <summary>How the audit calls a question, whose words stand in the log: "question 1".</summary>
    public static string AuditName(EngineerQuestion question) => string.Create(CultureInfo.InvariantCulture, $"question {question.Id}");

    /// <summary>What a question that is not answered yet is called among what is missing: "asked-1".</summary>
    public static string MissingName(EngineerQuestion question) => string.Create(CultureInfo.InvariantCulture, $"asked-{question.Id}");

    /// <summary>
    /// The texts as questions, after those that were asked before. Refused when they are too many, too long or empty, or when one asks for a key: it stands
    /// in the reply to the clinic, and nobody may ever be asked for one.
    /// </summary>
    public static Outcome<IReadOnlyList<EngineerQuestion>> Take(TicketWork work, IReadOnlyList<EngineerQuestion> before, IReadOnlyList<string?> texts)
    {
        if (texts.Count > Most)
        {
            return Refusal.Field(Field, $"At most {Most} questions at a time.");
        }

        var read = texts.Select((text, index) => Read(Place(index), text)).ToList();
        var wrong = read.Select(text => text.Refusal).OfType<Refusal.Invalid>().SelectMany(refusal => refusal.Errors).ToList();
        return wrong.Count > 0
            ? new Refusal.Invalid(wrong)
            : read.Select((text, index) => new EngineerQuestion(before.Count + index + 1, work.Take(text.Value, ExposedIn.Escalation, texts[index]), work.Now, work.By)).ToList();
    }

    /// <summary>All of them, this one with the answer; null takes the answer back.</summary>
    public static IReadOnlyList<EngineerQuestion> With(IReadOnlyList<EngineerQuestion> questions, EngineerQuestion asked, string? answer, TicketWork work) =>
    [
        .. questions.Select(question => question.Id != asked.Id ? question : question with
        {
            Answer = answer,
            AnsweredAt = answer is null ? null : work.Now,
            AnsweredBy = answer is null ? null : work.By,
        }),
    ];

    /// <summary>All of them as they stay from now on.</summary>
    public static IReadOnlyList<EngineerQuestion> Settle(IReadOnlyList<EngineerQuestion> questions) => [.. questions.Select(question => question with { Settled = true })];

    private static Outcome<MaskedText> Read(string place, string? text)
    {
        var read = TicketText.Required(place, text, LongestText);
        return read.Done && TextCheck.AsksForKey(read.Value.Text)
            ? Refusal.Field(place, "Reads as if the clinic should send or tell us a key, and nobody may be asked for one. Ask about the key instead: “Was it made by a practitioner?”")
            : read;
    }

    private static string Place(int index) => string.Create(CultureInfo.InvariantCulture, $"{Field}[{index}]");
}
