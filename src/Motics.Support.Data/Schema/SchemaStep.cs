using Motics.Support.Data.Events;

namespace Motics.Support.Data.Schema;

/// <summary>A forward step that takes the program and not only SQL. It comes after all scripts, and does only what is left to do when it was cut off.</summary>
/// <param name="Name">Stands in the journal like the name of a script; the order of names is the order of application.</param>
/// <param name="What">What it does; a step that does something else needs another name.</param>
/// <param name="RunAsync">Does it.</param>
internal sealed record SchemaStep(string Name, string What, Func<Database, TimeProvider, CancellationToken, Task> RunAsync)
{
    /// <summary>All steps of this program, in order.</summary>
    public static IReadOnlyList<SchemaStep> All { get; } =
    [
        new("0008_states_folded_anew", "Folds state anew, edition 1.", Refolding.RunAsync),
        new("0023_fallout_filled", "Folds state anew, edition 2.", Refolding.RunAsync),
    ];

    /// <summary>As the journal knows it.</summary>
    public SchemaScript Script { get; } = new(Name, What);
}
