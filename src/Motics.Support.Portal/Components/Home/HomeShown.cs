using Motics.Support.Core.Incidents;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Portal.Components.Home;

/// <summary>What the home page reads.</summary>
public sealed record HomeShown(NeedsMe Needs, IReadOnlyList<Incident> Incidents);
