using System.Text.Json.Serialization;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Core.Escalations;

/// <summary>What an engineer asked in their own words, and the answer. It stays with its escalation when that goes on.</summary>
/// <param name="Id">From 1 up within the escalation, in the order in which they were asked.</param>
/// <param name="Text">As it was asked; masked.</param>
/// <param name="AskedAt">When.</param>
/// <param name="AskedBy">Who.</param>
public sealed record EngineerQuestion(int Id, string Text, DateTimeOffset AskedAt, Person AskedBy)
{
    /// <summary>The answer, masked; null while there is none.</summary>
    public string? Answer { get; init; }

    /// <summary>When it was answered last; null while it is not.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Who answered; null while nobody has.</summary>
    public Person? AnsweredBy { get; init; }

    /// <summary>The answers were sent to the engineers, or the escalation went on without them: from then on nothing of it changes.</summary>
    public bool Settled { get; init; }

    /// <summary>Asked of the agent and not answered yet.</summary>
    [JsonIgnore]
    public bool IsOpen => Answer is null && !Settled;
}
