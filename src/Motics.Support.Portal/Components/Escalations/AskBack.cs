namespace Motics.Support.Portal.Components.Escalations;

/// <summary>What the engineers want to know.</summary>
/// <param name="Questions">Fact names, at least one.</param>
/// <param name="Note">In their words; empty for none.</param>
public sealed record AskBack(IReadOnlyList<string> Questions, string Note);
