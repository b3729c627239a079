using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Masking;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Changes;
using Motics.Support.Core.Triage;

namespace Motics.Support.Core.Outreach;

/// <summary>
/// The only way to make tickets for many clinics at once, and to take them back: checks the permission, freezes who it is, and leaves out whom a reply would
/// not help. It sends nothing: each ticket offers its reply, and a person sends it.
/// </summary>
public sealed class OutreachDesk(IOutreachStore store, ITicketStore tickets, IOrganisationFinder organisations, OutreachSteps steps, Playbook playbook, TimeProvider clock)
{
    private readonly TicketChanges changes = new(tickets, organisations, playbook, clock);
    private readonly OutreachDrafts drafts = new(tickets, organisations, playbook, clock);

    private OutreachPlanner Planner => new(store, organisations, drafts, clock);

    /// <summary>Who would get a ticket and who would not. Nothing is made; that somebody looked is audited.</summary>
    public async Task<Outcome<OutreachPlan>> PreviewAsync(OutreachRequest request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await DeniedAsync(actor, "outreach.read", "outreach:preview", ct).ConfigureAwait(false) is { } denied)
        {
            return denied;
        }

        var plan = await Planner.PlanAsync(request, ct).ConfigureAwait(false);
        if (plan.Done)
        {
            await AuditAsync(actor, "outreach.read", "outreach:preview", $"{OutreachWords.Planned(plan.Value)}; {request.Filter}", ct).ConfigureAwait(false);
        }

        return plan;
    }

    /// <summary>The reply that the ticket of one clinic would offer, with its own values; the reading is audited.</summary>
    public async Task<Outcome<OutreachReply>> ReplyAsync(string organisationId, Actor actor, CancellationToken ct)
    {
        var target = $"organisation:{organisationId}";
        if (await DeniedAsync(actor, "outreach.read", target, ct).ConfigureAwait(false) is { } denied)
        {
            return denied;
        }

        if (await organisations.FindAsync(organisationId, ct).ConfigureAwait(false) is not { } organisation)
        {
            return new Refusal.NotFound("An organisation with this id");
        }

        await AuditAsync(actor, "outreach.read", target, null, ct).ConfigureAwait(false);
        return Read(organisation, actor);
    }

    /// <summary>The replies of the first of each variant, in their order: the plan was read already, and audited.</summary>
    public async Task<Outcome<IReadOnlyList<OutreachReply>>> RepliesAsync(OutreachPlan plan, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (await DeniedAsync(actor, "outreach.read", "outreach:preview", ct).ConfigureAwait(false) is { } denied)
        {
            return denied;
        }

        var replies = new List<OutreachReply>();
        foreach (var variant in plan.Variants)
        {
            var read = await organisations.FindAsync(variant.Ids[0], ct).ConfigureAwait(false) is { } organisation ? Read(organisation, actor) : new Refusal.NotFound("organisation");
            if (!read.Done)
            {
                return read.Refusal;
            }

            replies.Add(read.Value);
        }

        return replies;
    }

    /// <summary>
    /// Begins: freezes the list and makes tickets from now on. Refused as a whole, with nothing made, when another number than the expected one matches. The same
    /// request id again gives back what it began, with no plan.
    /// </summary>
    public async Task<Outcome<OutreachBegun>> BeginAsync(OutreachRequest request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        const string Begin = "outreach.begin";
        if (await DeniedAsync(actor, Begin, "outreach:new", ct).ConfigureAwait(false) is { } denied)
        {
            return denied;
        }

        if (request.RequestId is { } known && await store.OfRequestAsync(known, ct).ConfigureAwait(false) is { } before)
        {
            return new OutreachBegun(before, null);
        }

        var people = await PeopleAsync(request, actor, ct).ConfigureAwait(false);
        var plan = !people.Done ? people.Refusal
            : request.Expected is null ? Refusal.Field("expected", "Say how many organisations you saw, so that nothing is made when it is another number by now.")
            : await Planner.PlanAsync(request, ct).ConfigureAwait(false);
        if (plan.Done && plan.Value.Matching == 0)
        {
            plan = Refusal.Field("filter", "Matches no organisation now.");
        }

        if (!plan.Done)
        {
            return await RefusedAsync(plan.Refusal, actor, Begin, ct).ConfigureAwait(false);
        }

        return new OutreachBegun(await KeepAsync(request, plan.Value, people.Value!, actor, ct).ConfigureAwait(false), plan.Value);
    }

    /// <summary>Does what is still to be done of an outreach here and now, as long as <paramref name="goOn"/> says; the rest is done behind. Gives it as it is then.</summary>
    public async Task<Outcome<OutreachRun>> WorkAsync(string id, Func<bool> goOn, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(goOn);
        if (await DeniedAsync(actor, "outreach.begin", $"outreach:{id}", ct).ConfigureAwait(false) is { } denied)
        {
            return denied;
        }

        while (goOn() && await steps.StepAsync(id, ct).ConfigureAwait(false))
        {
            // The next part.
        }

        return await store.FindAsync(id, ct).ConfigureAwait(false) is { } run ? run : NotFound;
    }

    /// <summary>How far it is.</summary>
    public async Task<Outcome<OutreachRun>> FindAsync(string id, Actor actor, CancellationToken ct) =>
        await DeniedAsync(actor, "outreach.read", $"outreach:{id}", ct).ConfigureAwait(false) is { } denied ? denied
        : await store.FindAsync(id, ct).ConfigureAwait(false) is { } run ? run : NotFound;

    /// <summary>What became of those that were looked at so far; null for every outcome.</summary>
    public async Task<Outcome<IReadOnlyList<OutreachItem>>> ItemsAsync(string id, OutreachOutcome? outcome, int limit, Actor actor, CancellationToken ct) =>
        await DeniedAsync(actor, "outreach.read", $"outreach:{id}", ct).ConfigureAwait(false) is { } denied
            ? denied
            : (await store.ItemsAsync(id, outcome, limit, ct).ConfigureAwait(false)).ToList();

    /// <summary>The newest, newest first.</summary>
    public async Task<Outcome<IReadOnlyList<OutreachRun>>> NewestAsync(int limit, Actor actor, CancellationToken ct) =>
        await DeniedAsync(actor, "outreach.read", "outreach:all", ct).ConfigureAwait(false) is { } denied
            ? denied
            : (await store.NewestAsync(limit, ct).ConfigureAwait(false)).ToList();

    /// <summary>Takes back the tickets that nobody has touched, and makes no more. What stays is named. Asked again it is the same undoing.</summary>
    public async Task<Outcome<OutreachRun>> UndoAsync(string id, Actor actor, CancellationToken ct)
    {
        if (await DeniedAsync(actor, "outreach.undo", $"outreach:{id}", ct).ConfigureAwait(false) is { } denied)
        {
            return denied;
        }

        if (await store.FindAsync(id, ct).ConfigureAwait(false) is not { } run)
        {
            return NotFound;
        }

        await store.BeginUndoAsync(id, Person.Of(actor), new(clock.Now(), actor.Id, "outreach.undo", run.Target, AuditEntry.Done, OutreachWords.Made(run)), ct).ConfigureAwait(false);
        steps.Wake();
        return await store.FindAsync(id, ct).ConfigureAwait(false) is { } undoing ? undoing : NotFound;
    }

    private async Task<OutreachRun> KeepAsync(OutreachRequest request, OutreachPlan plan, IReadOnlyList<Person> people, Actor actor, CancellationToken ct)
    {
        var run = new OutreachRun
        {
            Id = Guid.CreateVersion7(plan.At).ToString("N"),
            Filter = TextMask.Clean(request.Filter) ?? "",
            Organisations = plan.Matching,
            Assignees = people,
            AskedToo = request.AskedToo,
            By = Person.Of(actor),
            At = plan.At,
        };
        FrozenOrganisation[] frozen = [.. plan.Chosen.Select(candidate => new FrozenOrganisation(candidate.Id, null)), .. plan.LeftOut.Select(left => new FrozenOrganisation(left.Organisation.Id, left.Why))];
        var entry = new AuditEntry(plan.At, actor.Id, "outreach.begin", run.Target, AuditEntry.Done, $"{OutreachWords.Planned(plan)}; {request.Filter}");
        var kept = await store.BeginAsync(run, request.RequestId, frozen, entry, ct).ConfigureAwait(false);
        steps.Wake();
        return kept;
    }

    // Somebody else's ticket is a lead's to give, one by one as together.
    private async Task<Outcome<IReadOnlyList<Person>>> PeopleAsync(OutreachRequest request, Actor actor, CancellationToken ct)
    {
        if (request.AssigneeIds.Count > OutreachRequest.MostAssignees)
        {
            return Refusal.Field("assignees", $"At most {OutreachRequest.MostAssignees} people.");
        }

        var people = new List<Person>();
        foreach (var id in request.AssigneeIds.Distinct(StringComparer.Ordinal))
        {
            var person = await changes.PersonAsync(id, actor, ct).ConfigureAwait(false);
            if (!person.Done || person.Value!.IsProgram)
            {
                return person.Refusal ?? Refusal.Field("assignee", Person.WantedId);
            }

            people.Add(person.Value);
        }

        return people.Exists(person => person.Id != actor.Id) && !actor.May(Permission.ReassignTickets) ? new Refusal.Denied(Permission.ReassignTickets) : people;
    }

    private Outcome<OutreachReply> Read(OrganisationDetail organisation, Actor actor)
    {
        var draft = drafts.Of(organisation, null, null, actor);
        return draft.Done
            ? new OutreachReply(organisation.Id, organisation.Name ?? organisation.Id, draft.Value.Work.Ticket.Subject, drafts.Reply(draft.Value)?.Text)
            : draft.Refusal;
    }

    private Task<Refusal?> DeniedAsync(Actor actor, string action, string target, CancellationToken ct) => changes.DeniedAsync(actor, Permission.WriteOutreach, action, target, ct);

    private async Task<Refusal> RefusedAsync(Refusal refusal, Actor actor, string action, CancellationToken ct)
    {
        var why = refusal switch { Refusal.Conflict conflict => conflict.Why, Refusal.Denied denied => $"needs {denied.Needed}", _ => null };
        if (why is not null)
        {
            await store.AuditAsync(new(clock.Now(), actor.Id, action, "outreach:new", AuditEntry.Refused, why), ct).ConfigureAwait(false);
        }

        return refusal;
    }

    private Task AuditAsync(Actor actor, string action, string target, string? detail, CancellationToken ct) =>
        store.AuditAsync(new(clock.Now(), actor.Id, action, target, AuditEntry.Done, detail), ct);

    private static Refusal NotFound { get; } = new Refusal.NotFound("outreach");
}

/// <summary>An outreach that was begun.</summary>
/// <param name="Run">As it was kept.</param>
/// <param name="Plan">Who gets a ticket and who does not; null when the same request began it before.</param>
public sealed record OutreachBegun(OutreachRun Run, OutreachPlan? Plan);
