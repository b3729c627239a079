using Motics.Support.Core.Organisations;
using Motics.Support.Core.Wording;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    /// <summary>The timeline's filters.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="own">The organisation's own EHR; one that has no keys has credentials.</param>
    public static string Of(TimelineKind kind, Ehr? own) => kind == TimelineKind.Keys && HasOwnCredentials(own) ? "Credentials" : Labels.Of(kind);
}
