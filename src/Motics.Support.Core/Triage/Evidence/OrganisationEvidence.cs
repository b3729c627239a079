using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Triage.Evidence;

/// <summary>What follows from the organisation itself.</summary>
internal static class OrganisationEvidence
{
    // "None" says no more than that there is no connection yet: which EHR the clinic uses is still to be asked.
    public static KnownFact? Ehr(Seen seen) => seen.Organisation.Ehr is { } ehr and not Organisations.Ehr.None
        ? Seen.Fact(Kebab.Name(ehr), null, seen.Organisation.EhrIsImplied ? "Concluded from the EHR that its events speak of" : "Set for the organisation in Motics")
        : null;

    public static KnownFact? Migrated(Seen seen) => seen.Organisation.MigratedAt switch
    {
        null => null,
        { } at when at <= seen.Now => Seen.Fact(true, at, $"Migrated to Motics OS on {Moment.Utc(at)}"),
        { } at => Seen.Fact(false, at, $"The migration to Motics OS is set for {Moment.Utc(at)}"),
    };

    public static KnownFact? OtherEhrActive(Seen seen)
    {
        var enabled = seen.Organisation.EnabledEhrs.Where(ehr => ehr != Organisations.Ehr.None).Distinct().Order().ToList();
        if (enabled.Count == 0)
            return null;
        var names = string.Join(" and ", enabled);
        return Seen.Fact(enabled.Count > 1, null, enabled.Count > 1 ? $"{names} are switched on" : $"Only {names} is switched on");
    }

    // That no copying was seen proves nothing: notes can be taken out in other ways.
    public static KnownFact? UsingCopyPaste(Seen seen) => seen.Organisation.LastCopiedAt is { } at && IsToday(at, seen)
        ? Seen.Fact(true, at, $"A note was taken out with Copy today, {Moment.Utc(at)}")
        : null;

    private static bool IsToday(DateTimeOffset at, Seen seen)
    {
        var zone = Zone(seen.Organisation.TimeZone);
        return TimeZoneInfo.ConvertTime(at, zone).Date == TimeZoneInfo.ConvertTime(seen.Now, zone).Date;
    }

    private static TimeZoneInfo Zone(string? id) =>
        id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
