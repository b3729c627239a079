namespace Motics.Support.Portal.Components.Escalations;

/// <summary>What the engineers want to know: at least one of the two.</summary>
/// <param name="Questions">Fact names.</param>
/// <param name="Words">Questions in their own words.</param>
public sealed record AskBack(IReadOnlyList<string> Questions, IReadOnlyList<string> Words);
