using Motics.Support.Core.Events;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Replies;

/// <summary>The paragraphs of one reply, in order; null for one that this case does not need.</summary>
internal sealed class ReplyParts(Playbook playbook, CaseFacts facts, Evaluation evaluation, ReplyCase replyCase)
{
    private const string Off = "{off}";

    public ReplyBlocks Blocks { get; } = playbook.Replies;

    public Evaluation Evaluation { get; } = evaluation;

    /// <summary>The list that the steps are of; null without steps.</summary>
    public StepList? List { get; } = playbook.StepLists.FirstOrDefault(list => list.Id == evaluation.StepList);

    private readonly VerdictRule? rule = playbook.Rules.FirstOrDefault(rule => rule.Id == evaluation.RuleId);

    /// <summary>Steps that the clinic takes; without the way out where that was said first.</summary>
    public IReadOnlyList<Step> ClinicSteps => [.. Evaluation.Steps.Where(step => step.ForClinic && !(Has(AdviceKind.CopyPasteForNow) && NamesWayOut(step.Text)))];

    /// <summary>The engineers wait for answers: then only these are wanted.</summary>
    public bool EngineersAsk => Blocks.EngineersAsk is not null && Asked.Count > 0;

    /// <summary>What the engineers ask, their own words first.</summary>
    public IReadOnlyList<string> Asked { get; } = [.. replyCase.EngineersWords, .. Questions(playbook, replyCase.EngineersAsk, told: true)];

    /// <summary>What we ask; not what a search finds while it is switched off.</summary>
    public IReadOnlyList<string> Open { get; } = [.. Questions(playbook, [.. evaluation.Missing.Where(fact => !(facts.Context.IsSwitchedOff && fact == FactNames.PatientSearch))], replyCase.Told)];

    /// <summary>It works and nobody complains: what is asked then is the agent's to ask.</summary>
    public bool Quiet => rule is { SendsNothing: true };

    public string Greeting => (replyCase.Name, replyCase.Told) switch
    {
        ({ } name, true) when Blocks.GreetingNamed is { } greeting => Named(greeting, name),
        ({ } name, false) when Blocks.GreetingFirstNamed is { } greeting => Named(greeting, name),
        (_, false) when Blocks.GreetingFirst is { } greeting => greeting,
        _ => Blocks.Greeting,
    };

    public IEnumerable<string?> Long()
    {
        var parts = EngineersAsk ? Answering() : Helping();
        var said = parts.OfType<string>().ToList();
        // The way out stands right below what is wrong, and once.
        if (NeedsWayOut && Blocks.WayOut is { } wayOut && !said.Exists(NamesWayOut))
            said.Insert(First().OfType<string>().Count() + (EngineersAsk ? 0 : LongOpening.Length), wayOut);
        return said;
    }

    /// <summary>The way out is still to be said.</summary>
    public bool NeedsWayOut => replyCase.NotesCannotBePushed && !Has(AdviceKind.CopyPasteForNow);

    public bool NamesWayOut(string text) => Blocks.WayOutName is { } name && text.Contains(name, StringComparison.Ordinal);

    public bool Has(AdviceKind kind) => Evaluation.Advice.Any(advice => advice.Kind == kind);

    /// <summary>What is to be done about a key that reached us; null when none has. <paramref name="brief"/> in its place, unless it has to wait.</summary>
    public string? ExposedKey(string? brief) => !Has(AdviceKind.ReplaceExposedKey) ? null
        : Evaluation.Verdict == Verdict.ProviderIncident && Blocks.ExposedKeyLater is { } later ? later
        : brief ?? Evaluation.Advice.First(advice => advice.Kind == AdviceKind.ReplaceExposedKey).ForClinic;

    /// <summary>
    /// What it says first about the case; <paramref name="usual"/> unless something has happened that says more. That the engineers have it is said whatever the
    /// verdict is. Nothing when nobody complains.
    /// </summary>
    public string[] Opening(Func<Verdict, string> usual, string? withEngineers)
    {
        var verdict = Evaluation.Verdict;
        var held = replyCase.WithEngineers ? withEngineers : null;
        var own = List?.Reply ?? rule?.Opening;
        string?[] said = verdict switch
        {
            _ when Quiet => [held],
            Verdict.Escalate when replyCase.EngineersDone && Blocks.AfterEngineers is { } done => [done],
            Verdict.Escalate when held is not null => [held],
            Verdict.NeedMoreInformation when held is not null => [held, own],
            Verdict.Resolved => [Works(usual(verdict)), held],
            _ => [held, own ?? usual(verdict)],
        };
        string?[] all = [SaysOff ? Blocks.SwitchedOff : null, .. said];
        return [.. all.OfType<string>()];
    }

    // While it is off nothing else helps. In an outage the settings stay as they are, and a clinic that nobody asked is told nothing.
    private bool SaysOff => facts.Context.IsSwitchedOff && !Quiet && Evaluation.Verdict is not (Verdict.ProviderIncident or Verdict.NotClinikoOrNookal or Verdict.Resolved)
        && !ClinicSteps.SelectMany(step => new[] { step.Text, step.Detail }).Append(List?.Reply).Append(rule?.Opening).Any(text => text?.Contains(Off, StringComparison.Ordinal) is true);

    /// <summary>The reader cannot do it, or may not be able to.</summary>
    public bool NeedsOther => List is { NeedsAdmin: true } && ClinicSteps.Count > 0 && facts.Effective(FactNames.MoticsRole) is null or "member" or "observer";

    public static string Sentence(string text) => text[^1] is '.' or '!' or '?' ? text : $"{text}.";

    // What was to be tried was tried before it went to them: now only their answers are wanted.
    private IEnumerable<string?> Answering() =>
    [
        .. First(),
        ExposedKey(null),
        Has(AdviceKind.NothingWasDeleted) ? Blocks.NothingDeleted : null,
        Has(AdviceKind.DoNotRecreatePatients) ? Blocks.DoNotRecreate : null,
        Listed(Blocks.EngineersAsk!, Asked),
    ];

    private IEnumerable<string?> Helping() =>
    [
        .. First(),
        .. LongOpening,
        ExposedKey(null),
        Has(AdviceKind.NothingWasDeleted) ? Blocks.NothingDeleted : null,
        Has(AdviceKind.DoNotRecreatePatients) ? Blocks.DoNotRecreate : null,
        RoleLine,
        Steps,
        Open.Count > 0 && !Quiet ? Listed(Blocks.QuestionsIntro, Open) : null,
    ];

    private string[] LongOpening => Opening(verdict => Blocks.Openings[verdict], Blocks.WithEngineers) is [.. var before, var last] ? [.. before, last + Moved] : [];

    private IEnumerable<string?> First() =>
        [Has(AdviceKind.CopyPasteForNow) ? Blocks.InClinic : null, Has(AdviceKind.SaveTheNoteFirst) ? Blocks.SaveFirst : null];

    // What has worked since the move was not ended by it, and what is switched off even less.
    private string? Moved =>
        Evaluation.Verdict is Verdict.CheckKeyFirst or Verdict.Reconnect && facts.Effective(FactNames.Migrated) == "true" && !facts.Context.WorkedSinceMove && List?.Reply is null
        && Blocks.AfterMove is { } expected ? $" {expected}" : null;

    private string? RoleLine => !NeedsOther ? null : facts.Effective(FactNames.MoticsRole) is null ? Blocks.RoleUnknown : Blocks.RoleCannot;

    private string? Steps
    {
        get
        {
            var steps = ClinicSteps;
            if (steps.Count == 0)
                return null;
            var lines = steps.Select((step, index) =>
                (steps.Count > 1 ? $"{index + 1}. " : "") + Sentence(step.Text) + (step.Detail is null ? "" : $" {step.Detail}"));
            return $"{Blocks.StepsIntro}\n\n{string.Join("\n", lines)}";
        }
    }

    // Only what an event proves can be seen from here, and only where nothing else is in trouble there is nothing left to do.
    private string Works(string said)
    {
        var seen = replyCase.ProvenBy is { } operation ? Blocks.Proven.GetValueOrDefault(Kebab.Name(operation)) : null;
        var left = replyCase.NotesCannotBePushed || Open.Count > 0 || replyCase.ProvenBy == Operation.Verify ? null : Blocks.NothingLeft;
        return left is null ? seen ?? said : $"{seen ?? said} {left}";
    }

    private static string Listed(string intro, IEnumerable<string> questions) => $"{intro}\n\n{string.Join("\n", questions.Select(text => $"- {text}"))}";

    // Whoever told nothing is not asked what exactly it was.
    private static IEnumerable<string> Questions(Playbook playbook, IReadOnlyList<string> facts, bool told) =>
        facts.Select(playbook.QuestionFor).Select(question => (told ? null : question?.ForClinicFirst) ?? question?.ForClinic).OfType<string>();

    private static string Named(string greeting, string name) => greeting.Replace(ReplyBlocks.Name, name, StringComparison.Ordinal);
}
