using Motics.Support.Core;
using Motics.Support.Core.Tickets;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Loading;
using Motics.Support.Portal.Components.Tickets.Opening;

namespace Motics.Support.Portal.Components.Tickets;

/// <summary>One change that the agent asked for, so that it can be asked for again.</summary>
/// <param name="What">A few words to be read after "Your change": "Key re-entered: no".</param>
/// <param name="Run">Asks the desk for it, with the version then seen.</param>
/// <param name="Over">Called once it was kept or given up: what was typed for it is not needed any more. Not while it failed or is held.</param>
public sealed record TicketChangeRequest(string What, Func<int, CancellationToken, Task<Outcome<TicketView>>> Run, Func<Task>? Over = null);

/// <summary>
/// One agent's hold on one ticket: what they see, whether it is saved, and what came in between.
/// A change that was refused because a colleague was faster is kept, with what the colleague did, until it is applied again or dropped.
/// A change that fails on our side leaves the page as it is and says so.
/// </summary>
/// <param name="view">What was read.</param>
/// <param name="clock">For when something was saved.</param>
/// <param name="report">Puts a failure into the log, under the reference that the agent is shown.</param>
public sealed class TicketHold(TicketView view, TimeProvider clock, Action<Exception, string> report) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <summary>What is shown; always the newest that was read or given back.</summary>
    public TicketView View { get; private set; } = view;

    /// <summary>When the last change was kept; null before the first.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>A change is on its way.</summary>
    public bool Saving { get; private set; }

    /// <summary>The change that was refused as stale; null when there is none.</summary>
    public TicketChangeRequest? Held { get; private set; }

    /// <summary>What colleagues did in between, in sentences; empty unless a change is held.</summary>
    public IReadOnlyList<string> CameBetween { get; private set; } = [];

    /// <summary>Why the last change was refused for another reason than staleness; null when it was kept.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>The id under which the log has it that the last change failed; null when it did not.</summary>
    public string? FailedReference { get; private set; }

    /// <summary>What was refused or failed, in a few words; null when nothing was.</summary>
    public string? RefusedWhat { get; private set; }

    /// <summary>True after a text was given that held what looks like a key, until it is put aside.</summary>
    public bool KeyWasMasked { get; private set; }

    /// <summary>That the verdict became another since the page was opened; null while it has not.</summary>
    public VerdictNews? News { get; private set; }

    /// <summary>Asks for a change against the version that is shown. True when it was kept.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="reread">Reads the ticket anew when the change was stale.</param>
    public async Task<bool> ChangeAsync(TicketChangeRequest request, Func<CancellationToken, Task<Outcome<TicketView>>> reread, CancellationToken ct)
    {
        // A double click must not send the same version twice and then report the agent's own first click as a colleague's.
        await oneAtATime.WaitAsync(ct);
        try
        {
            Saving = true;
            return await TakeAsync(request, await request.Run(View.Ticket.Version, ct), reread, ct);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException && !ct.IsCancellationRequested)
        {
            (Refused, FailedReference, RefusedWhat) = (null, References.New(), request.What);
            report(problem, FailedReference);
            return false;
        }
        finally
        {
            Saving = false;
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    /// <summary>Takes in a newer reading; an older one that was overtaken is ignored.</summary>
    public void Refresh(TicketView newer)
    {
        if (newer.Ticket.Version >= View.Ticket.Version)
        {
            (News, View) = (VerdictNews.Of(News, View, newer, clock.GetUtcNow()), newer);
        }
    }

    /// <summary>Gives the held change up.</summary>
    public Task DropAsync()
    {
        var over = Held?.Over;
        (Held, CameBetween) = (null, []);
        return over?.Invoke() ?? Task.CompletedTask;
    }

    /// <summary>The warning about a masked key, or a refusal, was read.</summary>
    public void PutAside() => (KeyWasMasked, Refused, FailedReference) = (false, null, null);

    private async Task<bool> TakeAsync(
        TicketChangeRequest request, Outcome<TicketView> outcome, Func<CancellationToken, Task<Outcome<TicketView>>> reread, CancellationToken ct)
    {
        (Refused, FailedReference) = (null, null);
        if (outcome.Done)
        {
            await KeepAsync(request, outcome.Value);
            return true;
        }

        if (outcome.Refusal is not Refusal.Stale stale)
        {
            (Refused, RefusedWhat) = (outcome.Refusal, request.What);
            return false;
        }

        (Held, CameBetween) = (request, stale.Changes);
        var now = await reread(ct);
        if (now.Done)
        {
            Refresh(now.Value);
        }

        return false;
    }

    // Another change that was kept meanwhile leaves the held one held: it may be what somebody typed for minutes.
    private async Task KeepAsync(TicketChangeRequest request, TicketView kept)
    {
        if (request == Held)
        {
            (Held, CameBetween) = (null, []);
        }

        Refresh(kept);
        SavedAt = clock.GetUtcNow();
        KeyWasMasked |= kept.KeyWasMasked;
        await (request.Over?.Invoke() ?? Task.CompletedTask);
    }
}
