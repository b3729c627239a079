using Microsoft.AspNetCore.Mvc;
using Motics.Support.Core;
using Motics.Support.Core.Events;

namespace Motics.Support.Portal.Api.Events;

/// <summary>What became of the events of a request.</summary>
/// <param name="Accepted">New, and stored.</param>
/// <param name="Duplicates">Known already, in this request or from before.</param>
/// <param name="Rejected">No good; the others are stored all the same.</param>
public sealed record IntakeAnswer(int Accepted, int Duplicates, IReadOnlyList<RejectedEvent> Rejected)
{
    private const int MostNamed = 20;

    /// <summary>None of the events was good: nothing is stored.</summary>
    internal static IActionResult AllBad(IReadOnlyList<RejectedEvent> rejected)
    {
        var errors = rejected.Count == 1 ? rejected[0].Errors
            : rejected.SelectMany(bad => bad.Errors.Select(error => error with { Field = $"[{bad.Index}].{error.Field}" })).Take(MostNamed);
        return new ProblemResult(Problems.Of(StatusCodes.Status422UnprocessableEntity, "No event of this request is acceptable; nothing was stored.") with
        {
            Errors = [.. errors],
            Accepted = 0,
            Duplicates = 0,
            Rejected = rejected,
        });
    }
}

/// <summary>An event that is no good.</summary>
/// <param name="Index">Its place in the request, from 0.</param>
/// <param name="Id">The id it gave; null when it gave none that may be repeated.</param>
/// <param name="Errors">What is wrong with it.</param>
public sealed record RejectedEvent(int Index, string? Id, IReadOnlyList<FieldError> Errors)
{
    internal static RejectedEvent Of(EventReading reading) => new(reading.Index, reading.Id, reading.Errors);
}
