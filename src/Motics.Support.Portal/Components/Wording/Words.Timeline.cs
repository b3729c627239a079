using Motics.Support.Core.Organisations;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    /// <summary>The timeline's filters.</summary>
    public static string Of(TimelineKind kind) => kind switch
    {
        TimelineKind.Errors => "Errors",
        TimelineKind.Keys => "Keys",
        TimelineKind.Searches => "Searches",
        TimelineKind.Successes => "Successes",
        TimelineKind.Tickets => "Tickets",
        _ => "Organisation",
    };
}
