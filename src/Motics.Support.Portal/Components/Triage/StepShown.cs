using Motics.Support.Core.Tickets;

namespace Motics.Support.Portal.Components.Triage;

/// <summary>One step of the checklist.</summary>
/// <param name="Id">Stable id in the playbook.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Source">Which article says so; null when not told.</param>
/// <param name="Ticked">Who did it and when; null while open.</param>
public sealed record StepShown(string Id, string Text, string? Source = null, TickedStep? Ticked = null);
