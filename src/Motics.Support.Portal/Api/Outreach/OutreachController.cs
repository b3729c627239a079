using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Outreach;

namespace Motics.Support.Portal.Api.Outreach;

/// <summary>Tickets for many organisations at once, each with its reply ready. Nothing is sent.</summary>
[Route("api/v1/outreach")]
[Authorize(Policy = nameof(Permission.WriteOutreach))]
public sealed class OutreachController(OutreachDesk desk, TimeProvider clock) : ApiController
{
    // A caller gets the whole answer when it is done by then, and else how far it is.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Says who would get which reply (dryRun), or makes the tickets. What takes longer than 20 seconds goes on behind: state says so. 409 when another number of organisations matches than expected.</summary>
    [HttpPost]
    [ProducesResponseType<OutreachAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status409Conflict, Problems.ContentType)]
    public async Task<IActionResult> Post([FromBody] OutreachCall call, CancellationToken cancellationToken)
    {
        var request = call.Read();
        return !request.Done ? Refuse(request.Refusal)
            : call.DryRun == true ? await TryAsync(request.Value, cancellationToken)
            : await BeginAsync(request.Value, cancellationToken);
    }

    /// <summary>How far it is, and what became of each organisation.</summary>
    [HttpGet("{id}")]
    [ProducesResponseType<OutreachAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, Problems.ContentType)]
    public async Task<IActionResult> Find(string id, CancellationToken cancellationToken) =>
        await AnswerAsync(await desk.FindAsync(id, Actor, cancellationToken), [], cancellationToken);

    /// <summary>Takes back the tickets that nobody has touched, makes no more, and names what stays. What takes longer than 20 seconds goes on behind.</summary>
    [HttpPost("{id}/undo")]
    [ProducesResponseType<OutreachAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<Problem>(StatusCodes.Status404NotFound, Problems.ContentType)]
    public async Task<IActionResult> Undo(string id, CancellationToken cancellationToken)
    {
        var undoing = await desk.UndoAsync(id, Actor, cancellationToken);
        return undoing.Done ? await WorkAsync(id, [], cancellationToken) : Refuse(undoing.Refusal);
    }

    private async Task<IActionResult> TryAsync(OutreachRequest request, CancellationToken cancellationToken)
    {
        var plan = await desk.PreviewAsync(request, Actor, cancellationToken);
        return plan.Done ? Answer(await desk.RepliesAsync(plan.Value, Actor, cancellationToken), replies => OutreachAnswer.OfPlan(plan.Value, replies)) : Refuse(plan.Refusal);
    }

    private async Task<IActionResult> BeginAsync(OutreachRequest request, CancellationToken cancellationToken)
    {
        var begun = await desk.BeginAsync(request, Actor, cancellationToken);
        if (!begun.Done)
        {
            return Refuse(begun.Refusal);
        }

        // Before the tickets are made: a reply is composed for a clinic that has none yet.
        var replies = begun.Value.Plan is { } plan ? await desk.RepliesAsync(plan, Actor, cancellationToken) : new List<OutreachReply>();
        var variants = begun.Value.Plan is { } told && replies.Done ? OutreachVariantAnswer.Of(told, replies.Value) : [];
        return await WorkAsync(begun.Value.Run.Id, variants, cancellationToken);
    }

    private async Task<IActionResult> WorkAsync(string id, IReadOnlyList<OutreachVariantAnswer> variants, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        return await AnswerAsync(await desk.WorkAsync(id, () => clock.GetElapsedTime(begun) < Patience, Actor, cancellationToken), variants, cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(Outcome<OutreachRun> run, IReadOnlyList<OutreachVariantAnswer> variants, CancellationToken cancellationToken) => run.Done
        ? Answer(await desk.ItemsAsync(run.Value.Id, null, OutreachRequest.MostOrganisations, Actor, cancellationToken), items => OutreachAnswer.Of(run.Value, items, variants))
        : Refuse(run.Refusal);
}
