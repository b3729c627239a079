using Motics.Support.Core.Organisations;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    /// <summary>The timeline's filters.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="own">The organisation's own EHR; one that has no keys has credentials.</param>
    public static string Of(TimelineKind kind, Ehr? own = null) => kind switch
    {
        TimelineKind.Errors => "Errors",
        TimelineKind.Keys when HasOwnCredentials(own) => "Credentials",
        TimelineKind.Keys => "Keys",
        TimelineKind.Searches => "Searches",
        TimelineKind.Successes => "Successes",
        TimelineKind.Tickets => "Tickets",
        _ => "Organisation",
    };
}
