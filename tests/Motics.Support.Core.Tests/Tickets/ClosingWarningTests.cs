using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using static Motics.Support.Core.Tests.Tickets.TicketWorld;

namespace Motics.Support.Core.Tests.Tickets;

/// <summary>Closing warns by what was complained of and by operation, not by the state of the connection as a whole.</summary>
public sealed class ClosingWarningTests
{
    private readonly TicketWorld world = new();

    [Fact]
    public async Task NotesComplained_OnlyASearchWorked_SaysThatNoNoteWasPushed()
    {
        world.Works(Operation.NotePush);
        var view = await world.OpenAsync(("symptom", "notes-not-pushing"));
        world.Later();
        world.Works(Operation.PatientSearch);
        Assert.Contains("No note was pushed since the clinic said so (24 Nov 2026 09:00 UTC).", (await world.NowAsync(view.Ticket.Number)).ClosingWarnings);
        world.Works(Operation.NotePush);
        Assert.Empty((await world.NowAsync(view.Ticket.Number)).ClosingWarnings);
    }

    [Fact]
    public async Task OperationThatFails_IsNamed()
    {
        var view = await world.OpenAsync(("symptom", "no-patients-recognised"));
        world.Later();
        world.Works(Operation.PatientSearch);
        world.Fails(Operation.NotePush, ErrorKind.PermissionDenied);
        Assert.Contains("Pushing notes still fails, since 24 Nov 2026 09:05 UTC.", (await world.NowAsync(view.Ticket.Number)).ClosingWarnings);
    }

    [Fact]
    public async Task ComplaintThatNoEventAnswers_OfAConnectionThatWorks_WaitsForNoEvent()
    {
        world.Works(Operation.NotePush);
        var view = await world.OpenAsync(("symptom", "one-patient-missing"), ("patientSearch", "one-missing"));
        Assert.DoesNotContain(view.ClosingWarnings, warning => warning.Contains("since the clinic said so", StringComparison.Ordinal) || warning.Contains("events", StringComparison.Ordinal));
    }
}
