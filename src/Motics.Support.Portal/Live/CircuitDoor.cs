using Microsoft.AspNetCore.SignalR;
using Motics.Support.Core.Access;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components;

namespace Motics.Support.Portal.Live;

/// <summary>
/// Lets circuits begin while there is room (<see cref="OpenPages"/>). Whoever comes when there is none gets no circuit: the browser is sent to a page without
/// one, which says why and what to close. A connection that has no circuit after a while is ended.
/// </summary>
internal sealed class CircuitDoor(OpenPages pages, CircuitEnd end, TimeProvider clock, ILogger<CircuitDoor> log) : IHubFilter
{
    private static readonly TimeSpan TimeToBegin = TimeSpan.FromSeconds(15);
    private static readonly object Key = new();

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        await next(context);
        _ = EndUnlessBegunAsync(context.Context);
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        await next(context, exception);
        if (PageOf(context.Context) is { IsShown: false } page)
            page.Dispose();
    }

    // By the framework's names: a page begins, goes on after it was put to sleep, gets its components, has its connection back.
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var context = invocationContext.Context;
        switch (invocationContext.HubMethodName)
        {
            case "StartCircuit" when PageOf(context) is null:
                return await BeginAsync(invocationContext, invocationContext.HubMethodArguments[1] as string, next);
            case "ResumeCircuit" when PageOf(context) is null:
                return await BeginAsync(invocationContext, invocationContext.HubMethodArguments[2] as string, next);
            case "UpdateRootComponents" when PageOf(context) is { } page:
                CircuitPage.Begin(page);
                return await next(invocationContext);
            case "ConnectCircuit":
                var found = await next(invocationContext);
                context.Items[Key] = found is true;
                return found;
            default:
                return await next(invocationContext);
        }
    }

    private static OpenPage? PageOf(HubCallerContext context) => context.Items.TryGetValue(Key, out var kept) ? kept as OpenPage : null;

    private async ValueTask<object?> BeginAsync(HubInvocationContext call, string? address, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var context = call.Context;
        var actor = context.User?.ToActor() ?? Actor.System;
        var uri = Uri.TryCreate(address, UriKind.Absolute, out var parsed) ? parsed : null;
        if (await pages.OpenAsync(actor.Id, uri?.AbsolutePath ?? Links.Home, context.ConnectionAborted) is not { } page)
        {
            log.LogWarning("No room for another page of {Person}: {Own} are open there, {All} on this node", actor.Id, pages.Of(actor.Id).Count, pages.Count);
            await SendAwayAsync(call.Hub.Clients.Caller, uri?.PathAndQuery ?? Links.Home);
            return null;
        }

        var secret = default(object);
        try
        {
            return secret = await next(call);
        }
        finally
        {
            if (secret is string id)
                (context.Items[Key], page.GiveUp) = (page, () => _ = end.EndAsync(id));
            else
                page.Dispose();
        }
    }

    // As the framework itself calls a function in the browser: no answer wanted (0), of the window (0), a call (1).
    private static Task SendAwayAsync(IClientProxy browser, string returnUrl) =>
        browser.SendAsync("JS.BeginInvokeJS", 0L, "Blazor.navigateTo", $$"""["{{Links.NoRoom(returnUrl)}}",{"forceLoad":true,"replaceHistoryEntry":true}]""", 3, 0L, 1);

    private async Task EndUnlessBegunAsync(HubCallerContext context)
    {
        await Task.Delay(TimeToBegin, clock, context.ConnectionAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!context.Items.TryGetValue(Key, out var kept) || kept is not (true or OpenPage { IsShown: true }))
            context.Abort();
    }
}
