using CsCheck;
using Motics.Support.Core;
using Motics.Support.Core.Events;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Data.Tests.Events;

namespace Motics.Support.Data.Tests.Triage;

/// <summary>One thing that happens: an event of Motics OS, an answer of the agent, a ticket opened or reopened.</summary>
/// <param name="Gap">Minutes since the one before; 0 for the very same moment.</param>
/// <param name="Event">Null for what happens to the ticket.</param>
/// <param name="Fact">Name of the fact that is answered.</param>
/// <param name="Value">Null takes the answer back.</param>
/// <param name="Ticket">"open" or "reopen".</param>
internal sealed record Happening(int Gap, Func<DateTimeOffset, string, string, IntegrationEvent>? Event, string? Fact, string? Value, string? Ticket, string Shown)
{
    public override string ToString() => $"+{Gap} {Shown}";
}

/// <summary>Generates what happens to a clinic and to its ticket: few keys, kinds and gaps, so that ties, renewals and mended failures are common rather than lucky.</summary>
internal static class HappeningGen
{
    public static readonly string[] Messages =
    [
        "Authentication failed", "Permission denied", "Patient not linked", "Request timed out", "Internal server error", "Region mismatch", "Something odd", "No patients recognised",
        "Validation failed", "Service unavailable",
    ];

    private static readonly int[] Gaps = [0, 0, 1, 5, 40, 300, 1500];

    private static readonly (string Fact, string? Value)[] Answers =
    [
        .. Kebab.All<Symptom>().Select(symptom => (FactNames.Symptom, (string?)symptom)), (FactNames.Symptom, null),
        (FactNames.Symptom, "notes-not-pushing"), (FactNames.Symptom, "no-patients-recognised"), (FactNames.Symptom, "other"),
        .. Messages.Select(message => (FactNames.ErrorText, (string?)message)), (FactNames.ErrorText, null),
        .. Kebab.All<PatientSearch>().Select(search => (FactNames.PatientSearch, (string?)search)), (FactNames.PatientSearch, null),
        .. Kebab.All<Retry>().Select(retry => (FactNames.RetriedAfterReentry, (string?)retry)), (FactNames.RetriedAfterReentry, null),
        .. Kebab.All<KeyAccess>().Select(access => (FactNames.KeyAccess, (string?)access)), (FactNames.KeyAccess, null),
        (FactNames.KeyReentered, "true"), (FactNames.KeyReentered, "false"), (FactNames.KeyReentered, null),
    ];

    private static readonly Gen<Happening> One = Gen.Select(Gen.Int[0, Gaps.Length - 1], Gen.Int[0, 21], Gen.Int[0, 2], Gen.Int[0, Messages.Length - 1], Gen.Int[0, Answers.Length - 1])
        .Select((gap, what, which, message, answer) => Of(Gaps[gap], what, which, Messages[message], Answers[answer]));

    public static Gen<Happening[]> History { get; } = One.Array[2, 24];

    private static Happening Of(int gap, int what, int which, string message, (string Fact, string? Value) answer) => what switch
    {
        0 => Told(gap, "migrated", (at, clinic, id) => EventMaker.Event(EventType.OrganisationMigrated, at, clinic, id: id)),
        1 or 2 => Told(gap, $"key {which}", (at, clinic, id) => EventMaker.KeySaved(at, $"print{which}", clinic, id: id)),
        3 or 4 or 5 => Told(gap, $"search found {which}", (at, clinic, id) => EventMaker.Search(at, which, clinic, id: id)),
        6 or 7 => Told(gap, "pushed", (at, clinic, id) => EventMaker.Event(EventType.NotePushSucceeded, at, clinic, id: id)),
        8 => Told(gap, "verified", (at, clinic, id) => EventMaker.Event(EventType.Verified, at, clinic, id: id)),
        9 or 10 or 11 => Told(gap, $"push failed: {message}", (at, clinic, id) => EventMaker.Failure(EventType.NotePushFailed, at, message, clinic, id: id)),
        12 or 13 => Told(gap, $"search failed: {message}", (at, clinic, id) => EventMaker.Failure(EventType.PatientSearchFailed, at, message, clinic, id: id)),
        14 => Told(gap, $"failed: {message}", (at, clinic, id) => EventMaker.Failure(EventType.ServerFailed, at, message, clinic, id: id)),
        15 => new(gap, null, null, null, "open", "ticket opened"),
        16 => new(gap, null, null, null, "reopen", "ticket reopened"),
        _ => new(gap, null, answer.Fact, answer.Value, null, $"{answer.Fact}={answer.Value ?? "taken back"}"),
    };

    private static Happening Told(int gap, string shown, Func<DateTimeOffset, string, string, IntegrationEvent> make) => new(gap, make, null, null, null, shown);
}
