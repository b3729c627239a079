using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Incidents;

/// <summary>How sure we are that the EHR itself is in trouble.</summary>
public enum IncidentStatus { Suspected, Confirmed, Over }

/// <summary>Trouble at a provider that explains the failures of many organisations at once.</summary>
/// <param name="Id">Made by the program.</param>
/// <param name="Ehr">Whose.</param>
/// <param name="Place">Nookal region or Cliniko shard (<c>au2</c>); null when the whole EHR.</param>
/// <param name="Since">Start, UTC.</param>
/// <param name="Until">End, UTC; null while it lasts.</param>
/// <param name="Evidence">A sentence: how we know.</param>
public sealed record Incident(string Id, Ehr Ehr, string? Place, IncidentStatus Status, DateTimeOffset Since, DateTimeOffset? Until, string Evidence);
