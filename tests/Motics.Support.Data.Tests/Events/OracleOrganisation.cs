using Motics.Support.Core;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;

namespace Motics.Support.Data.Tests.Events;

/// <summary>One organisation as the oracle sees it; events are sorted, oldest first.</summary>
internal sealed partial class OracleOrganisation(string id, IntegrationEvent[] everything)
{
    private readonly List<IntegrationEvent> all = [.. everything.Where(e => e.OrganisationId == id)];

    public IEnumerable<string> Ehrs => all.Where(e => e.Type >= EventType.IntegrationEnabled).Select(e => Oracle.Name(e.Ehr)).Distinct();

    public int Migration => all.FindLastIndex(e => e.Type == EventType.OrganisationMigrated);

    private Ehr? Told => Newest(e => e.Ehr);

    private Ehr? Implied => all.LastOrDefault(e => e.Type >= EventType.IntegrationEnabled && e.Ehr is not null and not Ehr.None)?.Ehr;

    private Ehr? Own => Told ?? Implied;

    public OracleConnection Connection(string ehr) => new(ehr, all, Migration);

    public string Line()
    {
        var own = Connection(Own is null or Ehr.None ? "" : Oracle.Name(Own));
        var nothing = Own == Ehr.None || (Own is null && !Ehrs.Contains(""));
        var keys = Own is null or Ehr.None ? [] : own.KeysSinceMigration.ToList();
        var (health, since) = Health(own);
        return Oracle.Line(
            "organisation", id, Newest(e => e.OrganisationName), Kebab.Name(Told), Kebab.Name(Implied), Kebab.Name(Own), Kebab.Name(Newest(e => e.NookalRegion)), Newest(e => e.ClinikoShard), Place(own),
            all.LastOrDefault(e => e.Type == EventType.OrganisationMigrated && e.Wave is not null)?.Wave, Migration < 0 ? null : Oracle.At(all[Migration]), Kebab.Name(health), since,
            nothing ? null : Kebab.Name(own.LastFailure?.Error?.Kind), nothing ? null : Oracle.At(own.LastFailure), nothing ? null : own.LastFailure?.Error?.Message, nothing ? null : Oracle.At(own.LastSuccess),
            keys.Count, keys.Count(key => key.Outcome == "failed"), keys.Select(key => key.Fingerprint).Distinct().Count(), keys.Count == 0 ? null : keys[^1].Outcome ?? "not-tried",
            nothing ? 0 : own.SearchesSinceMigration.Count, nothing ? 0 : own.SearchesSinceMigration.Count(e => e.ResultCount == 0), Oracle.At(all[0]), nothing ? null : Oracle.At(own.Reconnected), Oracle.At(all[^1]));
    }

    private T? Newest<T>(Func<IntegrationEvent, T?> field) => field(all.LastOrDefault(e => e.Type == EventType.OrganisationUpdated && field(e) is not null) ?? EventMaker.Event(EventType.Copied, default, ehr: null));

    // The contract's states, one after the other.
    private (Health Health, long? Since) Health(OracleConnection own)
    {
        if (Own is null or Ehr.None)
            return (Core.Organisations.Health.Unknown, null);
        var failing = own.Unmended;
        if (Own is Ehr.Meddbase or Ehr.Semble)
            return (Core.Organisations.Health.NotApplicable, Oracle.At(failing.Count > 0 ? failing[0] : own.LastSuccess is null ? null : own.ConnectedSince));
        if (own.NewestSwitch is { Type: EventType.IntegrationDisabled })
            return (Core.Organisations.Health.Disabled, Oracle.At(own.NewestSwitch));
        var noKeySince = own.NewestKeyIndex < 0 || own.NewestKeyIndex < Math.Max(own.LastSuccessIndex, Migration);
        var keyFailure = failing.Find(e => e.Error!.Kind <= Core.Errors.ErrorKind.IntegrationDisabled);
        if (noKeySince && (keyFailure is not null || (Migration >= 0 && own.NewestOutcomeIndex < Migration)))
            return (Core.Organisations.Health.NeedsKey, Oracle.At(Migration > own.LastSuccessIndex ? all[Migration] : keyFailure));
        if (own.NewestKeyIndex >= 0 && own.NewestOutcomeIndex < own.NewestKeyIndex)
            return (Core.Organisations.Health.Unverified, Oracle.At(all[own.NewestKeyIndex]));
        return failing.Count > 0 ? (Core.Organisations.Health.Failing, Oracle.At(failing[0]))
            : own.LastSuccess is null ? (Core.Organisations.Health.Unknown, null)
            : (Core.Organisations.Health.Connected, Oracle.At(own.ConnectedSince));
    }

    // "for Nookal the newest key's region, else what was set, else what the sign-in host implies; for Cliniko the shard that was set, else the newest key's suffix"
    private string? Place(OracleConnection own) => Own switch
    {
        Ehr.Nookal => Kebab.Name(own.NewestKey?.NookalRegion ?? Newest(e => e.NookalRegion)) ?? (Newest(e => e.NookalSite) is null ? null : "au-nz"),
        Ehr.Cliniko => Newest(e => e.ClinikoShard) ?? own.NewestKey?.KeySuffix switch { "" => "au1", var suffix => suffix },
        _ => null,
    };
}
