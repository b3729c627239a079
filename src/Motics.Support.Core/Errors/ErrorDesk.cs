using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Tickets;

namespace Motics.Support.Core.Errors;

/// <summary>
/// The only way to work on error groups, for page and API alike: checks the permission and the version seen, and keeps the change with its audit
/// entry. That a resolved group failed again (<see cref="ErrorGroupStatus.Regressed"/>) is found by the program when the event comes.
/// </summary>
public sealed class ErrorDesk(IErrorGroupStore store, TimeProvider clock)
{
    /// <summary>What a person may set.</summary>
    public static IReadOnlyList<ErrorGroupStatus> Settable { get; } =
        [ErrorGroupStatus.Open, ErrorGroupStatus.Acknowledged, ErrorGroupStatus.Resolved, ErrorGroupStatus.Ignored];

    private const string Action = "error.edit";

    /// <summary>A group with the clinics that have it, the most recent first.</summary>
    public async Task<Outcome<ErrorGroupDetail>> FindAsync(string id, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return !actor.May(Permission.ReadErrors) ? new Refusal.Denied(Permission.ReadErrors) : await store.FindAsync(id, ct).ConfigureAwait(false) is { } found ? found : NotFound;
    }

    /// <summary>Changes status and assignee, together or not at all. What is as asked already is left, without a new version.</summary>
    public async Task<Outcome<ErrorGroupDetail>> PatchAsync(string id, int expectedVersion, ErrorGroupPatch patch, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(patch);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.May(Permission.WriteErrors))
        {
            await store.AuditAsync(Entry(actor, Action, id, AuditEntry.Refused, $"needs {Permission.WriteErrors}"), ct).ConfigureAwait(false);
            return new Refusal.Denied(Permission.WriteErrors);
        }

        if (await store.FindAsync(id, ct).ConfigureAwait(false) is not { } found)
        {
            return NotFound;
        }

        if (found.Group.Version != expectedVersion)
        {
            return Stale(found.Group);
        }

        return patch.Wrong() ?? await KeepAsync(found.Group, patch, actor, ct).ConfigureAwait(false);
    }

    private static Refusal NotFound { get; } = new Refusal.NotFound("An error group with this id");

    private async Task<Outcome<ErrorGroupDetail>> KeepAsync(ErrorGroup group, ErrorGroupPatch patch, Actor actor, CancellationToken ct)
    {
        var change = new ErrorGroupChange(
            group.Id, group.Version + 1, patch.Status.Value ?? group.Status, patch.Assignee.IsGiven ? patch.Assignee.Value : group.Assignee, clock.Now(), Entries(group, patch, actor));
        if (change.Audit.Count > 0 && !await store.SaveAsync(change, ct).ConfigureAwait(false))
        {
            return await store.FindAsync(group.Id, ct).ConfigureAwait(false) is { } newer ? Stale(newer.Group) : NotFound;
        }

        return await store.FindAsync(group.Id, ct).ConfigureAwait(false) is { } kept ? kept : NotFound;
    }

    private List<AuditEntry> Entries(ErrorGroup group, ErrorGroupPatch patch, Actor actor)
    {
        var entries = new List<AuditEntry>();
        if (patch.Status.Value is { } status && status != group.Status)
        {
            entries.Add(Entry(actor, "error.status", group.Id, AuditEntry.Done, $"from {Words(group.Status)} to {Words(status)}"));
        }

        if (patch.Assignee.IsGiven && patch.Assignee.Value != group.Assignee)
        {
            entries.Add(Entry(actor, "error.assign", group.Id, AuditEntry.Done, patch.Assignee.Value is { } assignee ? $"to {assignee}" : "to nobody"));
        }

        return entries;
    }

    private static Refusal.Stale Stale(ErrorGroup group) => new(
        group.Version, [$"The status is {Words(group.Status)} now.", group.Assignee is null ? "Nobody has it now." : $"It is assigned to {group.AssigneeName ?? group.Assignee} now."]);

    private static string Words(ErrorGroupStatus status) => Kebab.Name(status);

    private AuditEntry Entry(Actor actor, string action, string id, string outcome, string detail) => new(clock.Now(), actor.Id, action, $"error:{id}", outcome, detail);
}

/// <summary>What to change in an error group; a field that is absent stays.</summary>
public sealed record ErrorGroupPatch
{
    /// <summary>One of <see cref="ErrorDesk.Settable"/>.</summary>
    public Given<ErrorGroupStatus?> Status { get; init; }

    /// <summary>Id of a person; null for nobody.</summary>
    public Given<string> Assignee { get; init; }

    internal Refusal? Wrong()
    {
        if (!Status.IsGiven && !Assignee.IsGiven)
        {
            return Refusal.Field("status", "Give a status, an assignee, or both.");
        }

        var errors = new List<FieldError>();
        if (Status.IsGiven && (Status.Value is not { } status || !ErrorDesk.Settable.Contains(status)))
        {
            errors.Add(new FieldError("status", $"One of: {string.Join(", ", ErrorDesk.Settable.Select(Kebab.Name))}. The console itself sets regressed, when a resolved group fails again."));
        }

        if (Assignee is { IsGiven: true, Value: { } id } && !Person.CanBeId(id))
        {
            errors.Add(new FieldError("assignee", Person.WantedId));
        }

        return errors.Count == 0 ? null : new Refusal.Invalid(errors);
    }
}
