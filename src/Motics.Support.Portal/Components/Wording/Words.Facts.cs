using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Wording;
using Motics.Support.Portal.Components.Shared;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    /// <summary>The label of a fact by its name, also of <c>criterion</c>, <c>screenshot</c> and a question in the engineers' own words (<c>asked-1</c>).</summary>
    public static string OfFact(string name) =>
        name.StartsWith("asked-", StringComparison.Ordinal) ? $"Question {name["asked-".Length..]} of the engineers" : FactLabels.Of(name) ?? Spaced(name);

    /// <summary>What a hand-over still misses, in a list of such: a screenshot stands after the error text and instead of it.</summary>
    public static string OfMissing(string name) => name switch
    {
        FactNames.ErrorText => "exact error message",
        FactNames.Screenshot => "or a screenshot of it",
        FactNames.Criterion => "a reason to escalate (the verdict is another)",
        _ => Lower(OfFact(name)),
    };

    /// <summary>All that a hand-over still misses, in one sentence: "exact error message or a screenshot of it, patients found".</summary>
    public static string OfMissing(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return string.Concat(names.Select((name, index) => (index == 0 ? "" : name == FactNames.Screenshot ? " " : ", ") + OfMissing(name)));
    }

    /// <summary>A fact's value in words. Free text and numbers come back as they are.</summary>
    public static string OfValue(string fact, string value) =>
        FactValueLabels.Of(fact, value) ?? value;

    /// <summary>A reason of the playbook as a sentence: the fact and its value, then the evidence where there is some.</summary>
    public static string Because(Reason reason)
    {
        var value = reason.Fact == FactNames.ErrorText ? $"“{reason.Value.TrimEnd('.')}”" : FactValueLabels.InSentence(reason.Fact, reason.Value);
        var said = $"{OfFact(reason.Fact)}: {value}";
        return reason.From == FactSource.Events && reason.Evidence is { } evidence ? $"{said}. {evidence}" : said;
    }

    /// <summary>As <see cref="Because"/>, with who says so and when.</summary>
    public static ReasonShown Shown(Reason reason)
    {
        var text = Because(reason);
        return new(reason.Overruled ? $"{text} ({Overruled(reason.From)})" : text, Labels.Of(reason.From), reason.At);
    }

    private static string Overruled(FactSource from) => from == FactSource.Events ? "the agent says otherwise, which counts" : "said before what the events show, which counts";

    /// <summary>camelCase or kebab-case as words; the way out for a name that this table does not have.</summary>
    private static string Spaced(string name) =>
        Upper(string.Concat(name.Select(letter => letter == '-' ? " " : char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString())));
}
