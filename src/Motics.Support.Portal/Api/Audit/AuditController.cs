using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Paging;
using Motics.Support.Data.Audit;

namespace Motics.Support.Portal.Api.Audit;

/// <summary>Who did what.</summary>
[Route("api/v1/audit")]
[Authorize(Policy = nameof(Permission.ReadAudit))]
public sealed class AuditController(AuditStore store) : ApiController
{
    /// <summary>The lines that match, newest first.</summary>
    [HttpGet]
    [ProducesResponseType<Page<AuditAnswer>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List(string? actor, string? action, string? target, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        var list = new ListQuery();
        var query = new AuditQuery(list.Text("actor", actor), list.Text("action", action), list.Text("target", target), cursor, limit);
        return list.Refusal is { } refusal
            ? Refuse(refusal)
            : Answer(await store.ListAsync(query, Actor, cancellationToken), page => page.Select(AuditAnswer.Of));
    }
}

/// <summary>One line; its hash chains it to the line before.</summary>
public sealed record AuditAnswer(long Seq, DateTimeOffset At, string Actor, string Action, string Target, string Outcome, string? Detail, string Hash)
{
    internal static AuditAnswer Of(AuditLine line) =>
        new(line.Seq, line.Entry.At, line.Entry.ActorId, line.Entry.Action, line.Entry.Target, line.Entry.Outcome, line.Entry.Detail, line.Hash);
}
