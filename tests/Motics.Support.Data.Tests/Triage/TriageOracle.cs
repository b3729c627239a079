using Motics.Support.Core;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;

namespace Motics.Support.Data.Tests.Triage;

/// <summary>
/// The evidence of <c>triage.md</c> found the simple way: every event in order, read aloud. Shares no line with folding, gathering or complaints. Which error a
/// message is and which state the connection is in are proven elsewhere and taken as they are.
/// </summary>
internal sealed class TriageOracle
{
    private static readonly string[] Passing = ["timeout", "rate-limited", "ehr-unavailable", "server-error"];
    private static readonly string[] KeyKinds = ["disconnected", "authentication-failed", "missing-api-key", "credentials-not-found", "integration-disabled"];

    private readonly List<IntegrationEvent> events = [];
    private readonly Dictionary<string, (string Value, DateTimeOffset At)> said = [];
    private List<string> parts = [];
    private DateTimeOffset? complained;
    private (DateTimeOffset At, string Part)? opening;
    private (DateTimeOffset At, string Part)? meant;
    private DateTimeOffset? reopened;
    private DateTimeOffset now;

    public bool Complains => complained is not null;

    public void Event(IntegrationEvent happened) => events.Add(happened);

    public void Say(string fact, string? value, DateTimeOffset at)
    {
        var before = said.TryGetValue(fact, out var known) && IsComplaint(fact, known.Value);
        if (value is null)
            said.Remove(fact);
        else
            said[fact] = (value, at);
        if (before || (value is not null && IsComplaint(fact, value)))
            Hear();
    }

    /// <summary>A ticket opened while a key was needed or something failed has that as its complaint: whatever works, or what failed longest.</summary>
    public void Open(DateTimeOffset at, bool needsKey)
    {
        var longest = Unmended().OrderBy(failure => failure.Time).FirstOrDefault();
        if (needsKey || longest is not null)
            opening = (at, needsKey ? "any" : Part(longest!.Operation));
        Hear();
    }

    public void Reopen(DateTimeOffset at)
    {
        reopened = at;
        Hear();
    }

    /// <summary>What counts of a fact now; null while it is unknown.</summary>
    public string? Effective(string fact, DateTimeOffset at)
    {
        now = at;
        var agent = said.TryGetValue(fact, out var answer) ? answer.Value : null;
        var shown = Shown(fact);
        // That it worked was said before the ticket was reopened.
        if (fact == "retriedAfterReentry" && agent == "works" && Complains && answer.At < reopened)
            return shown?.Value;
        // A clinic that works again after its complaint.
        if (agent is not null && shown is { } newer && newer.At > answer.At && (fact, agent, newer.Value) is ("retriedAfterReentry", "fails", "works") or ("patientSearch", "none-recognised", "works")
                or ("keyAccess", "cannot-see-api-keys" or "admin-cannot-help", "has-key"))
            return newer.Value;
        return agent ?? shown?.Value;
    }

    private (string Value, DateTimeOffset? At)? Shown(string fact) => fact switch
    {
        "ehr" => events.Count > 0 ? ("cliniko", null) : null,
        "migrated" => Migrated is { } moved ? ("true", moved) : null,
        "clinikoSuffix" => Key is { } key ? ("present", key.Time) : null,
        "errorText" => Current is { } error ? (Kind(error), error.Time) : null,
        "repeatedFailures" => Current is { } error ? ($"{events.Count(e => e.Error?.Kind == error.Error!.Kind && e.Time > now.AddHours(-24))}", null) : null,
        "patientSearch" => Search(),
        "keyReentered" => Reentered(),
        "keyUnchanged" => Unchanged(),
        "keyAccess" => Complains && parts.Contains("key") && Key?.Time > complained ? ("has-key", Key!.Time) : null,
        "retriedAfterReentry" => Retried(),
        _ => null,
    };

    private IEnumerable<IntegrationEvent> Sorted => events.OrderBy(e => e.Time).ThenBy(e => (int)e.Type).ThenBy(e => e.Id, StringComparer.Ordinal);

    private IntegrationEvent? Key => Sorted.LastOrDefault(e => e.Type == EventType.KeySaved);

    private DateTimeOffset? Migrated => Sorted.LastOrDefault(e => e.Type == EventType.OrganisationMigrated)?.Time;

    // The newest failure that nothing mended; after a complaint about pushing, of note-push.
    private IntegrationEvent? Current => Unmended().LastOrDefault(e => !(Complains && IsAboutPushing) || e.Operation == Operation.NotePush);

    private bool IsAboutPushing => Said("symptom", "notes-not-pushing") || meant?.Part == "push";

    private bool IsAboutSearching =>
        Said("symptom", "no-patients-recognised") || Said("symptom", "one-patient-missing") || Said("patientSearch", "none-recognised") || Said("patientSearch", "one-missing")
        || (said.TryGetValue("errorText", out var text) && KindOf(text.Value) == "no-patients-recognised");

    private bool Said(string fact, string value) => said.TryGetValue(fact, out var answer) && answer.Value == value;

    private List<IntegrationEvent> Unmended()
    {
        var failing = new List<IntegrationEvent>();
        foreach (var happened in Sorted)
        {
            if (happened.Error is not null)
                failing.Add(happened);
            else if (Worked(happened) is { } operation)
                failing.RemoveAll(failure => failure.Operation == operation || failure.Operation is Operation.Other or Operation.Verify
                    || KeyKinds.Contains(Kind(failure)) || Kind(failure) is "region-mismatch" or "timeout" or "rate-limited" or "ehr-unavailable");
        }
        return failing;
    }

    private static Operation? Worked(IntegrationEvent happened) => happened.Type switch
    {
        EventType.PatientSearchCompleted when happened.ResultCount > 0 => Operation.PatientSearch,
        EventType.NotePushSucceeded => Operation.NotePush,
        EventType.Verified => Operation.Verify,
        _ => null,
    };

    private static string Kind(IntegrationEvent failure) => Kebab.Name(failure.Error!.Kind);

    private static string KindOf(string message) => Kebab.Name(ErrorClassifier.Classify(null, null, message));

    private (string Value, DateTimeOffset? At)? Search()
    {
        var from = Key?.Time > Migrated || Migrated is null ? Key?.Time : Migrated;
        var three = Sorted.Where(e => e.Type == EventType.PatientSearchCompleted && (from is null || e.Time >= from)).Reverse().Take(3).ToList();
        var found = three.Where(e => e.ResultCount > 0).ToList();
        var counted = found.FirstOrDefault(e => !(Complains && IsAboutSearching) || (e.Time > complained && complained < now));
        return counted is not null ? ("works", counted.Time) : found.Count == 0 && three.Count == 3 ? ("none-recognised", three[0].Time) : null;
    }

    private (string Value, DateTimeOffset? At)? Reentered()
    {
        if (Migrated is not { } migrated)
            return null;
        if (Key is not { } key || key.Time < migrated)
            return ("false", migrated);
        var worked = Sorted.SkipWhile(e => e != key).FirstOrDefault(e => Worked(e) is not null);
        return worked is not null && Unmended().Exists(failure => KeyKinds.Contains(Kind(failure)) && failure.Time > worked.Time) ? ("false", null) : ("true", key.Time);
    }

    private (string Value, DateTimeOffset? At)? Unchanged()
    {
        if (Migrated is not { } migrated || Key is not { } newest || newest.Time < migrated)
            return null;
        var keys = Sorted.Where(e => e.Type == EventType.KeySaved).ToList();
        foreach (var (key, next) in keys.Zip(keys.Skip(1)).Where(pair => pair.First.KeyFingerprint == newest.KeyFingerprint))
        {
            var with = Sorted.SkipWhile(e => e != key).TakeWhile(e => e != next).ToList();
            var failed = with.Any(e => e.Error is not null && e.Time >= migrated && (KeyKinds.Contains(Kind(e)) || Kind(e) is "permission-denied" or "region-mismatch"));
            // One that had worked was cut off by the migration itself.
            if (failed && (key.Time >= migrated || !with.Exists(e => Worked(e) is not null)))
                return ("true", newest.Time);
        }
        return ("false", newest.Time);
    }

    private (string Value, DateTimeOffset? At)? Retried()
    {
        var from = Key?.Time ?? Migrated ?? DateTimeOffset.MinValue;
        if (Unmended().LastOrDefault(failure => failure.Time >= from && !Passing.Contains(Kind(failure))) is { } failing)
            return ("fails", failing.Time);
        var successes = Sorted.Where(e => Worked(e) is not null && e.Time >= from).ToList();
        if (successes.Count == 0 && Sorted.Count(e => e.Type == EventType.PatientSearchCompleted && e.Time >= from) >= 3)
            return ("fails", null);
        if (!Complains)
            return successes.Count == 0 ? ("not-tried", null) : null;
        if (complained >= now)
            return null;
        var proofs = parts.Select(part => successes.LastOrDefault(success => success.Time > complained && Proves(part, success))).ToList();
        return proofs.Contains(null) ? null : ("works", proofs.Max(proof => proof!.Time));
    }

    private bool Proves(string part, IntegrationEvent success) => part switch
    {
        "nothing" => false,
        "push" => Worked(success) == Operation.NotePush,
        "search" => Worked(success) == Operation.PatientSearch,
        "key" => Key?.Time > complained,
        _ => true,
    };

    private static bool IsComplaint(string fact, string value) => fact is "symptom" or "errorText" || (fact == "patientSearch" && value is not ("works" or "not-tried"))
        || (fact == "retriedAfterReentry" && value == "fails") || (fact == "keyAccess" && value is "cannot-see-api-keys" or "admin-cannot-help");

    // What is complained of, and what would prove it as things stand at this moment.
    private void Hear()
    {
        var complaints = said.Where(answer => IsComplaint(answer.Key, answer.Value.Value)).ToList();
        complained = complaints.Select(answer => (DateTimeOffset?)answer.Value.At).Append(opening?.At).Max();
        if (complained is not null && reopened > complained)
            complained = reopened;
        // A symptom that was chosen at the opening or after it is what is meant, unless what proves it proves the opening too.
        var meansAnother = opening is { } trouble && said.TryGetValue("symptom", out var symptom) && symptom.At >= trouble.At
            && PartsOf("symptom", symptom.Value).All(part => part == "nothing" || (trouble.Part != "any" && part is not ("any" or "key") && part != trouble.Part));
        meant = meansAnother ? null : opening;
        parts = [.. complaints.SelectMany(answer => PartsOf(answer.Key, answer.Value.Value)), .. meant is { } open ? [open.Part] : Array.Empty<string>()];
        if (parts.Count == 0)
            parts = [.. WhatFails()];
    }

    private IEnumerable<string> PartsOf(string fact, string value) => (fact, value) switch
    {
        ("symptom", "notes-not-pushing" or "permission-error") => ["push"],
        ("symptom", "no-patients-recognised") => ["search"],
        ("symptom", "one-patient-missing" or "worried-about-data" or "integration-not-visible") => ["nothing"],
        ("symptom", "key-not-accessible") => ["key"],
        ("symptom", "server-error" or "other") => WhatFails(),
        ("symptom", _) => ["any"],
        ("patientSearch", "none-recognised") => ["search"],
        ("patientSearch", _) => ["nothing"],
        ("keyAccess", _) => ["key"],
        ("errorText", _) => Unmended().LastOrDefault(failure => failure.Error!.Message == value)?.Operation == Operation.NotePush ? ["push"] : OfText(KindOf(value)),
        _ => [],
    };

    private IEnumerable<string> OfText(string kind) => kind switch
    {
        "patient-not-linked" or "invalid-request" or "permission-denied" => ["push"],
        "no-patients-recognised" => ["search"],
        "server-error" or "unknown" => WhatFails(),
        _ => ["any"],
    };

    private IEnumerable<string> WhatFails() => Unmended() is { Count: > 0 } failing ? failing.Select(failure => Part(failure.Operation)).Distinct() : ["push"];

    private static string Part(Operation? operation) => operation switch { Operation.NotePush => "push", Operation.PatientSearch => "search", _ => "any" };
}
