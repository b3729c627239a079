using Motics.Support.Core;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    /// <summary>The same, or null when there is no refusal.</summary>
    public static string? OrNull(Refusal? refusal) => refusal is null ? null : Of(refusal);

    /// <summary>Why something was not done, as a sentence for a person.</summary>
    public static string Of(Refusal refusal) => refusal switch
    {
        Refusal.NotFound found => $"There is no {found.What}.",
        Refusal.Invalid invalid => string.Join(" ", invalid.Errors.Select(error => error.Message)),
        Refusal.Denied => "Your role does not allow this. A colleague whose role does can do it for you.",
        Refusal.Stale stale when stale.Changes.Count > 0 => $"Somebody changed this meanwhile: {string.Join("; ", stale.Changes)}. Look at it again, then repeat what you meant to do.",
        Refusal.Stale => "Somebody changed this meanwhile. Look at it again, then repeat what you meant to do.",
        Refusal.Unconfirmed unconfirmed => string.Join(" ", unconfirmed.Warnings),
        Refusal.Busy => "Too much is waiting at the moment. Try again in a few seconds.",
        Refusal.Conflict conflict => conflict.Why,
        Refusal.Incomplete incomplete => $"Still missing: {string.Join(", ", incomplete.Missing.Select(OfFact))}.",
        _ => "This could not be done.",
    };
}
