using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Tests.Events;

/// <summary>The contract's section "The fallout", read aloud.</summary>
internal sealed partial class OracleOrganisation
{
    /// <summary>Id, state, need, whether it copies and pushes, since when it is blocked.</summary>
    public string FalloutLine(IReadOnlyList<Incident> active, DateTimeOffset now)
    {
        var state = MigrationState(active);
        return Oracle.Line("fallout", id, state, Need(state, now), InWeek(EventType.Copied, now), InWeek(EventType.NotePushSucceeded, now));
    }

    public string MigrationState(IReadOnlyList<Incident> active)
    {
        var (health, _) = Health(Ours);
        var reconnected = HasConnection && Ours.Reconnected is not null;
        return Migration < 0 ? "not-migrated"
            : health == Core.Organisations.Health.NotApplicable ? "not-applicable"
            : health == Core.Organisations.Health.Disabled ? "disabled"
            : active.Any(Covers) ? "outage"
            : health == Core.Organisations.Health.Connected ? "connected"
            : health is Core.Organisations.Health.Failing or Core.Organisations.Health.NeedsKey && reconnected ? "relapsed"
            : health == Core.Organisations.Health.NeedsKey && !AnythingSinceMigration ? "silent"
            : Kebab.Name(health);
    }

    private OracleConnection Ours => Connection(Own is null or Ehr.None ? "" : Oracle.Name(Own));

    private bool HasConnection => Own != Ehr.None && (Own is not null || Ehrs.Contains(""));

    // "since the migration no key, no failure and no search at all"
    private bool AnythingSinceMigration => all.Where((e, at) => at > Migration && (e.Ehr is null || e.Ehr == Own)
        && (e.Type is EventType.KeySaved or EventType.PatientSearchCompleted || e.Error is not null)).Any();

    // "covers only its own operation …: confirmed, any failure that began with it or after; suspected, only a transient failure since it began"
    private bool Covers(Incident incident) => HasConnection && incident.Ehr == Own && (incident.Place is null || incident.Place == Place(Ours))
        && Ours.Unmended.GroupBy(e => e.Operation).Any(failing => failing.First().Time >= incident.Since
            && (incident.Status == IncidentStatus.Confirmed
                || failing.All(e => e.Error!.Kind is ErrorKind.Timeout or ErrorKind.RateLimited or ErrorKind.EhrUnavailable or ErrorKind.ServerError)));

    // "failed attempts in 7 days (today and the six UTC days before) + 2 × notes copied out in them …; 0 while connected, outage, not-migrated or not-applicable"
    private int Need(string state, DateTimeOffset now)
    {
        var week = Week(now).ToList();
        return state is "connected" or "outage" or "not-migrated" or "not-applicable" ? 0 : week.Count(e => e.Error is not null) + (2 * week.Count(e => e.Type == EventType.Copied));
    }

    private bool InWeek(EventType type, DateTimeOffset now) => HasConnection && Week(now).Any(e => e.Type == type);

    private IEnumerable<IntegrationEvent> Week(DateTimeOffset now) => all.Where(e => e.Time.UtcDateTime.Date >= now.UtcDateTime.Date.AddDays(-6) && (e.Ehr is null || e.Ehr == Own));
}
