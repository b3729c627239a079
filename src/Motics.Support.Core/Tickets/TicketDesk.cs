#pragma warning disable CS9113
using Motics.Support.Core.Access;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Tickets;

/// <summary>
/// The only way to work on tickets: checks the permission, the version seen, the rules; keeps change, activity and audit together.
/// <c>expectedVersion</c> null means "whatever it is now"; another than the stored one is refused with what changed.
/// </summary>
public sealed class TicketDesk(ITicketStore store, IOrganisationFinder organisations, IScreenshotReader screenshots, TimeProvider clock)
{
    public Task<Outcome<TicketView>> CreateAsync(NewTicket request, Actor actor, CancellationToken ct) => throw new NotImplementedException();

    public Task<Outcome<TicketView>> FindAsync(long number, Actor actor, CancellationToken ct) => throw new NotImplementedException();

    public Task<Outcome<TicketPage>> ListAsync(TicketQuery query, Actor actor, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Merges answers by fact name, in wire form; null takes one back.</summary>
    public Task<Outcome<TicketView>> SetFactsAsync(long number, int? expectedVersion, IReadOnlyDictionary<string, string?> answers, Actor actor, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Ticks a step of the current verdict, or unticks one; both are logged.</summary>
    public Task<Outcome<TicketView>> TickStepAsync(long number, int? expectedVersion, string stepId, bool done, Actor actor, CancellationToken ct) => throw new NotImplementedException();

    public Task<Outcome<TicketView>> AddNoteAsync(long number, string text, Actor actor, CancellationToken ct) => throw new NotImplementedException();

    public Task<Outcome<TicketView>> AddScreenshotAsync(long number, string fileName, ReadOnlyMemory<byte> upload, Actor actor, CancellationToken ct) => throw new NotImplementedException();

    public Task<Outcome<ScreenshotFile>> GetScreenshotAsync(long number, string id, Actor actor, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Null gives the ticket back to nobody.</summary>
    public Task<Outcome<TicketView>> AssignAsync(long number, int? expectedVersion, string? personId, Actor actor, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Open, waiting on clinic or resolved. Closing, reopening and escalating have operations of their own.</summary>
    public Task<Outcome<TicketView>> SetStatusAsync(long number, int? expectedVersion, TicketStatus status, Actor actor, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Brings the ticket back to its agent at a time; null clears it.</summary>
    public Task<Outcome<TicketView>> RemindAsync(long number, int? expectedVersion, DateTimeOffset? at, Actor actor, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>"I have seen it": the ticket sleeps again until something else changes.</summary>
    public Task<Outcome<TicketView>> AcknowledgeAsync(long number, int? expectedVersion, Actor actor, CancellationToken ct) => throw new NotImplementedException();

    public Task<Outcome<TicketView>> CloseAsync(long number, int? expectedVersion, TicketClosing closing, Actor actor, CancellationToken ct) => throw new NotImplementedException();

    public Task<Outcome<TicketView>> ReopenAsync(long number, int? expectedVersion, Actor actor, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>All changes of the patch or none, as one change of the ticket.</summary>
    public Task<Outcome<TicketView>> PatchAsync(long number, int expectedVersion, TicketPatch patch, Actor actor, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Whom a ticket can be given to.</summary>
    public Task<Outcome<IReadOnlyList<Person>>> PeopleAsync(Actor actor, CancellationToken ct) => throw new NotImplementedException();
}
