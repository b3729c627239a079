using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Providers;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Evidence;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Triage.Replies;

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

    /// <summary>The moment that the case is judged at; null when it is judged without one.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>The clinic's time zone; null when not told or not known here.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>The integration of the organisation's own EHR is switched off in Motics.</summary>
    public bool IsSwitchedOff { get; init; }

    /// <summary>When it was switched off; null when it is not, or when that is not known. Who did it no event tells.</summary>
    public DateTimeOffset? SwitchedOffAt { get; init; }

    /// <summary>A failure that speaks against the key itself is not mended: a key kind, but not that the integration is switched off.</summary>
    public bool KeyFailed { get; init; }

    /// <summary>As <see cref="Circumstance.KeyWorked"/>.</summary>
    public bool KeyWorked { get; init; }

    /// <summary>Something has worked since the migration: what fails now is not its doing.</summary>
    public bool WorkedSinceMove { get; init; }

    /// <summary>As <see cref="OrganisationDetail.IsNeverReconnected"/>.</summary>
    public bool NeverReconnected { get; init; }

    /// <summary>Notes that were copied out by hand lately.</summary>
    public CopiedNotes Copied { get; init; } = CopiedNotes.None;

    /// <summary>The newest failure in passing trouble that nothing mended; null when there is none.</summary>
    public DateTimeOffset? PassingTroubleAt { get; init; }

    /// <summary>An escalation is open.</summary>
    public bool WithEngineers { get; init; }

    /// <summary>An escalation is open, and the engineers wait for answers to what they asked back.</summary>
    public bool EngineersWait { get; init; }

    /// <summary>Engineers are done with it, and it has not failed again since.</summary>
    public bool ClinicTriesAgain { get; init; }

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
        var off = organisation.Health == Health.Disabled;
        var seen = new Seen(organisation, now, complaint);
        var unmended = organisation.Operations.Unmended().Select(unmended => unmended.Failures).ToList();
        var keyFailed = unmended.Exists(failures => failures.Kind.IsKeyKind() && failures.Kind != ErrorKind.IntegrationDisabled);
        return new CaseContext
        {
            OrganisationName = organisation.Name,
            ClinikoShard = organisation.ClinikoShard,
            SiteRegion = NookalSites.Region(organisation.NookalSite),
            Complaint = complaint,
            IsConnected = connected,
            ConnectedSince = connected ? organisation.HealthSince : null,
            Now = now,
            Zone = organisation.TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : null,
            IsSwitchedOff = off,
            SwitchedOffAt = off ? organisation.SwitchedAt ?? organisation.HealthSince : null,
            KeyFailed = keyFailed,
            KeyWorked = !keyFailed && KeyEvidence.HadWorked(seen),
            WorkedSinceMove = organisation.LastSuccessAt >= seen.MigratedAt,
            NeverReconnected = organisation.IsNeverReconnected(now),
            Copied = organisation.Copied,
            PassingTroubleAt = unmended.Where(failures => PassingTrouble.Is(failures.Kind)).Select(failures => (DateTimeOffset?)failures.Last).Max(),
            StoredErrorKind = ErrorEvidence.Kind(seen),
        };
    }
}
