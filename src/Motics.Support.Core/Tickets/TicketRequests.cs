namespace Motics.Support.Core.Tickets;

/// <summary>What is asked for when a ticket is made.</summary>
public sealed record NewTicket
{
    /// <summary>Must exist.</summary>
    public required string OrganisationId { get; init; }

    /// <summary>1–200 characters.</summary>
    public required string Subject { get; init; }

    /// <summary>At most 200 characters.</summary>
    public string? Reporter { get; init; }

    /// <summary>http or https, at most 500 characters, without user information and without secrets.</summary>
    public string? ExternalUrl { get; init; }

    /// <summary>Id of the person who gets it; null for nobody yet. Anybody but the actor needs the permission to reassign.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>First answers, as in <see cref="TicketDesk.SetFactsAsync"/>.</summary>
    public IReadOnlyDictionary<string, string?> Facts { get; init; } = new Dictionary<string, string?>();

    /// <summary>
    /// Somebody typed the subject: what it says the clinic sees becomes an answer when it is plain, unless <see cref="Facts"/> name the symptom. False for subjects that a
    /// program made up from what events show: they are nobody's word.
    /// </summary>
    public bool ReadSubject { get; init; }

    /// <summary>Made by the caller: the same one again gives back the ticket it made the first time. Null: every call makes a ticket.</summary>
    public string? RequestId { get; init; }

    /// <summary>What it was opened in, as the end of a sentence ("in an outreach to 22 clinics"); null for a ticket that is opened alone.</summary>
    public string? Within { get; init; }
}

/// <summary>A field of a patch that may be absent. Given with null empties it.</summary>
public readonly record struct Given<T>(bool IsGiven, T? Value)
{
    public static implicit operator Given<T>(T? value) => new(true, value);
}

/// <summary>Several changes that are made together or not at all. Each runs through the same operation as if it were asked for alone.</summary>
public sealed record TicketPatch
{
    public Given<string> Subject { get; init; }

    public Given<string> Reporter { get; init; }

    public Given<string> ExternalUrl { get; init; }

    /// <summary>Id of a person; null gives the ticket back to nobody.</summary>
    public Given<string> Assignee { get; init; }

    /// <summary>Null clears the reminder.</summary>
    public Given<DateTimeOffset?> RemindAt { get; init; }

    /// <summary><see cref="TicketStatus.Closed"/> closes (and wants <see cref="MendedBy"/>); from closed, <see cref="TicketStatus.Open"/> reopens.</summary>
    public Given<TicketStatus?> Status { get; init; }

    /// <summary>Only together with closing.</summary>
    public Given<Mending?> MendedBy { get; init; }

    /// <summary>Only together with closing.</summary>
    public Given<string> MendedDetail { get; init; }

    /// <summary>The warnings of closing were read.</summary>
    public bool Confirmed { get; init; }
}

/// <summary>What closing asks.</summary>
/// <param name="What">What mended it.</param>
/// <param name="Detail">In the agent's words, at most 500 characters; required for <see cref="Mending.Other"/>.</param>
/// <param name="Confirmed">The warnings were read; without it, warnings refuse with <see cref="Refusal.Unconfirmed"/>.</param>
public sealed record TicketClosing(Mending What, string? Detail = null, bool Confirmed = false);
