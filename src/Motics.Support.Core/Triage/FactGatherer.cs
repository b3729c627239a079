using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Triage;

/// <summary>Reads the facts off an organisation's events, each with its evidence (<c>triage.md</c>, column "evidence").</summary>
public static class FactGatherer
{
    /// <summary>What the events show as of <paramref name="now"/>, by fact name. What they do not show is absent.</summary>
    public static IReadOnlyDictionary<string, KnownFact> Gather(OrganisationDetail organisation, DateTimeOffset now) => throw new NotImplementedException();

    /// <summary>The searches that <c>patientSearch</c> is read from, as a sentence, also while they are too few to decide; null when there were none.</summary>
    public static string? SearchNote(OrganisationDetail organisation, DateTimeOffset now) => throw new NotImplementedException();
}
