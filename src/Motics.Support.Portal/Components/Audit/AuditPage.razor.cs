using Microsoft.AspNetCore.Components;
using Motics.Support.Core;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Paging;
using Motics.Support.Data.Audit;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Components.Shared;

namespace Motics.Support.Portal.Components.Audit;

/// <summary>The audit, newest first, filtered by the address.</summary>
public sealed partial class AuditPage
{
    private AuditNames names = AuditNames.None;
    private AuditVerification? verification;
    private bool verifying;

    [Inject] private AuditStore Store { get; set; } = default!;

    [Inject] private AuditNaming Naming { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "actor")] private string? Actor { get; set; }

    [SupplyParameterFromQuery(Name = "action")] private string? Action { get; set; }

    [SupplyParameterFromQuery(Name = "target")] private string? Target { get; set; }

    private AuditFilter Filter => new(Actor, Action, Target);

    private async Task<Outcome<Page<AuditLine>>> ReadAsync(string? cursor, CancellationToken ct)
    {
        var me = await Current.GetAsync();
        var page = await Store.ListAsync(Filter.Query(cursor), me, ct);
        var named = page.Done ? await Naming.ReadAsync(page.Value.Items, me, ct) : page.Refusal;
        if (!named.Done)
            return named.Refusal;
        names = names.With(named.Value);
        return page;
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
