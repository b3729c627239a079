using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Outreach;

/// <summary>Why an organisation that was chosen gets no ticket (contract, <c>why</c>), in the order in which it is asked.</summary>
public enum LeftOutWhy
{
    /// <summary>It has an open ticket: the reply belongs there.</summary>
    OpenTicket,

    /// <summary>An outage at the EHR covers it: a key would not help.</summary>
    Outage,

    /// <summary>A reply to it was copied within <see cref="OutreachRules.AskedLately"/>.</summary>
    AskedLately,

    /// <summary>It works.</summary>
    Works,

    /// <summary>The migration asks nothing of its EHR.</summary>
    OtherEhr,

    /// <summary>Two different keys failed and nothing has worked since: an engineer is due.</summary>
    TwoFailedKeys,

    /// <summary>Its integration is switched off.</summary>
    Disabled,
}

/// <summary>An organisation as an outreach weighs it.</summary>
public sealed record OutreachCandidate
{
    public required string Id { get; init; }

    /// <summary>Null for a stub.</summary>
    public string? Name { get; init; }

    /// <summary>Own EHR; null when not known.</summary>
    public Ehr? Ehr { get; init; }

    /// <summary>Nookal region or Cliniko shard, by wire name; null when not known.</summary>
    public string? Place { get; init; }

    public Health Health { get; init; } = Health.Unknown;

    public string HealthReason { get; init; } = "";

    public DateTimeOffset? HealthSince { get; init; }

    /// <summary>The clinic's own; null when not told.</summary>
    public string? TimeZone { get; init; }

    /// <summary>An outage explains its trouble now.</summary>
    public bool InOutage { get; init; }

    /// <summary>Failed attempts + 2 × notes copied out, in today and the six UTC days before; 0 where no need counts.</summary>
    public int Need { get; init; }

    /// <summary>Since when it has not worked; null while it works, or when it was not moved.</summary>
    public DateTimeOffset? BlockedSince { get; init; }

    /// <summary>Tickets that are not closed.</summary>
    public int OpenTickets { get; init; }

    /// <summary>When a reply to it was last copied, out of any of its tickets; null when none was.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>How many different keys failed since the later of its migration and its last success.</summary>
    public int FailedKeys { get; init; }

    /// <summary>Id of the playbook's rule that its events alone lead to; null when that is not kept and has to be asked.</summary>
    public string? Reason { get; init; }

    /// <summary>What people call it.</summary>
    public string Title => Name ?? Id;
}

/// <summary>Who gets no ticket by an outreach.</summary>
public static class OutreachRules
{
    /// <summary>How long after a reply was copied a clinic is left alone.</summary>
    public static TimeSpan AskedLately { get; } = TimeSpan.FromDays(3);

    /// <summary>So many different keys that failed in a row say that a third would not help.</summary>
    public const int TooManyFailedKeys = 2;

    /// <summary>Why it is left out; null when it is not.</summary>
    /// <param name="candidate">As it is now.</param>
    /// <param name="askedToo">Clinics that were written to lately are wanted all the same. Nothing else can be overruled.</param>
    /// <param name="now">The moment.</param>
    public static LeftOutWhy? Why(OutreachCandidate candidate, bool askedToo, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return candidate switch
        {
            { OpenTickets: > 0 } => LeftOutWhy.OpenTicket,
            { InOutage: true } => LeftOutWhy.Outage,
            { AskedAt: { } asked } when !askedToo && asked > now - AskedLately => LeftOutWhy.AskedLately,
            { Health: Health.Connected } => LeftOutWhy.Works,
            { Health: Health.NotApplicable } => LeftOutWhy.OtherEhr,
            { FailedKeys: >= TooManyFailedKeys } => LeftOutWhy.TwoFailedKeys,
            { Health: Health.Disabled } => LeftOutWhy.Disabled,
            _ => null,
        };
    }
}
