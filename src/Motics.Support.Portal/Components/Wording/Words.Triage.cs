using Motics.Support.Core.Escalations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Wording;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    /// <summary>The verdict of an evaluation: its name, unless what has to be done is called otherwise.</summary>
    public static string OfVerdict(Evaluation evaluation) => evaluation.Label ?? Labels.Of(evaluation.Verdict);

    /// <summary>Where a case stands that was to go to the engineers, in two or three words for its chip; null while it has not gone.</summary>
    /// <param name="open">Status of the escalation that is open; null when none is.</param>
    /// <param name="done">The engineers are done, and the clinic is to try again.</param>
    public static string? OfEngineers(EscalationStatus? open, bool done) =>
        open == EscalationStatus.NeedsInfo ? "Waiting for answers" : open is not null ? "With the engineers" : done ? "Back from the engineers" : null;
}
