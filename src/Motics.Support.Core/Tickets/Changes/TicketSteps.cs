namespace Motics.Support.Core.Tickets.Changes;

/// <summary>The checklist: steps of the verdict that holds now, ticked by somebody at some time.</summary>
internal static class TicketSteps
{
    private const string Field = "stepId";

    /// <param name="work">The change.</param>
    /// <param name="stepId">Which step.</param>
    /// <param name="done">Tick or untick.</param>
    /// <param name="steps">Words of the steps that the verdict lists now, by id.</param>
    public static Refusal? Tick(TicketWork work, string stepId, bool done, IReadOnlyDictionary<string, string> steps)
    {
        if (!work.Ticket.IsOpen)
        {
            return TicketStates.IsClosed;
        }

        var ticked = work.Ticket.Checklist.GetValueOrDefault(stepId);
        if (ticked is null && !steps.ContainsKey(stepId))
        {
            return Refusal.Field(Field, "Is no step of the verdict that holds now. The ticket lists its steps.");
        }

        if (ticked is not null == done)
        {
            return null;
        }

        if (done)
        {
            Tick(work, new TickedStep(stepId, steps[stepId], work.Now, work.By));
        }
        else
        {
            Untick(work, ticked!);
        }

        TicketStates.Begin(work);
        work.Touch();
        return null;
    }

    private static void Tick(TicketWork work, TickedStep step)
    {
        work.Ticket = work.Ticket with { Checklist = new Dictionary<string, TickedStep>(work.Ticket.Checklist) { [step.StepId] = step } };
        work.Log(TicketActivityKind.StepTicked, $"ticked “{step.Text}”", "ticket.step");
    }

    private static void Untick(TicketWork work, TickedStep step)
    {
        work.Ticket = work.Ticket with { Checklist = work.Ticket.Checklist.Where(pair => pair.Key != step.StepId).ToDictionary() };
        work.Log(TicketActivityKind.StepUnticked, $"unticked “{step.Text}”, ticked before by {step.By.Name}", "ticket.step");
    }
}
