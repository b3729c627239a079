using Motics.Support.Core.Access;
using Motics.Support.Core.Escalations;
using Motics.Support.Core.Tickets;
using Motics.Support.Simulator.Clinics;

namespace Motics.Support.Simulator.Demo;

/// <summary>The scenes of one ticket, written down in the order of time. Each later scene makes exactly one change of the ticket.</summary>
internal sealed class TicketScript
{
    private readonly List<DemoScene> scenes = [];
    private readonly Clinic clinic;
    private readonly string requestId;
    private DateTimeOffset at;
    private long? number;
    private long? escalation;
    private bool wasThere;

    /// <param name="clinic">Whose ticket.</param>
    /// <param name="opened">When it is made.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="request">What is asked for; organisation and request id are filled in here.</param>
    public TicketScript(Clinic clinic, DateTimeOffset opened, Actor by, NewTicket request)
    {
        (this.clinic, at) = (clinic, opened);
        requestId = $"demo-{clinic.Id}";
        scenes.Add(new DemoScene(opened, (stage, ct) => OpenAsync(stage, by, request, ct)));
    }

    public IReadOnlyList<DemoScene> Scenes => scenes;

    /// <summary>The agent's answers, all at once.</summary>
    public TicketScript Answers(TimeSpan later, Actor by, params (string Fact, string Value)[] answers) => Then(later, (stage, ct) =>
        stage.DoAsync($"Answers on {clinic.Name}", stage.Tickets.SetFactsAsync(number!.Value, null, answers.ToDictionary(one => one.Fact, one => (string?)one.Value), by, ct)));

    public TicketScript Notes(TimeSpan later, Actor by, string text) => Then(later, (stage, ct) =>
        stage.DoAsync($"Note on {clinic.Name}", stage.Tickets.AddNoteAsync(number!.Value, text, by, ct)));

    public TicketScript Sets(TimeSpan later, Actor by, TicketStatus status) => Then(later, (stage, ct) =>
        stage.DoAsync($"Status of {clinic.Name}", stage.Tickets.SetStatusAsync(number!.Value, null, status, by, ct)));

    public TicketScript Reminds(TimeSpan later, Actor by, DateTimeOffset when) => Then(later, (stage, ct) =>
        stage.DoAsync($"Reminder of {clinic.Name}", stage.Tickets.RemindAsync(number!.Value, null, when, by, ct)));

    public TicketScript Closes(TimeSpan later, Actor by, Mending what, string? detail = null) => Then(later, (stage, ct) =>
        stage.DoAsync($"Closing {clinic.Name}", stage.Tickets.CloseAsync(number!.Value, null, new TicketClosing(what, detail, Confirmed: true), by, ct)));

    /// <summary>Ticks the first steps of the verdict of that moment.</summary>
    public TicketScript Ticks(TimeSpan later, Actor by, int steps)
    {
        for (var step = 0; step < steps; step++)
            Then(later, (stage, ct) => TickNextAsync(stage, by, ct));
        return this;
    }

    public TicketScript Escalates(TimeSpan later, Actor by, string? overrideReason = null) => Then(later, async (stage, ct) =>
    {
        var view = await stage.DoAsync($"Escalating {clinic.Name}", stage.Escalations.SubmitAsync(number!.Value, overrideReason is not null, overrideReason, by, ct));
        escalation = view?.Escalation.Number;
    });

    /// <summary>An engineer, or the agent who answers, moves the escalation on.</summary>
    public TicketScript Escalation(TimeSpan later, Actor by, EscalationPatch patch) => Then(later, async (stage, ct) =>
    {
        if (escalation is not { } known || await stage.DoAsync($"Reading the escalation of {clinic.Name}", stage.Escalations.FindAsync(known, by, ct)) is not { } view)
            return;
        await stage.DoAsync($"Escalation of {clinic.Name}", stage.Escalations.PatchAsync(known, view.Escalation.Version, patch, by, ct));
    });

    private TicketScript Then(TimeSpan later, Func<DemoStage, CancellationToken, Task> play)
    {
        at += later;
        // A ticket that was there before belongs to a filling that was broken off: it stays as far as it came.
        scenes.Add(new DemoScene(at, (stage, ct) => number is null || wasThere ? Task.CompletedTask : play(stage, ct)));
        return this;
    }

    private async Task OpenAsync(DemoStage stage, Actor by, NewTicket request, CancellationToken ct)
    {
        var view = await stage.DoAsync($"Ticket of {clinic.Name}", stage.Tickets.CreateAsync(request with { OrganisationId = clinic.Id, RequestId = requestId }, by, ct));
        number = view?.Ticket.Number;
        wasThere = view?.Ticket.Version > 1;
    }

    private async Task TickNextAsync(DemoStage stage, Actor by, CancellationToken ct)
    {
        var view = await stage.DoAsync($"Reading the ticket of {clinic.Name}", stage.Tickets.FindAsync(number!.Value, by, ct));
        // Fewer steps than the script ticks is no fault of the demo: the playbook may have grown shorter.
        if (view?.Evaluation.Steps.FirstOrDefault(step => !view.Ticket.Checklist.ContainsKey(step.Id)) is { } next)
            await stage.DoAsync($"Step of {clinic.Name}", stage.Tickets.TickStepAsync(number.Value, null, next.Id, true, by, ct));
    }
}
