using System.Collections.Frozen;

namespace Motics.Support.Core.Triage.Typed;

/// <summary>How people ask, wish, suppose and deny; in the notation of <see cref="SymptomPhrases"/>.</summary>
internal static class AskingPhrases
{
    /// <summary>Deny what stands close behind them.</summary>
    public static readonly FrozenSet<string> Denials = FrozenSet.Create("not", "wont", "no", "never", "without", "cannot", "none", "nothing", "neither", "nor", "zero", "nobody");

    /// <summary>A sentence that begins with one of these asks.</summary>
    public static readonly FrozenSet<string> AlwaysAsk = FrozenSet.Create("can", "could", "should", "would", "may", "do", "does");

    /// <summary>"Could you look…": a request to us that tells what is wrong.</summary>
    public static readonly FrozenSet<string> AskedOfUs = FrozenSet.Create("look", "check", "help", "see", "please", "tell", "investigate", "have", "fix", "advise", "explain");

    /// <summary>A sentence that begins with one of these and ends with a question mark asks; without, it may be cut short ("is disconnected again").</summary>
    public static readonly FrozenSet<string> AskWithMark = FrozenSet.Create("is", "are", "was", "were", "did", "has", "have", "will", "am", "any");

    /// <summary>Beginnings of questions for how something is done or what it is: they tell of nothing that happened.</summary>
    public static readonly string[] Asking =
    [
        "how do", "how to", "how can", "how many", "how long", "how often", "how does", "how should", "how would", "how much", "what does", "what is", "what are", "what happens", "what if", "what do", "what should", "what would",
        "when will", "when do", "when does", "when is", "when should", "which", "who", "is there", "are there", "is it possible", "where do", "where does", "where can", "where should", "where is", "where are", "where to", "question", "wondering", "just wondering",
        "i wonder", "i was wondering", "quick question", "asking", "asked how", "asked whether", "asks how", "hi how", "hello how",
    ];

    /// <summary>Make a guess of the whole sentence.</summary>
    public static readonly string[] Guessing = ["maybe", "might", "may be", "may have", "could be", "could have", "perhaps", "possibly", "probably", "not sure", "unsure", "suspect", "assume", "guess", "i think", "i believe", "for example"];

    /// <summary>What stands behind these is wished for or supposed.</summary>
    public static readonly string[] Wishing =
    [
        "want to", "wants us to", "want you to", "would like to", "would like you to", "wish to", "plan to", "planning to", "going to", "intend to", "thinking of", "need you to", "like to", "hope to", "have to decide",
        "please delete", "please disable", "please remove", "please switch", "please turn", "please disconnect", "please enable", "please add", "please create", "please make", "please explain", "please deactivate",
        "if", "in case", "whether", "unless", "used to", "earlier", "previously", "briefly", "last time", "last month", "last year",
        "should be", "supposed to be", "instead of",
    ];
}
