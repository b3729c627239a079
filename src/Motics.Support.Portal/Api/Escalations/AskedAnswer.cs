using Motics.Support.Core.Escalations;

namespace Motics.Support.Portal.Api.Escalations;

/// <summary>A question in the engineers' own words. Answered at <c>PUT /api/v1/tickets/{number}/asked/{id}</c>.</summary>
/// <param name="Id">From 1 up within the escalation; among what is <c>missing</c> an open one is called <c>asked-1</c>.</param>
/// <param name="Text">Masked.</param>
/// <param name="Answer">Masked; null while there is none.</param>
/// <param name="Open">The agent is asked for it now.</param>
public sealed record AskedAnswer(int Id, string Text, DateTimeOffset AskedAt, string AskedBy, string? Answer, DateTimeOffset? AnsweredAt, string? AnsweredBy, bool Open)
{
    internal static IReadOnlyList<AskedAnswer> Of(IEnumerable<EngineerQuestion> questions) =>
        [.. questions.Select(question => new AskedAnswer(
            question.Id, question.Text, question.AskedAt, question.AskedBy.Name, question.Answer, question.AnsweredAt, question.AnsweredBy?.Name, question.IsOpen))];
}
