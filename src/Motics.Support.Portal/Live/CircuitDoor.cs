using Microsoft.AspNetCore.SignalR;
using Motics.Support.Core.Access;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components;

namespace Motics.Support.Portal.Live;

/// <summary>
/// Lets circuits begin while there is room (<see cref="OpenPages"/>). Whoever comes when there is none gets no circuit: the browser is sent to a page without
/// one, which says why and what to close. A connection that has no circuit after a while is ended.
/// </summary>
internal sealed class CircuitDoor(OpenPages pages, TimeProvider clock, ILogger<CircuitDoor> log) : IHubFilter
{
    private static readonly TimeSpan TimeToBegin = TimeSpan.FromSeconds(15);
    private static readonly object HasCircuit = new();

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        await next(context);
        _ = EndUnlessBegunAsync(context.Context);
    }

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        // The framework's names: a page begins, goes on after it was put to sleep, or has its connection back.
        var at = invocationContext.HubMethodName switch { "StartCircuit" => 1, "ResumeCircuit" => 2, _ => (int?)null };
        if (at is { } index)
            return await BeginAsync(invocationContext, invocationContext.HubMethodArguments[index] as string, next);
        var answer = await next(invocationContext);
        if (invocationContext.HubMethodName == "ConnectCircuit" && answer is true)
            invocationContext.Context.Items[HasCircuit] = true;
        return answer;
    }

    private async ValueTask<object?> BeginAsync(HubInvocationContext call, string? address, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var actor = call.Context.User?.ToActor() ?? Actor.System;
        var path = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.AbsolutePath : Links.Home;
        if (await pages.OpenAsync(actor.Id, path, call.Context.ConnectionAborted) is not { } page)
        {
            log.LogWarning("No room for another page of {Person}: {Own} are open there, {All} on this node", actor.Id, pages.Of(actor.Id).Count, pages.Count);
            await SendAwayAsync(call.Hub.Clients.Caller, uri?.PathAndQuery ?? Links.Home);
            return null;
        }

        CircuitPage.Begin(page);
        object? secret = null;
        try
        {
            secret = await next(call);
        }
        finally
        {
            if (secret is null)
                page.Dispose();
            else
                call.Context.Items[HasCircuit] = true;
        }

        return secret;
    }

    // As the framework itself calls a function in the browser: no answer wanted (0), of the window (0), a call (1).
    private static Task SendAwayAsync(IClientProxy browser, string returnUrl) =>
        browser.SendAsync("JS.BeginInvokeJS", 0L, "Blazor.navigateTo", $$"""["{{Links.NoRoom(returnUrl)}}",{"forceLoad":true,"replaceHistoryEntry":true}]""", 3, 0L, 1);

    private async Task EndUnlessBegunAsync(HubCallerContext context)
    {
        await Task.Delay(TimeToBegin, clock, context.ConnectionAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!context.Items.ContainsKey(HasCircuit))
            context.Abort();
    }
}
