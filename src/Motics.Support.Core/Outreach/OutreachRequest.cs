using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Outreach;

/// <summary>To whom tickets are to be made, and whose they become.</summary>
public sealed record OutreachRequest
{
    /// <summary>At most so many people in turn.</summary>
    public const int MostAssignees = 50;

    /// <summary>At most so many organisations at once.</summary>
    public const int MostOrganisations = 100_000;

    /// <summary>What the list shows; its order and page do not matter.</summary>
    public required OrganisationQuery Query { get; init; }

    /// <summary>The same as a query string, for people and for the audit.</summary>
    public string Filter { get; init; } = "";

    /// <summary>Exactly these instead of all that the filter shows: a list that was frozen before. Those that are gone are left out silently. Null for all.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>How many the caller saw: another number now refuses everything. Null only to look.</summary>
    public int? Expected { get; init; }

    /// <summary>Ids of the people who get the tickets in turn; one gets all, none leaves them nobody's.</summary>
    public IReadOnlyList<string> AssigneeIds { get; init; } = [];

    /// <summary>Clinics that were written to lately get a ticket all the same.</summary>
    public bool AskedToo { get; init; }

    /// <summary>Made by the caller: the same one again gives back the outreach that it began the first time. Null: every call begins one.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// The query string of the list of organisations, or an address that ends with it; everything for an empty text. Refused with every part that is not known,
    /// given twice, or no good, as <c>filter.health</c>: a misspelt filter would mean everybody.
    /// </summary>
    public static Outcome<OrganisationQuery> ReadFilter(string? filter)
    {
        var asked = OrganisationsAsked.Parse((filter ?? "").Split('?', 2)[^1]);
        var query = asked is not { Done: true, Value: { } given } ? asked.Refusal!
            : given is { Cursor: null, Limit: null } ? OrganisationQuery.Read(given)
            : Refusal.Field("limit", "A filter has neither limit nor cursor: what is done is done to all that match.");
        return query.Refusal is Refusal.Invalid wrong
            ? new Refusal.Invalid([.. wrong.Errors.Select(error => error with { Field = Identifier.IsValid(error.Field) ? $"filter.{error.Field}" : "filter" })])
            : query;
    }
}

/// <summary>What an outreach would do, or began to do.</summary>
public sealed record OutreachPlan
{
    /// <summary>When it was counted.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Those that get a ticket, most in need first.</summary>
    public required IReadOnlyList<OutreachCandidate> Chosen { get; init; }

    /// <summary>Those that get none.</summary>
    public required IReadOnlyList<LeftOutOrganisation> LeftOut { get; init; }

    /// <summary>The chosen by what they are written, the largest first.</summary>
    public required IReadOnlyList<OutreachVariant> Variants { get; init; }

    /// <summary>How many match in all.</summary>
    public int Matching => Chosen.Count + LeftOut.Count;
}

/// <summary>One that was chosen and gets no ticket.</summary>
public sealed record LeftOutOrganisation(OutreachCandidate Organisation, LeftOutWhy Why);

/// <summary>Those who get the same reply, each with its own values in it.</summary>
/// <param name="Reason">Id of the playbook's rule that their events lead to.</param>
/// <param name="Title">What that rule finds, without the values of any one clinic.</param>
/// <param name="Ehr">Their EHR; null when not known.</param>
/// <param name="Place">Their place, by wire name; null when not known.</param>
/// <param name="Ids">Who, most in need first.</param>
public sealed record OutreachVariant(string Reason, string Title, Ehr? Ehr, string? Place, IReadOnlyList<string> Ids)
{
    /// <summary>How many.</summary>
    public int Organisations => Ids.Count;
}

/// <summary>The reply that the ticket of one clinic would offer.</summary>
/// <param name="OrganisationId">Whose.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Subject">Of the ticket.</param>
/// <param name="Whole">The whole reply; null when there is nothing to send.</param>
public sealed record OutreachReply(string OrganisationId, string Name, string Subject, string? Whole);
