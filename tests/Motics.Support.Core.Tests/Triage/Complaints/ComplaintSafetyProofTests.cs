using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Folding;
using Motics.Support.Core.Triage;
using Motics.Support.Core.Triage.Conditions;
using Motics.Support.Core.Triage.Facts;
using Motics.Support.Core.Triage.Replies;
using static Motics.Support.Core.Tests.Triage.Clinics;

namespace Motics.Support.Core.Tests.Triage.Complaints;

/// <summary>
/// Every complaint there can be, and none, over every way in which searching, pushing and verifying succeeded before and after it, with a key from before
/// it, from after it or none, and with what failed: events never say that it works on what is older than the complaint or of another operation, and a clinic
/// whose key worked before its complaint is told of no key that has to be entered again.
/// </summary>
public sealed partial class ComplaintSafetyProofTests
{
    /// <summary>Symptoms, texts, other answers, what succeeded when, keys, what fails.</summary>
    private const int Combinations = 16 * 16 * 7 * 27 * 3 * 6;

    private const double Told = 2;

    private static readonly string?[] Symptoms = [null, .. Kebab.All<Symptom>()];

    private static readonly (string? Text, ErrorKind Kind)[] Texts =
    [
        (null, default), ("disconnected", ErrorKind.Disconnected), ("authentication failed", ErrorKind.AuthenticationFailed), ("missing api key", ErrorKind.MissingApiKey),
        ("credentials not found", ErrorKind.CredentialsNotFound), ("integration disabled", ErrorKind.IntegrationDisabled), ("permission denied", ErrorKind.PermissionDenied),
        ("region mismatch", ErrorKind.RegionMismatch), ("no patients recognised", ErrorKind.NoPatientsRecognised), ("patient not linked", ErrorKind.PatientNotLinked),
        ("rate limited", ErrorKind.RateLimited), ("HTTP 503", ErrorKind.EhrUnavailable), ("timed out", ErrorKind.Timeout), ("HTTP 500", ErrorKind.ServerError),
        ("validation failed", ErrorKind.InvalidRequest), ("what is this", ErrorKind.Unknown),
    ];

    private static readonly string[] Others =
    [
        "", "patientSearch=none-recognised", "patientSearch=one-missing", "patientSearch=one-location-missing", "keyAccess=cannot-see-api-keys", "keyAccess=admin-cannot-help",
        "retriedAfterReentry=fails",
    ];

    // Hours ago: never, before the complaint, after it.
    private static readonly double?[] When = [null, 3, 1];

    private static readonly double?[] Keys = [null, 4, 1.5];

    // What nothing mended, with the operation and how many hours ago.
    private static readonly (Operation Operation, ErrorKind Kind, double Ago)?[] Failing =
    [
        null, (Operation.NotePush, ErrorKind.PermissionDenied, 2.5), (Operation.NotePush, ErrorKind.PatientNotLinked, 0.5), (Operation.PatientSearch, ErrorKind.ServerError, 2.5),
        (Operation.Other, ErrorKind.AuthenticationFailed, 0.5), (Operation.PatientSearch, ErrorKind.Timeout, 0.5),
    ];

    // What is said anew only where something of it is: every rule with its steps, its advice and where the key stands.
    private readonly ConcurrentDictionary<string, (string Told, string Sent)> words = new();
    private readonly ConcurrentQueue<string> wrong = new();
    private int seen;
    private int answered;
    private int workedBefore;

    [Fact]
    public void EveryComplaint_OverEverySuccess_IsAnsweredOnlyByWhatProvesIt()
    {
        Assert.All(Texts.Where(text => text.Text is not null), text => Assert.Equal(text.Kind, ErrorClassifier.Classify(null, null, text.Text)));

        Parallel.ForEach(Symptoms, symptom =>
        {
            foreach (var (text, kind) in Texts)
            {
                foreach (var other in Others)
                    OverEveryHistory(new ComplaintOracle(symptom, text is null ? null : Kebab.Name(kind), other), Said(symptom, text, other));
            }
        });

        Assert.Empty(wrong.Take(10));
        Assert.Equal(Combinations, seen);
        Assert.InRange(answered, 1, seen - 1);
        // The check of replies must be able to find something.
        Assert.True(words.Count > 40);
        Assert.InRange(workedBefore, 1, seen - 1);
        Assert.Matches(EntersAgain(), Everything(Cases.Of("ehr=cliniko;keyReentered=true;migrated=true"), null).Told);
        Assert.Matches(Works(), Reply(Cases.Of("ehr=cliniko;retriedAfterReentry=works"), null)!.Text);
        var clinic = Clinic(new(null, 1, null, null, null), null);
        Assert.Matches(Works(), Reply(CaseFacts.Of(clinic, Said("notes-not-pushing", null, ""), Cases.Now), clinic)!.Brief);
    }

    private void OverEveryHistory(ComplaintOracle oracle, Dictionary<string, KnownFact> said)
    {
        foreach (var key in Keys)
        {
            foreach (var failing in Failing)
            {
                foreach (var search in When)
                {
                    foreach (var push in When)
                    {
                        foreach (var verify in When)
                            Check(oracle, said, new ComplaintOracle.History(search, push, verify, key, failing is { } known ? (Kebab.Name(known.Operation), Kebab.Name(known.Kind), known.Ago) : null), failing);
                    }
                }
            }
        }
    }

    private void Check(ComplaintOracle oracle, Dictionary<string, KnownFact> said, ComplaintOracle.History history, (Operation Operation, ErrorKind Kind, double Ago)? failing)
    {
        Interlocked.Increment(ref seen);
        var clinic = Clinic(history, failing);
        var facts = CaseFacts.Of(clinic, said, Cases.Now);
        var shown = facts.Find(FactNames.RetriedAfterReentry)?.Events?.Value;
        var values = new KnownValues(facts);
        var rule = Evaluator.Winner(Cases.Playbook.Rules, values);
        var expected = oracle.Retried(history, Told);
        if (shown != expected)
            wrong.Enqueue($"{shown ?? "nothing"} instead of {expected ?? "nothing"}: {oracle} {history}");
        if (expected == "works")
        {
            Interlocked.Increment(ref answered);
            return;
        }
        var (told, sent) = words.GetOrAdd(
            $"{rule.Id} {rule.StepsFor(values)?.Id} {string.Join(' ', Cases.Playbook.Advice.Where(advice => advice.RidesAlong(values, rule.Verdict)).Select(advice => advice.Kind))} {oracle.KeyWorked(history, Told)} {history.Push < Told}",
            _ => Everything(facts, clinic));
        if (rule.Verdict == Verdict.Resolved || Works().IsMatch(sent))
            wrong.Enqueue($"says that it works by {rule.Id}: {oracle} {history}");
        if (oracle.KeyWorked(history, Told) && oracle.Complains)
            CheckKeyThatWorked(rule, told + sent, $"{oracle} {history}");
        if (!oracle.Complains && clinic.Health == Health.Connected && rule.Id != "connected")
            wrong.Enqueue($"{rule.Id} though it is connected and nobody complains: {history}");
    }

    // The table has a key entered that nobody says was entered since the move; even then the move is not what broke what had worked after it.
    private void CheckKeyThatWorked(VerdictRule rule, string text, string shown)
    {
        Interlocked.Increment(ref workedBefore);
        var found = rule.Verdict is Verdict.Reconnect or Verdict.CheckKeyFirst ? AfterTheMove().Match(text) : EntersAgain().Match(text);
        if (found.Success)
            wrong.Enqueue($"“{found.Value}” of a key that had worked, by {rule.Id}: {shown}");
    }

    // Title, steps, advice and what is asked, and both forms of the reply; names and questions that are filled in say nothing of it.
    private static (string Told, string Sent) Everything(CaseFacts facts, OrganisationDetail? clinic)
    {
        var evaluation = Cases.Playbook.Evaluate(facts);
        var reply = Reply(facts, clinic);
        var told = string.Join('\n', evaluation.Steps.SelectMany(step => new[] { step.Text, step.Detail })
            .Concat(evaluation.Advice.SelectMany(advice => new[] { advice.Text, advice.ForClinic }))
            .Concat(evaluation.Asks.Select(Cases.Playbook.QuestionFor).SelectMany(question => new[] { question?.Text, question?.ForClinic }))
            .Concat([evaluation.Title, evaluation.Then]));
        return (told, $"\n{reply?.Text}\n{reply?.Brief}");
    }

    private static ClinicReply? Reply(CaseFacts facts, OrganisationDetail? clinic)
    {
        var evaluation = Cases.Playbook.Evaluate(facts);
        return ReplyComposer.Compose(Cases.Playbook, facts, evaluation, ReplyCase.Of(facts, evaluation, clinic));
    }

    private static OrganisationDetail Clinic(ComplaintOracle.History history, (Operation Operation, ErrorKind Kind, double Ago)? failing)
    {
        var operations = new[] { State(Operation.PatientSearch, history.Search, failing), State(Operation.NotePush, history.Push, failing), State(Operation.Verify, history.Verify, failing), State(Operation.Other, null, failing) };
        return new()
        {
            Id = "mill-lane",
            Ehr = Ehr.Cliniko,
            MigratedAt = Migrated,
            Health = failing is null && operations.Any(state => state.LastSuccessAt is not null) ? Health.Connected : Health.Failing,
            HealthSince = Migrated,
            Operations = operations,
            LastSuccessAt = operations.Max(state => state.LastSuccessAt),
            KeyHistory = history.Key is { } key ? [new() { SavedAt = Cases.Now.AddHours(-key), Fingerprint = "aa" }] : [],
            RecentSearches = history.Search is { } searched ? [new(Cases.Now.AddHours(-searched), 2, null)] : [],
        };
    }

    private static OperationState State(Operation operation, double? worked, (Operation Operation, ErrorKind Kind, double Ago)? failing) =>
        failing is { } known && known.Operation == operation ? Failed(operation, known.Kind, known.Ago, "as the events have it", worked)
        : worked is { } ago ? Worked(operation, ago)
        : new() { Operation = operation };

    private static Dictionary<string, KnownFact> Said(string? symptom, string? text, string other) =>
        Cases.Said(string.Join(';', new[] { symptom is null ? null : $"symptom={symptom}", text is null ? null : $"errorText={text}", other }.OfType<string>()))
            .ToDictionary(pair => pair.Key, pair => pair.Value with { At = Cases.Now.AddHours(-Told) });

    [GeneratedRegex(@"\bgood news\b|\bworks again\b|\bconnection to \w+ (works|looks)\b|\bit works\b(?! (once|when))|\bnothing more you need\b|(?<!no )\b(patients|others) are found\b", RegexOptions.IgnoreCase)]
    private static partial Regex Works();
    [GeneratedRegex(
        @"\breconnect(?! \w+ clinics)|\b(connected|connection|made|set up)\b[^.?!\n]{0,60}\bonce more\b|\b(re-?entered|entered (and saved )?again|change anything more|once the connection works|until notes go through)\b|key is in;|after that\?|\bafter the move\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex EntersAgain();

    [GeneratedRegex(@"\bafter the move\b|\bsince the move\b|\buntil notes go through\b", RegexOptions.IgnoreCase)]
    private static partial Regex AfterTheMove();
}
