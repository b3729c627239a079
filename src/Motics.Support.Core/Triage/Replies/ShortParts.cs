namespace Motics.Support.Core.Triage.Replies;

/// <summary>The sentences of a short reply: what is wrong, the one thing to do, the way out. What must not be done is never left out.</summary>
internal sealed class ShortParts(ReplyParts parts)
{
    private readonly ReplyBlocks blocks = parts.Blocks;
    private readonly ShortBlocks words = parts.Blocks.Short;

    public IEnumerable<string?> All()
    {
        var said = Sentences().OfType<string>().ToList();
        if (parts.NeedsWayOut && (words.WayOut ?? blocks.WayOut) is { } wayOut && !said.Exists(parts.NamesWayOut))
            said.Add(wayOut);
        return said;
    }

    private IEnumerable<string?> Sentences() =>
    [
        parts.Has(AdviceKind.CopyPasteForNow) ? words.InClinic ?? blocks.InClinic : null,
        parts.Has(AdviceKind.SaveTheNoteFirst) ? words.SaveFirst ?? blocks.SaveFirst : null,
        .. parts.EngineersAsk ? [blocks.EngineersAsk, .. parts.Asked.Select(ReplyParts.Sentence)] : Helping(),
        parts.ExposedKey(words.ExposedKey),
        parts.Has(AdviceKind.DoNotRecreatePatients) ? words.DoNotRecreate ?? blocks.DoNotRecreate : null,
    ];

    private IEnumerable<string?> Helping() =>
    [
        .. parts.Opening(verdict => words.Openings.GetValueOrDefault(verdict) ?? blocks.Openings[verdict], words.WithEngineers ?? blocks.WithEngineers),
        .. ToDo,
        parts.NeedsOther ? words.Role : null,
    ];

    private string? Words(StepList? list) => list is null ? null : words.Steps.GetValueOrDefault(list.Id) ?? (list.As is { } other ? words.Steps.GetValueOrDefault(other) : null);

    // Questions are what to do where there is nothing else to do.
    private IEnumerable<string?> ToDo => parts.ClinicSteps.Count > 0 ? [Words(parts.List) ?? ReplyParts.Sentence(parts.ClinicSteps[0].Text)] : parts.Quiet ? [] : parts.Open;
}
