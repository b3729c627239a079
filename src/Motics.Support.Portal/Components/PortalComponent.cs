using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using Motics.Support.Core;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Loading;
using Motics.Support.Portal.Components.Wording;
using MudBlazor;

namespace Motics.Support.Portal.Components;

/// <summary>
/// What every component of ours is (<c>_Imports.razor</c>): whatever people do comes through here. The same click or form acts once however often it
/// is pressed before it is done, and what fails is told where it was asked for, under a reference that the log has too; the page stays as it is.
/// An action that goes on in another component is framed once, where it began, so that nobody takes a failure for success.
/// </summary>
public abstract class PortalComponent : ComponentBase, IHandleEvent
{
    private static readonly AsyncLocal<Framed?> Around = new();

    private readonly List<MulticastDelegate> running = [];

    [Inject] private ISnackbar Told { get; set; } = default!;

    [Inject] private ILoggerFactory Logs { get; set; } = default!;

    /// <summary>Something that was asked for here is on its way.</summary>
    public bool Acting => running.Count > 0;

    /// <summary>The id under which the log has it that the last action failed; null when it did not.</summary>
    public string? ActionFailure { get; private set; }

    /// <summary>What people are told of the last action when it did not do what was asked; null when it did.</summary>
    public string? ActionTold { get; private set; }

    /// <summary>True while an <see cref="ActionProblem"/> in the markup tells of failures; else a notice at the edge of the page does.</summary>
    internal bool HasPlaceForProblems { get; set; }

    Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem callback, object? arg)
    {
        if (Around.Value is { Open: true })
        {
            return RunAsync(() => callback.InvokeAsync(arg));
        }

        // A click or a form. Typing and moving come again and again, and each of them counts.
        var action = arg is MouseEventArgs || arg?.GetType() == typeof(EventArgs) ? ActionOf(ref callback) : null;
        if (action is not null && running.Exists(other => SameAction.Is(other, action, arg as MouseEventArgs)))
        {
            return Task.CompletedTask;
        }

        return FramedAsync(() => callback.InvokeAsync(arg), action);
    }

    /// <summary>The same frame around what comes from the browser another way than by an event of a page.</summary>
    protected Task ActAsync(Func<Task> act) => FramedAsync(act, null);

    /// <summary>What a timer or another thread wants done here. Nothing that it throws goes beyond the log.</summary>
    protected void Later(Func<Task> work) => _ = LaterAsync(work);

    /// <inheritdoc cref="Later(Func{Task})"/>
    protected void Later(Action work) => _ = LaterAsync(() => { work(); return Task.CompletedTask; });

    /// <summary>Tells that what was asked for was refused, and why; nothing for null.</summary>
    protected void TellRefused(Refusal? refusal)
    {
        if (refusal is not null)
        {
            Tell(Words.Of(refusal), Severity.Warning);
        }
    }

    /// <summary>Puts into the log what went wrong behind the page without anybody having asked for it.</summary>
    protected void Report(Exception problem, string what) => Logs.CreateLogger(GetType()).LogError(problem, "{What} failed behind a page", what);

    private async Task LaterAsync(Func<Task> work)
    {
        try
        {
            await InvokeAsync(work);
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // The page went away between the timer and the call.
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            Logs.CreateLogger(GetType()).LogError(problem, "What a timer wanted of a page failed");
        }
    }

    private async Task FramedAsync(Func<Task> act, MulticastDelegate? action)
    {
        var around = new Framed();
        Around.Value = around;
        if (action is not null)
        {
            running.Add(action);
            (ActionFailure, ActionTold) = (null, null);
        }

        try
        {
            await RunAsync(act);
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // Nobody is left to tell.
        }
        catch (Exception problem) when (problem is not OutOfMemoryException and not NavigationException)
        {
            Tell(problem);
        }
        finally
        {
            around.Open = false;
            if (action is not null)
            {
                running.Remove(action);
            }

            StateHasChanged();
        }
    }

    // As the base class does it: drawn when the first part is done and when all of it is.
    private async Task RunAsync(Func<Task> act)
    {
        var task = act();
        StateHasChanged();
        if (task.IsCompletedSuccessfully || task.IsCanceled)
        {
            return;
        }

        try
        {
            await task;
        }
        catch when (task.IsCanceled)
        {
            return;
        }

        StateHasChanged();
    }

    private void Tell(Exception problem)
    {
        ActionFailure = References.New();
        Logs.CreateLogger(GetType()).LogError(problem, "An action of a page failed, reference {Reference}", ActionFailure);
        Tell(Words.Of(problem) is { } advice ? $"{advice} Reference {ActionFailure}." : ActionProblem.Sentence(ActionFailure), Severity.Error);
    }

    private void Tell(string sentence, Severity severity)
    {
        ActionTold = sentence;
        if (!HasPlaceForProblems)
        {
            Told.Add(sentence, severity);
        }
    }

    /// <summary>The browser went away: a call that was under way is cancelled, one made later finds it gone. Nobody is left to do it for.</summary>
    protected static bool IsGone(Exception problem) => problem is JSDisconnectedException or ObjectDisposedException or OperationCanceledException;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_delegate")]
    private static extern ref MulticastDelegate? ActionOf(ref EventCallbackWorkItem callback);

    private sealed class Framed
    {
        public bool Open { get; set; } = true;
    }
}
