using System.Globalization;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Masking;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets.Keys;
using Motics.Support.Core.Tickets.Replies;
using Motics.Support.Core.Wording;

namespace Motics.Support.Core.Tickets.Changes;

/// <summary>
/// One change of a ticket while it is being made. Operations write into it one after the other; in the end all of it is kept as one
/// change of one version, or, when one of them refuses, nothing.
/// </summary>
internal sealed class TicketWork(TicketFile file, OrganisationDetail organisation, Actor actor, DateTimeOffset now)
{
    private readonly List<(TicketActivityKind Kind, string Text)> activity = [];
    private readonly List<(string Action, string? Detail)> audit = [];
    private readonly List<TicketNote> notes = [];
    private readonly List<Person> people = [Person.Of(actor)];

    /// <summary>As it was read, with its parts.</summary>
    public TicketFile File { get; } = file;

    public OrganisationDetail Organisation { get; } = organisation;

    public Actor Actor { get; } = actor;

    public Person By { get; } = Person.Of(actor);

    public DateTimeOffset Now { get; } = now;

    /// <summary>As it will be; operations replace it.</summary>
    public Ticket Ticket { get; set; } = file.Ticket;

    /// <summary>A new screenshot, when one is added.</summary>
    public ScreenshotFile? Screenshot { get; set; }

    /// <summary>What becomes of the reply, when that changes.</summary>
    public TicketReply? Reply { get; set; }

    /// <summary>Something that looked like a key was in a text that was given.</summary>
    public bool KeyWasMasked { get; private set; }

    /// <summary>Nothing was done so far.</summary>
    public bool IsEmpty => activity.Count == 0;

    /// <summary>Notes one thing that was done: for people, and with an action for the audit. The text follows the name of who did it.</summary>
    public void Log(TicketActivityKind kind, string text, string? action = null)
    {
        activity.Add((kind, text));
        if (action is not null)
        {
            Audit(action, text);
        }
    }

    /// <summary>A line of the audit.</summary>
    public void Audit(string action, string? detail) => audit.Add((action, detail));

    /// <summary>Its agent worked on it in this change.</summary>
    public bool Touched { get; private set; }

    /// <summary>The masked words of a text. A key that was in it stays with the ticket, whatever becomes of the words.</summary>
    /// <param name="text">As it is kept.</param>
    /// <param name="place">In what.</param>
    /// <param name="typed">As it was given.</param>
    /// <param name="before">What stood in its place; null for nothing.</param>
    public string Take(MaskedText text, ExposedIn place, string? typed, string? before = null)
    {
        if (KeyFinding.Held(text, typed ?? "", before, Organisation))
        {
            Expose(place);
        }

        return text.Text;
    }

    /// <summary>A key was pasted or sent.</summary>
    public void Expose(ExposedIn place)
    {
        KeyWasMasked = true;
        var known = Ticket.ExposedKey?.At == Now;
        Ticket = Ticket with { ExposedKey = new(Now, place, By) };
        if (!known)
        {
            Log(TicketActivityKind.Edited, $"gave {Labels.Of(place)} that held what looks like a key; it was masked, and the clinic has to replace that key", "ticket.key-exposed");
        }
    }

    public void Add(TicketNote note) => notes.Add(note);

    public void Remember(Person person) => people.Add(person);

    /// <summary>
    /// Its agent looked after it, so it sleeps until something changes again. Somebody else's note does not silence a ticket for its agent.
    /// </summary>
    public void Touch()
    {
        if (Ticket.Assignee is null || Ticket.Assignee.Id == By.Id)
        {
            Touched = true;
            Ticket = Ticket with
            {
                TouchedAt = Now,
                HealthWhenTouched = Organisation.Health,
                ReturnedAt = null,
                RemindAt = Ticket.RemindAt <= Now ? null : Ticket.RemindAt,
            };
        }
    }

    /// <summary>The change to be kept, one version on.</summary>
    public TicketChange Build(TicketRun? run)
    {
        var version = File.Ticket.Version + 1;
        return Compose(Ticket with { Version = version, UpdatedAt = Now }, run);
    }

    /// <summary>The change that makes a new ticket, under the number that it gets.</summary>
    public TicketChange BuildNew(long number, TicketRun? run) =>
        Compose(Ticket with { Number = number }, run is null ? null : run with { TicketNumber = number });

    private TicketChange Compose(Ticket ticket, TicketRun? run) => new()
    {
        Ticket = ticket,
        Activity = [.. activity.Select((line, index) => Line(ticket, line, index))],
        Audit = [.. audit.Select(line => new AuditEntry(Now, Actor.Id, line.Action, Target(ticket.Number), AuditEntry.Done, line.Detail))],
        Notes = [.. notes],
        Screenshot = Screenshot,
        Reply = Reply,
        Run = run,
        People = [.. people.DistinctBy(person => person.Id)],
    };

    /// <summary>The organisation once the ticket is kept so: its open tickets are counted.</summary>
    public OrganisationDetail OrganisationAfter(Ticket kept)
    {
        var wasOpen = File.Ticket.Number > 0 && File.Ticket.IsOpen;
        return Organisation with { OpenTickets = Organisation.OpenTickets + (kept.IsOpen ? 1 : 0) - (wasOpen ? 1 : 0) };
    }

    /// <summary>How the audit calls a ticket.</summary>
    public static string Target(long number) => string.Create(CultureInfo.InvariantCulture, $"ticket:{number}");

    // The id sorts as things happened: by version, then by place within the change.
    private TicketActivity Line(Ticket ticket, (TicketActivityKind Kind, string Text) line, int index) => new(
        string.Create(CultureInfo.InvariantCulture, $"{ticket.Number}.{ticket.Version:D6}.{index:D3}"),
        ticket.Number, ticket.OrganisationId, ticket.Version, Now, By, line.Kind, line.Text);
}
