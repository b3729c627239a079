using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Core;

namespace Motics.Support.Portal.Api;

/// <summary>The one mapping from what the domain refuses to what the API answers.</summary>
internal static class Refusals
{
    public static IActionResult ToResult(Refusal refusal, HttpResponse response)
    {
        if (refusal is Refusal.Busy busy)
        {
            response.Headers.RetryAfter = Math.Max(1, busy.RetryAfterSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return new ProblemResult(ToProblem(refusal));
    }

    public static Problem ToProblem(Refusal refusal) => refusal switch
    {
        Refusal.NotFound missing => Problems.Of(404, $"There is no such thing: {missing.What}."),
        Refusal.Invalid invalid => Problems.Of(422, Sentence(invalid.Errors)) with { Errors = invalid.Errors },
        Refusal.Denied denied => Problems.Of(403, Problems.Needed(denied.Needed.ToString())),
        Refusal.Stale stale => Problems.Of(412, "Somebody changed it since you read it. Read it again, then send your change with the new version.")
            with
        { Changes = stale.Changes, CurrentVersion = stale.CurrentVersion },
        Refusal.Conflict conflict => Problems.Of(409, conflict.Why),
        Refusal.Incomplete incomplete => Problems.Of(422, $"It cannot be handed over yet. Missing: {string.Join(", ", incomplete.Missing)}.") with { Missing = incomplete.Missing },
        Refusal.Unconfirmed unconfirmed => Problems.Of(409, "Read the warnings; to do it all the same, send it again with \"confirmed\": true.") with { Warnings = unconfirmed.Warnings },
        Refusal.Busy => Problems.Of(503, "It cannot be stored at the moment. Send it again after the time in Retry-After; nothing of it was stored."),
        _ => Problems.Of(409, "The request was refused."),
    };

    private static string Sentence(IReadOnlyList<FieldError> errors) =>
        errors is [var only] ? $"{only.Field}: {only.Message}" : $"{errors.Count} fields are not accepted; errors says which and why.";
}
