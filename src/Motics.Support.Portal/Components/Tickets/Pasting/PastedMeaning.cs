using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Portal.Components.Tickets.Pasting;

/// <summary>What an error message alone would lead to, by the rules that every ticket is judged by.</summary>
/// <param name="First">What to look at first, in a few words.</param>
/// <param name="Warnings">What must not be done.</param>
public sealed record PastedMeaning(string First, IReadOnlyList<string> Warnings)
{
    /// <summary>Judges a message.</summary>
    /// <param name="playbook">The rules.</param>
    /// <param name="organisation">Whose events count too; null when no clinic is known.</param>
    /// <param name="error">The message.</param>
    /// <param name="now">Until when events count.</param>
    public static PastedMeaning Of(Playbook playbook, OrganisationDetail? organisation, PastedError error, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        ArgumentNullException.ThrowIfNull(error);
        var said = CaseFacts.Answers(new Dictionary<string, string?> { [FactNames.ErrorText] = error.Text }, now);
        var judged = playbook.Evaluate(CaseFacts.Of(organisation, said, now));
        var question = judged.Verdict == Verdict.NeedMoreInformation ? judged.Missing.Select(playbook.QuestionFor).FirstOrDefault(asked => asked is not null) : null;
        return new PastedMeaning(question?.Text ?? judged.Title, [.. judged.Advice.Where(advice => advice.IsWarning).Select(advice => advice.Text)]);
    }
}
