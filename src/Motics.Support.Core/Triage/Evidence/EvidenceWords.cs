using Motics.Support.Core.Events;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Evidence;

/// <summary>Operations in sentences of evidence.</summary>
internal static class EvidenceWords
{
    /// <summary>"Pushing a note", as the beginning of a sentence.</summary>
    public static string Trying(Operation operation) => operation switch
    {
        Operation.PatientSearch => "Searching for patients",
        Operation.NotePush => "Pushing a note",
        Operation.Verify => "Verifying the connection",
        _ => "Something else",
    };

    /// <summary>"A note was pushed", as the beginning of a sentence.</summary>
    public static string Worked(Operation operation) => operation switch
    {
        Operation.PatientSearch => "A search found somebody",
        Operation.NotePush => "A note was pushed",
        _ => "The connection was verified",
    };

    /// <summary>"patient search", in the middle of a sentence.</summary>
    public static string Name(Operation operation) => operation switch
    {
        Operation.PatientSearch => "patient search",
        Operation.NotePush => "pushing notes",
        Operation.Verify => "verifying the connection",
        _ => "another action",
    };

    public static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
