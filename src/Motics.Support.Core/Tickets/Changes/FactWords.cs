using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Tickets.Changes;

/// <summary>Facts in sentences of the activity log, and what is wrong with an answer.</summary>
internal static class FactWords
{
    private const int LongestShown = 60;

    /// <summary>True for a fact whose value is free text.</summary>
    public static bool IsText(string name) => FactCatalogue.Find(name)?.Type == FactType.Text;

    /// <summary>What is wrong with this answer; null when nothing is. Never repeats the value.</summary>
    public static FieldError? Wrong(string name, string? value)
    {
        if (FactCatalogue.Find(name) is not { } fact)
        {
            return new($"facts.{Shown(name)}", $"There is no such fact. Known facts: {string.Join(", ", FactCatalogue.All.Select(known => known.Name))}.");
        }

        return value is null || FactCatalogue.Accept(fact, value) is not null ? null : new($"facts.{name}", $"The value must be {fact.Accepted}, or null for unknown.");
    }

    /// <summary>"Key re-entered: no".</summary>
    public static string Said(string name, string value) => $"{Name(name)}: {Value(name, value)}";

    /// <summary>As <see cref="Said"/>, but free text stays whole: an engineer needs the exact message.</summary>
    public static string Whole(string name, string value) => $"{Name(name)}: {(IsText(name) ? value : Value(name, value))}";

    /// <summary>What people call the fact: "Patients found".</summary>
    public static string Name(string fact) => FactLabels.Of(fact) ?? fact;

    /// <summary>A value as people say it, "no patients recognised" and never the wire's "no-patients-recognised"; long text is cut.</summary>
    public static string Value(string name, string value) =>
        IsText(name) && value.Length > LongestShown ? $"“{TextCut.Marked(value, LongestShown + TextCut.Sign.Length)}”" : FactValueLabels.InSentence(name, value);

    // A name that is no fact may be anything, a pasted key too.
    private static string Shown(string name) => name.Length is > 0 and <= 40 && name.All(char.IsAsciiLetter) ? name : "?";
}
