using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Paging;
using Motics.Support.Core.Triage;

namespace Motics.Support.Core.Organisations;

/// <summary>What a list of organisations is ordered by. Rows without a value always stand last; the id decides between equals.</summary>
public enum OrganisationSort
{
    Name,
    Health,
    Since,
    Migrated,

    /// <summary>Need, then blocked the longest (contract, "Need"); descending is the most in need first.</summary>
    Need,
}

/// <summary>Which organisations, in which order. Every given condition must hold; within one, any of its values.</summary>
public sealed record OrganisationQuery
{
    /// <summary>Any part of the name or the id, case and accents ignored; null or blank for all.</summary>
    public string? Search { get; init; }

    /// <summary>Empty for all.</summary>
    public IReadOnlyList<Ehr> Ehrs { get; init; } = [];

    /// <summary>Nookal regions and Cliniko shards by wire name (<c>au-nz</c>, <c>uk1</c>); empty for all.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Empty for all.</summary>
    public IReadOnlyList<Health> Healths { get; init; } = [];

    /// <summary>Whether a migration is known; null for all.</summary>
    public bool? Migrated { get; init; }

    /// <summary>Whether a provider incident covers it now; null for all.</summary>
    public bool? Incident { get; init; }

    /// <summary>Whether a ticket of it is open; null for all. On the wire also <c>ticket=none</c>.</summary>
    public bool? HasTicket { get; init; }

    /// <summary>How it came through the migration; empty for all.</summary>
    public IReadOnlyList<MigrationState> MigrationStates { get; init; } = [];

    /// <summary>Waves, exactly; <see cref="NotKnown"/> for those of which none is known. Empty for all.</summary>
    public IReadOnlyList<string> Waves { get; init; } = [];

    /// <summary>Ids of the playbook's rules that the events alone lead to; <see cref="NotKnown"/> where they lead to none. Empty for all.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Whether notes were copied out in the last 7 days (today and the six UTC days before); null for all.</summary>
    public bool? Copying { get; init; }

    /// <summary>Whether a note was pushed in the same days; null for all.</summary>
    public bool? Pushing { get; init; }

    /// <summary>Whether there was a success since the migration, over the own EHR; null for all.</summary>
    public bool? Reconnected { get; init; }

    /// <summary>How long the first success after the migration took; those without one have none. Empty for all.</summary>
    public IReadOnlyList<ReturnTime> Took { get; init; } = [];

    /// <summary>Migrated at this time or later; null for no bound.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Migrated before this time; null for no bound.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>The first success after the migration was on this day in UTC; null for all.</summary>
    public DateOnly? BackOn { get; init; }

    /// <summary>Migrated by the end of this day in UTC and without a success since at that end; null for all.</summary>
    public DateOnly? OutOn { get; init; }

    /// <summary>What stands on the wire for a place, wave or reason that is not known.</summary>
    public const string NotKnown = "none";

    /// <summary>By <see cref="OrganisationSort.Health"/> the most urgent stands first, and of one state the one that is in it longest.</summary>
    public OrganisationSort Sort { get; init; } = OrganisationSort.Name;

    public bool Descending { get; init; }

    /// <summary>As given back with the page before; null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>1 to 200; null for the default.</summary>
    public int? Limit { get; init; }

    /// <summary>Reads what was asked for. Refused with every parameter that is no good.</summary>
    public static Outcome<OrganisationQuery> Read(OrganisationsAsked asked) => new OrganisationQueryReader().Read(asked);

    /// <summary>A reason that no rule of the playbook has, refused by name; null when each is known.</summary>
    public Refusal? UnknownReason(Playbook playbook)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        var known = playbook.Rules.Select(rule => rule.Id).Append(NotKnown).ToList();
        return Reasons.All(known.Contains) ? null : Refusal.Field("reason", $"One or more of: {string.Join(", ", known)}.");
    }

    /// <summary>What asks for this query, without cursor and limit: reading it back gives the same query.</summary>
    public OrganisationsAsked Write() => OrganisationQueryReader.Write(this);

    /// <summary>Wire form of the order: <c>name</c>, <c>-since</c>.</summary>
    public string SortName => (Descending ? "-" : "") + Kebab.Name(Sort);
}

/// <summary>An organisation as lists show it.</summary>
public sealed record OrganisationItem : OrganisationHead
{
    public OrganisationItem()
    {
    }

    [SetsRequiredMembers]
    public OrganisationItem(OrganisationHead head)
        : base(head)
    {
    }

    /// <summary>How it came through the migration.</summary>
    public MigrationState MigrationState { get; init; }

    /// <summary>Id of the playbook's rule that the events alone lead to; null while they lead to none.</summary>
    public string? Reason { get; init; }

    /// <summary>Failed attempts + 2 × notes copied out, in today and the six UTC days before; 0 while it works, is in an outage, or was not moved.</summary>
    public int Need { get; init; }

    /// <summary>What <see cref="Need"/> is made of.</summary>
    [JsonIgnore]
    public NeedParts Week { get; init; } = new(0, 0);

    /// <summary>The newest failure ever, mended or not; null when there was none.</summary>
    public RowError? LastError { get; init; }

    /// <summary>What fails and nothing mended yet; null when nothing does.</summary>
    public RowFailing? Failing { get; init; }

    public KeySummary Keys { get; init; } = new(0, 0, 0, null);

    /// <summary>Of the open tickets, the newest that somebody has, else the newest; null when none is open.</summary>
    public TicketHeld? Ticket { get; init; }

    /// <summary>What people call it.</summary>
    public string Title => Name ?? Id;
}

/// <summary>What happened in today and the six UTC days before.</summary>
/// <param name="Failed">Attempts that failed.</param>
/// <param name="Copied">Notes copied out, each to be pasted in by hand.</param>
public sealed record NeedParts(int Failed, int Copied);

/// <summary>An open ticket, for a list of organisations.</summary>
/// <param name="Number">Of the ticket.</param>
/// <param name="AssigneeId">Who has it; null when nobody does.</param>
/// <param name="Assignee">What colleagues call them; null when nobody has it.</param>
public sealed record TicketHeld(long Number, string? AssigneeId, string? Assignee);

/// <summary>A failure, for a list. <see cref="Message"/> is masked and may be shortened.</summary>
public sealed record RowError(Errors.ErrorKind Kind, string Message, DateTimeOffset At, string? ErrorGroupId);

/// <summary>What fails, for a list.</summary>
/// <param name="Operation">The one that fails longest.</param>
/// <param name="Kind">Kind of its newest failure that nothing mended.</param>
/// <param name="Operations">How many operations fail.</param>
public sealed record RowFailing(Events.Operation Operation, Errors.ErrorKind Kind, int Operations);

/// <summary>The keys saved since the migration; all of them while there is no migration.</summary>
/// <param name="Saved">How many times a key was saved.</param>
/// <param name="Failed">How many of these failed.</param>
/// <param name="Distinct">How many different keys these were.</param>
/// <param name="Newest">What became of the newest; null when no key was saved.</param>
public sealed record KeySummary(int Saved, int Failed, int Distinct, KeyOutcome? Newest);

/// <summary>How many organisations there are, and how many each choice of a filter would leave, the other filters as they are.</summary>
/// <param name="All">All there are, whatever the filters.</param>
/// <param name="Matching">Those that the query matches.</param>
/// <param name="NeedSomebody">Of all, those that need a key or fail.</param>
public sealed record OrganisationCounts(
    int All, int Matching, int NeedSomebody, IReadOnlyDictionary<Health, int> ByHealth, IReadOnlyDictionary<Ehr, int> ByEhr,
    IReadOnlyDictionary<string, int> ByRegion, int Migrated, int NotMigrated, int InIncident);
