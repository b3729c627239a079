using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Paging;
using Motics.Support.Data.Audit;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Shared;
using Motics.Support.Portal.Components.Shared.Loading;

namespace Motics.Support.Portal.Components.Audit;

/// <summary>The audit, newest first, filtered by the address.</summary>
public sealed partial class AuditPage
{
    private readonly List<AuditLine> further = [];
    private AuditNames names = AuditNames.None;
    private LoadEnvelope<AuditShown>? envelope;
    private AuditVerification? verification;
    private string? next;
    private bool verifying;

    [Inject] private AuditStore Store { get; set; } = default!;

    [Inject] private AuditNaming Naming { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "actor")] private string? Actor { get; set; }

    [SupplyParameterFromQuery(Name = "action")] private string? Action { get; set; }

    [SupplyParameterFromQuery(Name = "target")] private string? Target { get; set; }

    private AuditFilter Filter => new(Actor, Action, Target);

    private Task<Outcome<AuditShown>> ReadAsync(CancellationToken ct) => ReadAsync(null, ct);

    private async Task<Outcome<AuditShown>> ReadAsync(string? cursor, CancellationToken ct)
    {
        var me = await Current.GetAsync();
        var page = await Store.ListAsync(Filter.Query(cursor), me, ct);
        var named = page.Done ? await Naming.ReadAsync(page.Value.Items, me, ct) : page.Refusal;
        return named.Done ? new AuditShown(page.Value!, named.Value) : named.Refusal;
    }

    private void Began(AuditShown shown)
    {
        further.Clear();
        (next, names) = (shown.Page.Next, shown.Names);
    }

    private async Task ShowMoreAsync()
    {
        var older = await ReadAsync(next, CancellationToken.None);
        if (older.Done)
        {
            names = names.With(older.Value.Names);
            further.AddRange(older.Value.Page.Items);
            next = older.Value.Page.Next;
        }

        TellRefused(older.Refusal);
    }

    // Walks every line there is, so it happens when asked for and not with every look at the page.
    private async Task VerifyAsync()
    {
        verifying = true;
        var verified = await Store.VerifyAsync(await Current.GetAsync(), CancellationToken.None);
        verification = verified.Value;
        TellRefused(verified.Refusal);
        verifying = false;
    }
}
