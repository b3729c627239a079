namespace Motics.Support.Core.Triage;

/// <summary>One thing that is wrong with a playbook.</summary>
/// <param name="File">As it was named when loading.</param>
/// <param name="Line">From 1.</param>
public sealed record PlaybookMistake(string File, int Line, string Message)
{
    /// <summary>As compilers write it, so that editors can jump there.</summary>
    public override string ToString() => $"{File}:{Line}: {Message}";
}

/// <summary>A playbook, or everything that is wrong with it.</summary>
/// <param name="Playbook">Null when there are mistakes.</param>
/// <param name="Mistakes">In the order of their lines.</param>
public sealed record PlaybookReading(Playbook? Playbook, IReadOnlyList<PlaybookMistake> Mistakes);
