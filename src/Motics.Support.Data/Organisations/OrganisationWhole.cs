using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Data.Events;

namespace Motics.Support.Data.Organisations;

/// <summary>What the organisation's page reads of <c>organisation o</c>.</summary>
internal sealed class OrganisationWhole : OrganisationRow
{
    public const string Columns = $"""
        {Shared}, o.told_ehr AS ToldEhr, o.nookal_site AS NookalSite, o.time_zone AS TimeZone, o.folding AS Folding, o.first_event_at AS FirstEventAt, (SELECT MAX(e.at) FROM event e WHERE e.organisation_id = o.id) AS LastEventAt
        """;

    public string? ToldEhr { get; init; }
    public string? NookalSite { get; init; }
    public string? TimeZone { get; init; }
    public long? FirstEventAt { get; init; }
    public long? LastEventAt { get; init; }
    public int OpenTickets { get; init; }
    public int Folding { get; init; }

    /// <summary>A program of the edition before folded into it last, or into its own connection.</summary>
    public bool IsBehind(ConnectionRow? own, IReadOnlyList<KeyEntry> keys) =>
        Folding < FoldingEdition.Current || own?.IsBehind(MigratedAt, keys.Count > 0 ? keys[0] : null) == true;

    public OrganisationDetail ToDetail(IReadOnlyList<ConnectionRow> connections, ConnectionRow? own, IReadOnlyList<KeyEntry> keys) => new(Head)
    {
        EhrIsImplied = Ehr is not null && ToldEhr is null,
        EnabledEhrs = [.. connections.Where(connection => connection.Enabled == true).Select(connection => Kebab.Parse<Ehr>(connection.Ehr)).OfType<Ehr>()],
        SwitchedAt = UnixTime.Time(own?.SwitchedAt),
        NookalSite = NookalSite,
        TimeZone = TimeZone,
        Operations = own?.States ?? [],
        LastError = own?.LastError,
        LastSuccessAt = UnixTime.Time(own?.LastSuccessAt),
        KeyHistory = keys,
        SearchesSinceMigration = new SearchCount(own?.Searches ?? 0, own?.SearchesEmpty ?? 0),
        RecentSearches = own?.Recent ?? [],
        LastCopiedAt = UnixTime.Time(own?.LastCopiedAt),
        FirstEventAt = UnixTime.Time(FirstEventAt),
        LastEventAt = UnixTime.Time(LastEventAt),
    };
}
