using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Motics.Support.Portal.Live;

/// <summary>
/// Keeps the <see cref="OpenPage"/> of a circuit for as long as the circuit lives. The circuit makes its handlers when it gets its first components, within
/// the call that <see cref="CircuitDoor"/> lets in, and disposes of them with everything else that it has.
/// </summary>
public sealed class CircuitPage : CircuitHandler, IDisposable
{
    private static readonly AsyncLocal<OpenPage?> Arriving = new();

    /// <summary>The page; null outside of circuits.</summary>
    public OpenPage? Page { get; } = Take(Arriving.Value);

    /// <inheritdoc />
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => Say(lost: true);

    /// <inheritdoc />
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => Say(lost: false);

    public void Dispose() => Page?.Dispose();

    /// <summary>A circuit that gets its components from here on is this page's.</summary>
    internal static void Begin(OpenPage page) => Arriving.Value = page;

    private static OpenPage? Take(OpenPage? page)
    {
        page?.IsShown = true;
        return page;
    }

    private Task Say(bool lost)
    {
        if (Page is { } page)
            page.IsLost = lost;
        return Task.CompletedTask;
    }
}
