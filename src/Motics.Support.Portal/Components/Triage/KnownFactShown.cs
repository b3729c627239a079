using Motics.Support.Core.Triage;

namespace Motics.Support.Portal.Components.Triage;

/// <summary>A line of "What we know".</summary>
/// <param name="Fact">Its name.</param>
/// <param name="Known">What counts; null while it is missing.</param>
/// <param name="By">Who said it, when the agent did; null for events.</param>
/// <param name="Overruled">What the events show instead; null when both agree or only one speaks.</param>
public sealed record KnownFactShown(string Fact, KnownFact? Known, string? By = null, KnownFact? Overruled = null)
{
    /// <summary>It was tried before the engineers were done, and the clinic is to try again.</summary>
    public bool IsFromBeforeTheEngineers { get; init; }
}
