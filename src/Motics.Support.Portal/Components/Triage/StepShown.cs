using Motics.Support.Core.Tickets;

namespace Motics.Support.Portal.Components.Triage;

/// <summary>One step of the checklist.</summary>
/// <param name="Id">Stable id in the playbook.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Detail">More about it; null when the text says all.</param>
/// <param name="ForClinic">The clinic does it; else the agent.</param>
/// <param name="Source">Which article says so; null when it is the one of the verdict.</param>
/// <param name="Ticked">Who did it and when; null while open.</param>
public sealed record StepShown(string Id, string Text, string? Detail = null, bool ForClinic = true, string? Source = null, TickedStep? Ticked = null);
