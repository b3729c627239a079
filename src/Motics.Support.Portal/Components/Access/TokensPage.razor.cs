using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Data.Access;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Loading;
using Motics.Support.Portal.Components.Wording;
using MudBlazor;

namespace Motics.Support.Portal.Components.Access;

/// <summary>Tokens: made, listed, taken back.</summary>
public sealed partial class TokensPage
{
    private LoadEnvelope<IReadOnlyList<AccessToken>>? envelope;
    private CreatedToken? created;

    [Inject] private TokenStore Store { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private ISnackbar Snackbar { get; set; } = default!;

    private async Task<Outcome<IReadOnlyList<AccessToken>>> ReadAsync(CancellationToken ct) => await Store.ListAsync(await Current.GetAsync(), ct);

    private async Task<Refusal?> CreateAsync(string name, IReadOnlyList<string> scopes)
    {
        var outcome = await Store.CreateAsync(name, scopes, await Current.GetAsync(), CancellationToken.None);
        created = outcome.Value;
        await RefreshAsync();
        StateHasChanged();
        return outcome.Refusal;
    }

    private async Task RevokeAsync(AccessToken token)
    {
        var sure = await Dialogs.ConfirmAsync(
            $"Revoke {token.Name}?", "Whatever uses it is refused from the next request on. This cannot be undone; a new token can be made at any time.", "Revoke token", danger: true);
        if (!sure)
        {
            return;
        }

        var outcome = await Store.RevokeAsync(token.Name, await Current.GetAsync(), CancellationToken.None);
        if (outcome.Refusal is { } refusal)
        {
            Snackbar.Add(Words.Of(refusal), Severity.Warning);
        }

        await RefreshAsync();
    }

    private Task RefreshAsync() => envelope?.RefreshAsync() ?? Task.CompletedTask;
}
