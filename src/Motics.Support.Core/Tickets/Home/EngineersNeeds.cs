using Motics.Support.Core.Errors;

namespace Motics.Support.Core.Tickets.Home;

/// <summary>What the home page shows an engineer.</summary>
/// <param name="Answered">Submitted again: what they asked back for is answered.</param>
/// <param name="Fresh">Submitted and never asked back.</param>
/// <param name="Mine">Accepted by this engineer.</param>
/// <param name="Others">All that is accepted, by whomever.</param>
/// <param name="Errors">Errors to look at, those that came back first, then new ones, then those that most clinics have; each once.</param>
public sealed record EngineersNeeds(EscalationPart Answered, EscalationPart Fresh, EscalationPart Mine, EscalationPart Others, IReadOnlyList<HomeError> Errors);

/// <summary>Why an error stands on the home page.</summary>
public enum HomeErrorWhy { Regressed, New, Shared }

/// <summary>An error group on the home page.</summary>
/// <param name="Group">What is counted of it.</param>
/// <param name="Why">The first reason that applies.</param>
/// <param name="OpenEscalations">How many escalations of it are not resolved.</param>
public sealed record HomeError(ErrorGroup Group, HomeErrorWhy Why, int OpenEscalations)
{
    /// <summary>How long an error that nobody said anything about counts as new.</summary>
    public static readonly TimeSpan NewFor = TimeSpan.FromDays(7);
}
