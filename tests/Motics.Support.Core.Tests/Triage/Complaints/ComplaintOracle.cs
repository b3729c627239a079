namespace Motics.Support.Core.Tests.Triage.Complaints;

/// <summary>
/// "What the clinic says now beats what events said before" of <c>triage.md</c> once more, in plain code that shares nothing with the product. Names are
/// those of the contract, times are hours ago.
/// </summary>
internal sealed record ComplaintOracle(string? Symptom, string? TextKind, string Other)
{
    /// <summary>When each operation last succeeded, when the newest key was saved, and what fails and since when.</summary>
    internal sealed record History(double? Search, double? Push, double? Verify, double? Key, (string Operation, string Kind, double Ago)? Failing);

    private const double MigratedHoursAgo = 5 * 24;

    private static readonly string[] Any = ["search", "push", "verify"];

    /// <summary>An agent gave a symptom, an error text, or an answer that says that something is wrong.</summary>
    public bool Complains => Symptom is not null || TextKind is not null || Other.Length > 0;

    /// <summary>What events say of trying again.</summary>
    /// <param name="history">What happened.</param>
    /// <param name="told">When the complaint was given.</param>
    public string? Retried(History history, double told)
    {
        var from = history.Key ?? MigratedHoursAgo;
        // While a failure after it is unmended. Timeouts, rate limits, unavailability and server errors decide nothing.
        if (history.Failing is { } failing && failing.Ago <= from && failing.Kind is not ("timeout" or "rate-limited" or "ehr-unavailable" or "server-error"))
            return "fails";
        var succeeded = Since(history, "search", from) || Since(history, "push", from) || Since(history, "verify", from);
        // Without a complaint nothing is resolved by events.
        if (!Complains)
            return succeeded ? null : "not-tried";
        return Parts(history).All(part => Proven(part, history, from, told)) ? "works" : null;
    }

    /// <summary>The key in use was there before the complaint, something has worked with it since the migration, and it was not refused.</summary>
    public bool KeyWorked(History history, double told)
    {
        var from = history.Key ?? MigratedHoursAgo;
        return !(history.Key < told && Complains) && history.Failing is not { Kind: "authentication-failed" }
            && (Since(history, "search", from) || Since(history, "push", from) || Since(history, "verify", from));
    }

    // With symptom and text both must be proven. That it still fails has no proof of its own beside another complaint.
    private IEnumerable<string> Parts(History history)
    {
        if (Symptom is not null)
            yield return OfSymptom(history);
        if (TextKind is not null)
            yield return OfText(history);
        if (Other is "patientSearch=none-recognised")
            yield return "search";
        else if (Other.StartsWith("patientSearch", StringComparison.Ordinal))
            yield return "nothing";
        else if (Other.StartsWith("keyAccess", StringComparison.Ordinal))
            yield return "key";
        else if (Other.Length > 0 && Symptom is null && TextKind is null)
            yield return WhatFails(history);
    }

    private string OfSymptom(History history) => Symptom switch
    {
        "notes-not-pushing" or "permission-error" => "push",
        "no-patients-recognised" => "search",
        "disconnected" or "authentication-failed" or "missing-api-key" or "credentials-not-found" or "integration-disabled" => "any",
        "region-error" => "any",
        "server-error" or "other" => WhatFails(history),
        "key-not-accessible" => "key",
        "one-patient-missing" or "worried-about-data" or "integration-not-visible" => "nothing",
        _ => throw new InvalidOperationException(Symptom),
    };

    private string OfText(History history) => TextKind switch
    {
        "disconnected" or "authentication-failed" or "missing-api-key" or "credentials-not-found" or "integration-disabled" => "any",
        "region-mismatch" or "timeout" or "rate-limited" or "ehr-unavailable" => "any",
        "no-patients-recognised" => "search",
        "patient-not-linked" or "invalid-request" or "permission-denied" => "push",
        "server-error" or "unknown" => WhatFails(history),
        _ => throw new InvalidOperationException(TextKind),
    };

    // A success of the operation that fails by events, else a pushed note. Failures of "other" and "verify" are mended by any success.
    private static string WhatFails(History history) => history.Failing?.Operation switch
    {
        null or "note-push" => "push",
        "patient-search" => "search",
        _ => "any",
    };

    private static bool Proven(string part, History history, double from, double told) => part switch
    {
        "nothing" => false,
        // A key saved after the complaint, and any success with that key.
        "key" => history.Key < told && Any.Any(operation => Since(history, operation, from) && After(history, operation, told)),
        "any" => Any.Any(operation => Since(history, operation, from) && After(history, operation, told)),
        _ => Since(history, part, from) && After(history, part, told),
    };

    private static bool Since(History history, string operation, double from) => At(history, operation) <= from;

    private static bool After(History history, string operation, double told) => At(history, operation) < told;

    private static double? At(History history, string operation) => operation switch
    {
        "search" => history.Search,
        "push" => history.Push,
        _ => history.Verify,
    };
}
