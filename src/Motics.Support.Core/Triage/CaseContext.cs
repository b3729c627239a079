using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Triage;

/// <summary>What is known of a case beside its facts: it fills in steps and replies and never decides a verdict.</summary>
public sealed record CaseContext
{
    /// <summary>Nothing known beside the facts.</summary>
    public static CaseContext Nothing { get; } = new();

    public string? OrganisationName { get; init; }

    /// <summary>Lower case, no hyphen; null when not known.</summary>
    public string? ClinikoShard { get; init; }

    /// <summary>Region of the site that the clinic signs in at; null when not known.</summary>
    public NookalRegion? SiteRegion { get; init; }

    /// <summary>A screenshot is attached: it may stand for the exact error text in an escalation.</summary>
    public bool HasScreenshot { get; init; }

    /// <summary>
    /// The kind that was stored with the error whose message is the events' <c>errorText</c>. It counts rather than classifying the text
    /// anew: the intake saw code and status too. Null when there is none.
    /// </summary>
    public ErrorKind? StoredErrorKind { get; init; }

    /// <summary>The context that an organisation gives.</summary>
    public static CaseContext Of(OrganisationDetail organisation, bool hasScreenshot = false)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return new CaseContext
        {
            OrganisationName = organisation.Name,
            ClinikoShard = organisation.ClinikoShard,
            SiteRegion = NookalSites.Region(organisation.NookalSite),
            HasScreenshot = hasScreenshot,
            StoredErrorKind = organisation.LastError?.Kind,
        };
    }
}
