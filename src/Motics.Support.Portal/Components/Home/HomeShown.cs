using Motics.Support.Core.Incidents;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Home;

namespace Motics.Support.Portal.Components.Home;

/// <summary>What the home page reads.</summary>
public sealed record HomeShown(NeedsMe Needs, IReadOnlyList<Incident> Incidents);
