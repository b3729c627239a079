using Motics.Support.Core.Events;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Wording;

namespace Motics.Support.Core.Tickets.Complaints;

/// <summary>What proves a complaint, in words: the same in lists, warnings, logs and on the page.</summary>
public static class ProofWords
{
    /// <summary>"A note was pushed on 24 Nov 2026 14:05 UTC".</summary>
    public static string Of(ProvenBy proven)
    {
        ArgumentNullException.ThrowIfNull(proven);
        return $"{Labels.Worked(proven.Operation)} on {Moment.Utc(proven.At)}";
    }

    /// <summary>The same in the middle of a sentence.</summary>
    public static string InSentence(ProvenBy proven) => Labels.Lower(Of(proven));

    /// <summary>What is still missing, to be read before "since": "No note was pushed".</summary>
    public static string Missing(ComplaintProof proof) => (proof & ComplaintProof.AnySuccess) switch
    {
        ComplaintProof.NotePush => "No note was pushed",
        ComplaintProof.PatientSearch => "No search found anybody",
        ComplaintProof.Verify => "The connection was not verified",
        _ when (proof & ComplaintProof.WithNewKey) != 0 => "Nothing has worked with a new key",
        _ => "Nothing has worked",
    };
}
