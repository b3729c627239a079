using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Organisations;

/// <summary>The timeline's filter as a condition on events. Types by their order, which the index holds; a search that found somebody is a success too.</summary>
internal static class TimelineFilter
{
    private static readonly Dictionary<TimelineKind, string> Conditions = new()
    {
        [TimelineKind.Errors] = Types(EventType.IntegrationFailed, EventType.NotePushFailed, EventType.PatientSearchFailed, EventType.ServerFailed),
        [TimelineKind.Keys] = Types(EventType.KeySaved),
        [TimelineKind.Searches] = Types(EventType.PatientSearchCompleted),
        [TimelineKind.Successes] = $"({Types(EventType.Verified, EventType.NotePushSucceeded)} OR ({Types(EventType.PatientSearchCompleted)} AND e.result_count > 0))",
        [TimelineKind.Organisation] = Types(
            EventType.OrganisationUpdated, EventType.OrganisationMigrated, EventType.IntegrationEnabled, EventType.IntegrationDisabled, EventType.Copied),
    };

    /// <summary>To stand behind a first condition; empty for all kinds.</summary>
    public static string Of(IReadOnlyList<TimelineKind> kinds) =>
        kinds.Count == 0 ? "" : $" AND ({string.Join(" OR ", kinds.Distinct().Order().Where(Conditions.ContainsKey).Select(kind => Conditions[kind]))})";

    private static string Types(params EventType[] types) => $"e.type_order IN ({string.Join(", ", types.Select(type => (int)type))})";
}
