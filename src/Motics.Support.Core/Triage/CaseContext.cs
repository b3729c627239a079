using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage.Evidence;

namespace Motics.Support.Core.Triage;

/// <summary>What is known of a case beside its facts: it fills in steps and replies, and says what the case is in (<see cref="Circumstance"/>).</summary>
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

    /// <summary>What is complained of, and when it was said. Null: it is read from the agent's answers alone.</summary>
    public Complaint? Complaint { get; init; }

    /// <summary>The events say that the connection works, all of it: nothing fails and no key is asked for.</summary>
    public bool IsConnected { get; init; }

    /// <summary>Since when it has been connected; null when it is not, or when that is not known.</summary>
    public DateTimeOffset? ConnectedSince { get; init; }

    /// <summary>A key was found in what was pasted, typed or attached, and no key with another fingerprint has been saved since.</summary>
    public bool KeyExposed { get; init; }

    /// <summary>
    /// The kind that was stored with the error whose message is the events' <c>errorText</c>. It counts rather than classifying the text
    /// anew: the intake saw code and status too. Null when there is none.
    /// </summary>
    public ErrorKind? StoredErrorKind { get; init; }

    /// <summary>The context that an organisation gives as of <paramref name="now"/>.</summary>
    /// <param name="organisation">As it was read.</param>
    /// <param name="now">Until when events count.</param>
    /// <param name="complaint">As for <see cref="FactGatherer.Gather"/>, for it decides which error is in hand.</param>
    public static CaseContext Of(OrganisationDetail organisation, DateTimeOffset now, Complaint? complaint = null)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        var connected = organisation.Health == Health.Connected;
        return new CaseContext
        {
            OrganisationName = organisation.Name,
            ClinikoShard = organisation.ClinikoShard,
            SiteRegion = NookalSites.Region(organisation.NookalSite),
            Complaint = complaint,
            IsConnected = connected,
            ConnectedSince = connected ? organisation.HealthSince : null,
            StoredErrorKind = ErrorEvidence.Kind(new Seen(organisation, now, complaint)),
        };
    }
}
