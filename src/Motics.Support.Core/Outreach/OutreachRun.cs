using Motics.Support.Core.Tickets;

namespace Motics.Support.Core.Outreach;

/// <summary>How far an outreach is.</summary>
public enum OutreachState { Running, Done, Undoing, Undone }

/// <summary>What became of one organisation of an outreach.</summary>
public enum OutreachOutcome
{
    /// <summary>It has a ticket by it.</summary>
    Made,

    /// <summary>It got none.</summary>
    LeftOut,

    /// <summary>Its ticket was taken back.</summary>
    TakenBack,

    /// <summary>Its ticket was to be taken back, and stays.</summary>
    Stays,
}

/// <summary>An outreach that was begun. What it was begun with never changes.</summary>
public sealed record OutreachRun
{
    public required string Id { get; init; }

    /// <summary>Query string of the list that was chosen from.</summary>
    public required string Filter { get; init; }

    public OutreachState State { get; init; } = OutreachState.Running;

    /// <summary>How many were chosen, those that were left out at once included.</summary>
    public required int Organisations { get; init; }

    /// <summary>Tickets made so far, those that were taken back included.</summary>
    public int Made { get; init; }

    /// <summary>Left out so far.</summary>
    public int LeftOut { get; init; }

    /// <summary>Tickets taken back so far.</summary>
    public int TakenBack { get; init; }

    /// <summary>Tickets that were to be taken back and stay.</summary>
    public int Staying { get; init; }

    /// <summary>Who gets the tickets in turn; empty for nobody.</summary>
    public IReadOnlyList<Person> Assignees { get; init; } = [];

    /// <summary>Clinics that were written to lately get a ticket all the same.</summary>
    public bool AskedToo { get; init; }

    public required Person By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When the last ticket was made; null while it runs, and when it was taken back before.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Who takes or took it back; null while nobody does.</summary>
    public Person? UndoneBy { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>Something is still on its way.</summary>
    public bool IsAtWork => State is OutreachState.Running or OutreachState.Undoing;

    /// <summary>How many have been looked at, of <see cref="Organisations"/>.</summary>
    public int Looked => Made + LeftOut;

    /// <summary>Its target in the audit.</summary>
    public string Target => $"outreach:{Id}";
}

/// <summary>What became of one organisation.</summary>
/// <param name="OrganisationId">Whose.</param>
/// <param name="Name">What people call it now.</param>
/// <param name="Outcome">What.</param>
/// <param name="TicketNumber">Its ticket; null when none was made.</param>
/// <param name="Why">Why it was left out; null when it was not.</param>
/// <param name="Because">The same in words, or why its ticket stays; null when there is no more to say.</param>
public sealed record OutreachItem(string OrganisationId, string Name, OutreachOutcome Outcome, long? TicketNumber, LeftOutWhy? Why, string? Because);

/// <summary>A part of the frozen list, of at most <see cref="Size"/>.</summary>
/// <param name="Run">Whose.</param>
/// <param name="Number">Which part, from 1; 0 when tickets are taken back.</param>
/// <param name="Organisations">Who, in their order.</param>
/// <param name="Tickets">Those that are to be taken back.</param>
public sealed record OutreachBatch(OutreachRun Run, int Number, IReadOnlyList<FrozenOrganisation> Organisations, IReadOnlyList<long> Tickets)
{
    /// <summary>So many are made, or taken back, in one transaction: others wait no longer than for that.</summary>
    public const int Size = 50;
}

/// <summary>One of the frozen list.</summary>
/// <param name="Id">Whose.</param>
/// <param name="Why">It was left out when the list was frozen; null when it was not.</param>
public sealed record FrozenOrganisation(string Id, LeftOutWhy? Why);
