using Motics.Support.Core.Errors;
using Motics.Support.Core.Masking;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Triage.Complaints;
using Motics.Support.Core.Triage.Replies;

namespace Motics.Support.Core.Triage.Facts;

/// <summary>
/// What is known of a case: the agent's answers and what the organisation's events show, merged. The agent's word counts, both are kept; only an
/// answer that complains gives way to newer events that answer it. A fact about one EHR is unknown while the case's EHR is another or unknown, and an EHR of <c>none</c> counts as unknown.
/// </summary>
public sealed class CaseFacts
{
    private static readonly Dictionary<string, KnownFact> NoFacts = [];

    private readonly Dictionary<string, CaseFact> _facts;

    /// <summary>Merges. Names and values are those of <see cref="FactCatalogue"/>; others are left out.</summary>
    /// <param name="agent">The agent's answers by fact name; null for none.</param>
    /// <param name="events">What the events show, from <see cref="FactGatherer"/>; null for none.</param>
    /// <param name="context">What is known beside the facts; null for nothing.</param>
    public CaseFacts(IReadOnlyDictionary<string, KnownFact>? agent, IReadOnlyDictionary<string, KnownFact>? events, CaseContext? context = null)
    {
        Context = context ?? CaseContext.Nothing;
        Complaint = Context.Complaint ?? Complaint.Of(agent);
        var ehr = Merge(FactCatalogue.Get(FactNames.Ehr), agent ?? NoFacts, events ?? NoFacts, null)?.Effective?.Value;
        Ehr = Kebab.Parse<Ehr>(ehr);
        _facts = FactCatalogue.All
            .Select(fact => Merge(fact, agent ?? NoFacts, events ?? NoFacts, Ehr) is { } merged ? Dated(merged) : null)
            .OfType<CaseFact>()
            .ToDictionary(fact => fact.Name, StringComparer.Ordinal);
        ErrorKind = KindOfErrorText();
    }

    /// <summary>The case of an organisation: its events' facts as of now, under the agent's answers.</summary>
    /// <param name="organisation">Null when none is known.</param>
    /// <param name="agent">The agent's answers by fact name, with their times; null for none.</param>
    /// <param name="now">Until when events count.</param>
    /// <param name="ticket">What a ticket adds; null for a case that has none.</param>
    public static CaseFacts Of(OrganisationDetail? organisation, IReadOnlyDictionary<string, KnownFact>? agent, DateTimeOffset now, CaseTicket? ticket = null)
    {
        var complaint = ticket?.Complaint ?? Complaint.Of(agent, organisation);
        var context = organisation is null ? CaseContext.Nothing with { Complaint = complaint, Now = now } : CaseContext.Of(organisation, now, complaint);
        return new CaseFacts(
            agent,
            organisation is null ? null : FactGatherer.Gather(organisation, now, complaint),
            context with { HasScreenshot = ticket?.HasScreenshot ?? false, KeyExposed = ticket?.KeyExposed ?? false, WithEngineers = ticket?.WithEngineers ?? false, ClinicTriesAgain = ticket?.ClinicTriesAgain ?? false, EngineersWait = ticket?.EngineersWait ?? false });
    }

    /// <summary>Answers in wire form as facts that the agent said at a time, without secrets, for they are shown as reasons; nulls are left out.</summary>
    public static IReadOnlyDictionary<string, KnownFact> Answers(IReadOnlyDictionary<string, string?> values, DateTimeOffset? at)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Key, pair => new KnownFact(Masked(pair.Key, pair.Value!), FactSource.Agent, at), StringComparer.Ordinal);
    }

    private static string Masked(string fact, string value) => FactCatalogue.Find(fact)?.Type == FactType.Text ? FactCatalogue.Fit(TextMask.Clean(value)) : value;

    public CaseContext Context { get; }

    /// <summary>What is complained of, and since when; null when nobody complains.</summary>
    public Complaint? Complaint { get; }

    /// <summary>Until when the clinic should not try again; null when nothing failed in passing trouble, or nobody knows when.</summary>
    public DateTimeOffset? WaitUntil => PassingTrouble.Until(this);

    /// <summary>The case's EHR; null while it is unknown.</summary>
    public Ehr? Ehr { get; }

    /// <summary>The kind of the error text that counts; null while there is no text.</summary>
    public ErrorKind? ErrorKind { get; }

    /// <summary>Everything that somebody or something said, in the catalogue's order, what does not count included.</summary>
    public IEnumerable<CaseFact> All => FactCatalogue.All.Select(fact => Find(fact.Name)).OfType<CaseFact>();

    /// <summary>What is known of one fact; null when nobody said anything.</summary>
    public CaseFact? Find(string fact) => _facts.GetValueOrDefault(fact);

    /// <summary>The value that counts, in wire form; null while it is unknown.</summary>
    public string? Effective(string fact) => Find(fact)?.Effective?.Value;

    private static CaseFact? Merge(FactDefinition fact, IReadOnlyDictionary<string, KnownFact> agent, IReadOnlyDictionary<string, KnownFact> events, Ehr? ehr)
    {
        var said = Accepted(fact, agent);
        var shown = Accepted(fact, events);
        if (said is null && shown is null)
            return null;
        return new CaseFact(fact.Name, said, shown) { Counts = fact.OnlyFor is null || fact.OnlyFor == ehr };
    }

    private CaseFact Dated(CaseFact fact) => fact with { IsOutdated = fact.Agent is { } said && (IsAnswered(fact, said) || IsFromBefore(fact, said)) };

    private static bool IsAnswered(CaseFact fact, KnownFact said) => fact.Events is { } shown && ComplainingAnswers.IsAnswered(fact.Name, said, shown);

    // A ticket that was reopened begins anew: that it worked was the end of what came before.
    private bool IsFromBefore(CaseFact fact, KnownFact said) =>
        fact.Name == FactNames.RetriedAfterReentry && said.Value == Kebab.Name(Retry.Works) && said.At < Complaint?.RenewedAt;

    private static KnownFact? Accepted(FactDefinition fact, IReadOnlyDictionary<string, KnownFact> facts) =>
        facts.GetValueOrDefault(fact.Name) is { } known && FactCatalogue.Known(fact, known.Value) is { } value ? known with { Value = value } : null;

    private ErrorKind? KindOfErrorText()
    {
        if (Find(FactNames.ErrorText) is not { Effective: { } text } fact)
            return null;
        return Context.StoredErrorKind is { } stored && text.Value == fact.Events?.Value ? stored : ErrorClassifier.Classify(null, null, text.Value);
    }
}

/// <summary>One fact of a case from both sides.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Agent">The agent's answer; null when not asked or taken back.</param>
/// <param name="Events">What the events show; null when they show nothing.</param>
public sealed record CaseFact(string Name, KnownFact? Agent, KnownFact? Events)
{
    /// <summary>False for a fact about another EHR than the case's.</summary>
    public bool Counts { get; init; } = true;

    /// <summary>The agent's word is older than what answers it, or than the complaint that it ended: the events count, if they say anything.</summary>
    public bool IsOutdated { get; init; }

    /// <summary>What counts: the agent's word before the events'. Null when it is a fact of another EHR, or an EHR of <c>none</c>.</summary>
    public KnownFact? Effective => Counts && (IsOutdated ? Events : Said) is { } known && !(Name == FactNames.Ehr && known.Value == "none") ? known : null;

    /// <summary>The agent's word, else the events'; the other way round once the agent's is outdated.</summary>
    public KnownFact Said => (IsOutdated ? Events ?? Agent : Agent ?? Events)!;

    /// <summary>Agent and events say different things; the agent counts.</summary>
    public bool IsOverruled => !IsOutdated && Agent is not null && Events is not null && Agent.Value != Events.Value;

    /// <summary>Both sides, the one that counts first.</summary>
    public IEnumerable<KnownFact> Evidence => (IsOutdated ? new[] { Events, Agent } : [Agent, Events]).OfType<KnownFact>();
}

/// <summary>What a ticket adds to a case.</summary>
/// <param name="Complaint">
/// As it was when it was given (<see cref="Triage.Complaint.Of"/> with the organisation of that moment), kept since. Null: read from the answers and the organisation of now.
/// </param>
/// <param name="HasScreenshot">A picture is attached.</param>
/// <param name="KeyExposed">As <see cref="CaseContext.KeyExposed"/>.</param>
/// <param name="WithEngineers">As <see cref="CaseContext.WithEngineers"/>.</param>
/// <param name="ClinicTriesAgain">As <see cref="CaseContext.ClinicTriesAgain"/>.</param>
/// <param name="EngineersWait">As <see cref="CaseContext.EngineersWait"/>.</param>
public sealed record CaseTicket(Complaint? Complaint = null, bool HasScreenshot = false, bool KeyExposed = false, bool WithEngineers = false, bool ClinicTriesAgain = false, bool EngineersWait = false);
