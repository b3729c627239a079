using Microsoft.Extensions.Time.Testing;
using Motics.Support.Core.Access;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Tests.Escalations;
using Motics.Support.Core.Tickets;
using Motics.Support.Core.Triage;

namespace Motics.Support.Core.Tests.Tickets;

/// <summary>Both desks over stores in memory, one clinic that needs a key, and the people who work.</summary>
internal sealed class TicketWorld : IOrganisationFinder, IScreenshotReader
{
    public const string ClinicId = "harbour";

    public TicketWorld()
    {
        Escalations = new(Tickets);
        Desk = new(Tickets, this, PlaybookLoader.Embedded, this, Clock);
        EscalationDesk = new(Escalations, Tickets, this, PlaybookLoader.Embedded, Clock);
    }

    public static Actor Sam { get; } = Of("sam", "Sam Agent", Grants.Agent);

    public static Actor Kim { get; } = Of("kim", "Kim Agent", Grants.Agent);

    public static Actor Lee { get; } = Of("lee", "Lee Lead", Grants.Lead);

    public static Actor Eve { get; } = Of("eve", "Eve Engineer", Grants.Engineer);

    public static Actor Nobody { get; } = new("nobody", "Nobody", new HashSet<Permission>());

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public FakeTicketStore Tickets { get; } = new();

    public FakeEscalationStore Escalations { get; }

    public TicketDesk Desk { get; }

    public EscalationDesk EscalationDesk { get; }

    /// <summary>The clinic as it is now; null when there is none.</summary>
    public OrganisationDetail? Clinic { get; set; } = new()
    {
        Id = ClinicId,
        Name = "Harbour Street Physio",
        Ehr = Ehr.Cliniko,
        EnabledEhrs = [Ehr.Cliniko],
        ClinikoShard = "uk1",
        MigratedAt = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero),
        Health = Health.NeedsKey,
        HealthReason = "No key saved since the migration.",
        HealthSince = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero),
    };

    /// <summary>What the reader of screenshots says of every upload.</summary>
    public Outcome<CleanImage> Image { get; set; } = new CleanImage([1, 2, 3], "image/png", 4, 5);

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Task<OrganisationDetail?> FindAsync(string id, CancellationToken ct) => Task.FromResult(Clinic?.Id == id ? Clinic : null);

    public Outcome<CleanImage> Read(ReadOnlyMemory<byte> upload) => Image;

    /// <summary>A ticket of Sam's.</summary>
    public async Task<TicketView> OpenAsync(params (string Fact, string? Value)[] facts) =>
        Done(await Desk.CreateAsync(new() { OrganisationId = ClinicId, Subject = "Notes do not push", AssigneeId = Sam.Id, Facts = Facts(facts) }, Sam, Cancel));

    /// <summary>A ticket that may be escalated: an owner cannot see the integration, and everything required is known.</summary>
    public Task<TicketView> OpenReadyAsync() => OpenAsync(Ready);

    public static (string Fact, string? Value)[] Ready { get; } =
    [
        ("symptom", "integration-not-visible"), ("moticsRole", "owner"), ("keyReentered", "false"), ("patientSearch", "not-tried"), ("usingCopyPaste", "true"),
    ];

    /// <summary>An operation of the clinic succeeds now.</summary>
    public void Works(Operation operation, Health health = Health.Connected) => Show(
        new() { Operation = operation, State = OperationStatus.Works, Since = Clock.GetUtcNow(), LastSuccessAt = Clock.GetUtcNow() }, health);

    /// <summary>An operation of the clinic fails now, and nothing mended it yet.</summary>
    public void Fails(Operation operation, ErrorKind kind, string? correlationId = null)
    {
        var (now, before) = (Clock.GetUtcNow(), Clinic!.Operations.FirstOrDefault(state => state.Operation == operation));
        var error = new LastError(kind, "No permission", now, operation, null, 403, correlationId, "group", null, null);
        Show(new() { Operation = operation, State = OperationStatus.Failing, Since = now, LastSuccessAt = before?.LastSuccessAt, LastFailureAt = now, Unmended = [new(kind, now, now, 1, error)] }, Health.Failing);
        Clinic = Clinic with { LastError = error };
    }

    /// <summary>A key is saved now; the same fingerprint is the same key.</summary>
    public void SavesKey(string fingerprint) =>
        Clinic = Clinic! with { KeyHistory = [new() { SavedAt = Clock.GetUtcNow(), Fingerprint = fingerprint }, .. Clinic.KeyHistory] };

    private void Show(OperationState state, Health health) => Clinic = Clinic! with
    {
        Health = health,
        LastSuccessAt = state.LastSuccessAt > Clinic.LastSuccessAt || Clinic.LastSuccessAt is null ? state.LastSuccessAt : Clinic.LastSuccessAt,
        Operations = [.. Clinic.Operations.Where(other => other.Operation != state.Operation), state],
    };

    /// <summary>Time passes.</summary>
    public void Later(int minutes = 5) => Clock.Advance(TimeSpan.FromMinutes(minutes));

    public async Task<TicketView> NowAsync(long number) => Done(await Desk.FindAsync(number, Sam, Cancel));

    public Task<Outcome<TicketView>> SetAsync(TicketView view, params (string Fact, string? Value)[] facts) =>
        Desk.SetFactsAsync(view.Ticket.Number, null, Facts(facts), Sam, Cancel);

    public static T Done<T>(Outcome<T> outcome)
    {
        Assert.True(outcome.Done, outcome.Refusal?.ToString());
        return outcome.Value!;
    }

    public static string Field<T>(Outcome<T> outcome) => Assert.Single(Assert.IsType<Refusal.Invalid>(outcome.Refusal).Errors).Field;

    public static Dictionary<string, string?> Facts(params (string Fact, string? Value)[] facts) => facts.ToDictionary(fact => fact.Fact, fact => fact.Value);

    private static Actor Of(string id, string name, string role) => new(id, name, Grants.ByRole[role]);
}
