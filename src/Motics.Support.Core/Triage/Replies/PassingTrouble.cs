using Motics.Support.Core.Errors;
using Motics.Support.Core.Triage.Facts;

namespace Motics.Support.Core.Triage.Replies;

/// <summary>Trouble that goes by itself (<c>triage.md</c>, row 13): how long to wait, and since when.</summary>
internal static class PassingTrouble
{
    /// <summary>How long nobody should try again after it failed.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(10);

    /// <summary>A kind that says nothing about the key and mends itself.</summary>
    public static bool Is(ErrorKind kind) => kind is ErrorKind.ServerError or ErrorKind.RateLimited or ErrorKind.Timeout or ErrorKind.EhrUnavailable;

    /// <summary>Until when to wait: by the newest that failed so, by events or in the agent's words; null when neither has a time.</summary>
    public static DateTimeOffset? Until(CaseFacts facts)
    {
        var said = new[] { SaidByText(facts), SaidBySymptom(facts), facts.Context.PassingTroubleAt }.Max();
        return said + Wait;
    }

    private static DateTimeOffset? SaidByText(CaseFacts facts) =>
        facts.ErrorKind is { } kind && Is(kind) && facts.Find(FactNames.ErrorText)?.Effective is { From: FactSource.Agent } text ? text.At : null;

    private static DateTimeOffset? SaidBySymptom(CaseFacts facts) =>
        facts.Find(FactNames.Symptom)?.Effective is { From: FactSource.Agent, Value: "server-error" } symptom ? symptom.At : null;
}
