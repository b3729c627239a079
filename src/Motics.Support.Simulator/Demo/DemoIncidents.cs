using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Simulator.Clinics;

namespace Motics.Support.Simulator.Demo;

/// <summary>The provider incidents of the stories: one confirmed and one suspected while they end, one that is over.</summary>
internal static class DemoIncidents
{
    public static IReadOnlyList<DemoScene> Scenes(DemoCast cast, int clinicsOnDownShard, int clinicsOnSlowShard)
    {
        var (down, slow, past) = (cast.DownSince, cast.SlowSince, cast.PastOutage);
        var atDown = $"{clinicsOnDownShard} of {clinicsOnDownShard} clinics on Cliniko {Homes.DownShard} fail with 502 and 503; in an ordinary hour none does.";
        var atPast = $"Most clinics on Cliniko {Homes.OnceDownShard} failed with 502 and 503; no other shard did.";
        return
        [
            Save(past.Since.AddMinutes(25), "demo-past", Homes.OnceDownShard, IncidentStatus.Confirmed, past.Since, null, atPast),
            Save(past.Until.AddMinutes(5), "demo-past", Homes.OnceDownShard, IncidentStatus.Over, past.Since, past.Until, atPast),
            Save(down.AddMinutes(9), "demo-down", Homes.DownShard, IncidentStatus.Suspected, down, null, atDown),
            Save(down.AddMinutes(16), "demo-down", Homes.DownShard, IncidentStatus.Confirmed, down, null, $"{atDown} Confirmed on status.cliniko.com by an engineer."),
            Save(slow.AddMinutes(14), "demo-slow", Homes.SlowShard, IncidentStatus.Suspected, slow, null,
                $"{clinicsOnSlowShard} of {clinicsOnSlowShard} clinics on Cliniko {Homes.SlowShard} run into timeouts; in an ordinary hour one does."),
        ];
    }

    private static DemoScene Save(
        DateTimeOffset at, string id, string place, IncidentStatus status, DateTimeOffset since, DateTimeOffset? until, string evidence) =>
        new(at, (stage, ct) => stage.Incidents.SaveAsync(new Incident(id, Ehr.Cliniko, place, status, since, until, evidence), ct));
}
