using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Tests.Events;

/// <summary>
/// What the state must be, found the simple way: sort the whole history and read the contract aloud. Shares no line with the folding.
/// </summary>
internal sealed class Oracle
{
    private readonly IntegrationEvent[] all;

    public Oracle(IEnumerable<IntegrationEvent> history) =>
        all = [.. history.OrderBy(e => e.Time).ThenBy(e => (int)e.Type).ThenBy(e => e.Source, StringComparer.Ordinal).ThenBy(e => e.Id, StringComparer.Ordinal)];

    public IEnumerable<string> Organisations() => all.Select(e => e.OrganisationId).Distinct().Order(StringComparer.Ordinal).Select(id => new OracleOrganisation(id, all).Line());

    public IEnumerable<string> Fallouts(IReadOnlyList<Incident> active, DateTimeOffset now) =>
        all.Select(e => e.OrganisationId).Distinct().Order(StringComparer.Ordinal).Select(id => new OracleOrganisation(id, all).FalloutLine(active, now));

    public IEnumerable<string> Connections() =>
        from id in all.Select(e => e.OrganisationId).Distinct().Order(StringComparer.Ordinal)
        let organisation = new OracleOrganisation(id, all)
        from ehr in organisation.Ehrs.Order(StringComparer.Ordinal)
        select organisation.Connection(ehr).Line(id);

    public IEnumerable<string> Operations() =>
        from id in all.Select(e => e.OrganisationId).Distinct().Order(StringComparer.Ordinal)
        let organisation = new OracleOrganisation(id, all)
        from ehr in organisation.Ehrs.Order(StringComparer.Ordinal)
        from line in organisation.Connection(ehr).OperationLines(id)
        select line;

    public IEnumerable<string> Keys() =>
        from id in all.Select(e => e.OrganisationId).Distinct().Order(StringComparer.Ordinal)
        let organisation = new OracleOrganisation(id, all)
        from ehr in organisation.Ehrs.Order(StringComparer.Ordinal)
        from line in organisation.Connection(ehr).KeyLines(id)
        select line;

    public IEnumerable<string> Groups() =>
        from happened in all
        where happened.Error is not null
        group happened by Group(happened) into same
        orderby same.Key.Kind, same.Key.Ehr, same.Key.Operation, same.Key.Title
        select Line("group", same.Key.Title, same.Key.Kind, same.Key.Ehr, same.Key.Operation, same.Count(), same.Select(e => e.OrganisationId).Distinct().Count(), At(same.First()), At(same.Last()));

    public IEnumerable<string> Members() =>
        from happened in all
        where happened.Error is not null
        group happened by (Group: Group(happened), happened.OrganisationId) into same
        orderby same.Key.Group.Kind, same.Key.Group.Ehr, same.Key.Group.Operation, same.Key.Group.Title, same.Key.OrganisationId
        select Line("member", same.Key.Group.Title, same.Key.Group.Kind, same.Key.OrganisationId, same.Count(), At(same.First()), At(same.Last()));

    public IEnumerable<string> Days() =>
        from happened in all
        where happened.Type >= EventType.KeySaved
        group happened by (happened.OrganisationId, Ehr: Name(happened.Ehr), Day: happened.Time.UtcDateTime.Date) into same
        orderby same.Key.OrganisationId, same.Key.Ehr, same.Key.Day
        select Line(
            "day", same.Key.OrganisationId, same.Key.Ehr, new DateTimeOffset(same.Key.Day, TimeSpan.Zero).ToUnixTimeMilliseconds(), same.Count(Succeeded), same.Count(e => e.Error is not null),
            same.Count(e => e.Error?.Kind <= ErrorKind.IntegrationDisabled), same.Count(e => e.Type == EventType.PatientSearchCompleted),
            same.Count(e => e.Type == EventType.PatientSearchCompleted && e.ResultCount == 0), same.Count(e => e.Type == EventType.KeySaved), same.Count(e => e.Type == EventType.Copied));

    public static bool Succeeded(IntegrationEvent happened) =>
        happened.Type is EventType.Verified or EventType.NotePushSucceeded || (happened.Type == EventType.PatientSearchCompleted && happened.ResultCount > 0);

    public static string Name(Ehr? ehr) => Kebab.Name(ehr) ?? "";

    public static long? At(IntegrationEvent? happened) => happened?.Time.ToUnixTimeMilliseconds();

    public static string Line(params object?[] values) => string.Join('|', values.Select(StateDump.Text));

    private static (string Kind, string Ehr, string Operation, string Title) Group(IntegrationEvent happened) =>
        (Kebab.Name(happened.Error!.Kind), Name(happened.Ehr), Kebab.Name(happened.Operation)!, happened.Error.NormalisedMessage);
}
