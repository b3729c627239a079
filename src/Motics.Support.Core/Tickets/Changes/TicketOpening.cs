using Motics.Support.Core.Access;
using Motics.Support.Core.Masking;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets.Complaints;
using Motics.Support.Core.Tickets.Keys;

namespace Motics.Support.Core.Tickets.Changes;

/// <summary>Makes a ticket: everything wrong with the request is named at once, and then nothing is kept.</summary>
internal sealed class TicketOpening(ITicketStore store, IOrganisationFinder organisations, TicketChanges changes, TimeProvider clock)
{
    private const int RequestIdLength = 128;

    public async Task<Outcome<TicketView>> OpenAsync(NewTicket request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        if (await changes.DeniedAsync(actor, Permission.WriteTickets, "ticket.create", "ticket:new", ct).ConfigureAwait(false) is { } denied)
        {
            return denied;
        }

        var organisation = await organisations.FindAsync(request.OrganisationId ?? "", ct).ConfigureAwait(false);
        var drafted = Draft(request, organisation, await changes.PersonAsync(request.AssigneeId, actor, ct).ConfigureAwait(false), actor);
        if (!drafted.Done)
        {
            return drafted.Refusal;
        }

        var (number, made) = await store.CreateAsync(request.RequestId, drafted.Value.Build, ct).ConfigureAwait(false);
        return made is null ? await changes.ViewAsync(number, ct).ConfigureAwait(false) : changes.View(drafted.Value.Work, drafted.Value.Work.File.After(made));
    }

    /// <summary>A ticket that is ready to be kept under the number it then gets. Who calls has asked whether the actor may open tickets.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="organisation">Null when there is none with that id.</param>
    /// <param name="assignee">Whom it is given to; the refusal when the id was no good.</param>
    /// <param name="actor">Who opens it.</param>
    public Outcome<DraftedTicket> Draft(NewTicket request, OrganisationDetail? organisation, Outcome<Person?> assignee, Actor actor)
    {
        var work = Begin(organisation ?? new OrganisationDetail { Id = "" }, actor, request.Within);
        return Refused(request, organisation is not null, assignee, work) is { } refusal ? refusal : new DraftedTicket(work, changes.Judge(work));
    }

    private TicketWork Begin(OrganisationDetail organisation, Actor actor, string? within)
    {
        var now = clock.Now();
        var ticket = new Ticket
        {
            Number = 0,
            OrganisationId = organisation.Id,
            Subject = "",
            CreatedAt = now,
            CreatedBy = Person.Of(actor),
            UpdatedAt = now,
            TouchedAt = now,
            HealthWhenTouched = organisation.Health,
            Opening = TicketTrouble.Of(organisation, now),
        };
        var work = new TicketWork(new(ticket, [], [], [], []), organisation, actor, now);
        work.Log(TicketActivityKind.Created, within is null ? "opened the ticket" : $"opened the ticket {within}", "ticket.create");
        return work;
    }

    private Refusal? Refused(NewTicket request, bool organisationExists, Outcome<Person?> assignee, TicketWork work)
    {
        var subject = TicketText.Required("subject", request.Subject, TicketText.SubjectLength);
        var reporter = TicketText.Optional("reporter", request.Reporter, TicketText.ReporterLength);
        var link = ConversationLink.Check(request.ExternalUrl);
        var errors = new[]
        {
            organisationExists ? null : Refusal.Field("organisationId", "There is no such organisation."),
            subject.Refusal, reporter.Refusal, link.Refusal, assignee.Refusal, RequestId(request.RequestId),
            TicketFacts.Merge(work, request.Facts, changes.EvidenceOf(work)),
        }.OfType<Refusal.Invalid>().SelectMany(refusal => refusal.Errors).ToList();
        if (errors.Count > 0)
        {
            return new Refusal.Invalid(errors);
        }

        Fill(work, request, subject.Value, reporter.Value, link.Value);
        SubjectReading.Apply(work, request, changes.EvidenceOf(work));
        return assignee.Value is null ? null : TicketAssignment.Assign(work, assignee.Value);
    }

    // Taking a text may change the ticket: a key may be in it.
    private static void Fill(TicketWork work, NewTicket request, MaskedText subject, MaskedText reporter, MaskedText link)
    {
        var (words, told) = (work.Take(subject, ExposedIn.Subject, request.Subject), work.Take(reporter, ExposedIn.Reporter, request.Reporter));
        var url = work.Take(link, ExposedIn.Link, request.ExternalUrl);
        work.Ticket = work.Ticket with { Subject = words, Reporter = told.Length > 0 ? told : null, ExternalUrl = url.Length > 0 ? url : null };
    }

    private static Refusal? RequestId(string? id) =>
        id is null || id.Length is > 0 and <= RequestIdLength && !id.Any(char.IsControl) ? null : Refusal.Field("requestId", $"Must have 1 to {RequestIdLength} characters.");
}

/// <summary>A new ticket as it will be kept, but for its number.</summary>
internal sealed record DraftedTicket(TicketWork Work, TicketRun? Run)
{
    /// <summary>The change that makes it under this number.</summary>
    public TicketChange Build(long number) => Work.BuildNew(number, Run);
}
