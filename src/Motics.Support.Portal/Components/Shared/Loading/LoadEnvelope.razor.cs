using Microsoft.AspNetCore.Components;
using Motics.Support.Core;

namespace Motics.Support.Portal.Components.Shared.Loading;

/// <summary>
/// Reads and shows. Nothing is read while the page is only prerendered: the reader sees the skeleton, and the read happens once
/// (an organisation's page is audited for every opening).
/// </summary>
public sealed partial class LoadEnvelope<T> : IDisposable
{
    private Load<T>? load;
    private object? keyRead;
    private bool begun;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [Inject] private ILogger<LoadEnvelope<T>> Log { get; set; } = default!;

    /// <summary>How it is read. Expected refusals are values; what is thrown is logged under a reference that the page shows.</summary>
    [Parameter, EditorRequired] public Func<CancellationToken, Task<Outcome<T>>> Read { get; set; } = default!;

    /// <summary>What is read; when it changes, it is read again. Compared by equality.</summary>
    [Parameter] public object? Key { get; set; }

    /// <summary>True keeps the old content until the new is there (filters of a list); false shows the skeleton (another thing).</summary>
    [Parameter] public bool KeepWhileReading { get; set; }

    /// <summary>For the sentences: "the tickets", "this organisation".</summary>
    [Parameter] public string What { get; set; } = "this page";

    /// <summary>What there is none of when nothing is found: "organisation".</summary>
    [Parameter] public string Noun { get; set; } = "page";

    [Parameter] public Func<T, bool>? IsEmpty { get; set; }

    /// <summary>True when filters are set: then <see cref="NothingMatches"/> is shown for an empty value instead of <see cref="Empty"/>.</summary>
    [Parameter] public bool Filtered { get; set; }

    [Parameter] public RenderFragment? Empty { get; set; }

    [Parameter] public RenderFragment? NothingMatches { get; set; }

    [Parameter] public RenderFragment? NotFound { get; set; }

    [Parameter] public RenderFragment? Skeleton { get; set; }

    [Parameter] public RenderFragment<T>? ChildContent { get; set; }

    /// <summary>After each successful read.</summary>
    [Parameter] public EventCallback<T> Loaded { get; set; }

    /// <summary>What is shown now; default while there is nothing.</summary>
    public T? Value => load is null ? default : load.Value;

    private RenderFragment? Fallback => Filtered ? NothingMatches ?? Empty : Empty;

    protected override async Task OnParametersSetAsync()
    {
        load ??= new Load<T>(Time, (problem, reference) => Log.LogError(problem, "Reading {What} failed, reference {Reference}", What, reference));
        if (!RendererInfo.IsInteractive || (begun && Equals(keyRead, Key)))
            return;
        (begun, keyRead) = (true, Key);
        if (!KeepWhileReading)
            load.Forget();
        await ReadAsync();
    }

    /// <summary>Reads again, keeping what is shown meanwhile. With <paramref name="read"/> another way than <see cref="Read"/>, once.</summary>
    public Task RefreshAsync(Func<CancellationToken, Task<Outcome<T>>> read) => InvokeAsync(() => ReadAsync(read));

    /// <inheritdoc cref="RefreshAsync(Func{CancellationToken, Task{Outcome{T}}})"/>
    public Task RefreshAsync() => InvokeAsync(() => ReadAsync());

    /// <summary>Shows a value that came by another way, such as the answer of a write.</summary>
    public Task ShowAsync(T value) => RefreshAsync(_ => Task.FromResult<Outcome<T>>(value));

    /// <summary>Puts into the log that a change of what is shown failed, under the reference that the page shows.</summary>
    public void ReportChange(Exception problem, string reference) => Log.LogError(problem, "Changing {What} failed, reference {Reference}", What, reference);

    public void Dispose() => load?.Dispose();

    private async Task ReadAsync(Func<CancellationToken, Task<Outcome<T>>>? read = null)
    {
        if (!await load!.RunAsync(read ?? Read))
            return;
        if (load.Phase == LoadPhase.Loaded)
            await Loaded.InvokeAsync(load.Value!);
        StateHasChanged();
    }
}
