using System.Globalization;
using Motics.Support.Core.Errors;
using Motics.Support.Core.Organisations.Providers;
using Motics.Support.Core.Wording;

namespace Motics.Support.Core.Organisations;

/// <summary>How a key entry turned out.</summary>
public enum KeyEnding
{
    /// <summary>It is the newest and has worked last.</summary>
    Works,

    /// <summary>It worked until another took its place.</summary>
    Worked,

    /// <summary>It worked until the migration, which switched every key off: nothing was wrong with it.</summary>
    EndedByMigration,

    /// <summary>It worked until the integration was switched off in Motics: nothing was wrong with it.</summary>
    SwitchedOff,

    /// <summary>It had worked, and then failed as a key.</summary>
    FailedLater,

    /// <summary>It failed at the first attempt that judges a key.</summary>
    Failed,

    /// <summary>Something failed that says nothing of a key, and nothing else has judged it.</summary>
    NotJudged,

    /// <summary>Nothing was tried with it.</summary>
    NotTried,
}

/// <summary>
/// What became of a saved key, in the one form that history, packet, its Markdown and timeline tell.
/// </summary>
/// <param name="Ending">How it turned out.</param>
/// <param name="Text">In a few words: "Worked for 97 days, until the migration", "Failed after 7 min".</param>
/// <param name="Why">How that is known, as a sentence with absolute times.</param>
/// <param name="Detail">What it failed with, to stand after <paramref name="Text"/>; null when it says all.</param>
public sealed record KeyStory(KeyEnding Ending, string Text, string Why, string? Detail = null)
{
    /// <summary>Text and detail as one: "Failed after 7 min: authentication failed".</summary>
    public string Whole => Detail is null ? Text : $"{Text}: {Detail}";

    /// <summary>The story of one entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="replacedAt">When the next key was saved; null for the newest.</param>
    /// <param name="migratedAt">Null when not migrated; one that lies ahead counts for none.</param>
    /// <param name="now">For a key still in use.</param>
    public static KeyStory Of(KeyEntry entry, DateTimeOffset? replacedAt, DateTimeOffset? migratedAt, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Outcome switch
        {
            KeyOutcome.Failed when entry.OutcomeKind == ErrorKind.IntegrationDisabled => new(
                KeyEnding.SwitchedOff, replacedAt is null ? "Not judged yet" : "Never judged", $"Tried in vain {Moment.Utc(entry.OutcomeAt ?? entry.SavedAt)}, while the integration was switched off in Motics.", "it was switched off in Motics"),
            KeyOutcome.Failed => Failed(entry),
            KeyOutcome.Worked when EndOf(entry, replacedAt, migratedAt, now) is { } migration => Ended(entry, migration),
            KeyOutcome.Worked when entry.FailedLaterAt is { } later => FailedLater(entry, later),
            KeyOutcome.Worked => Working(entry, replacedAt, now),
            _ when entry.FirstUndecided is { } undecided => NotJudged(undecided, replacedAt is null),
            _ => new(KeyEnding.NotTried, replacedAt is null ? "Not proven yet" : "Never proven", "Nothing has succeeded or failed with it: a search that finds nobody tells nothing."),
        };
    }

    /// <summary>The stories of an organisation's keys, in the order of <see cref="OrganisationDetail.KeyHistory"/>; none at an EHR that has no keys.</summary>
    /// <param name="organisation">As it was read.</param>
    /// <param name="now">For a key still in use.</param>
    public static IReadOnlyList<KeyStory> Of(OrganisationDetail organisation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        if (organisation.Ehr?.IsLeftAlone() == true)
            return [];
        var keys = organisation.KeyHistory;
        return [.. keys.Select((key, index) => index == 0 && IsSwitchedOff(key, organisation, now) ? SwitchedOff(key) : Of(key, index == 0 ? null : keys[index - 1].SavedAt, organisation.MigratedAt, now))];
    }

    /// <summary>The same by when each key was saved; of two saved at one time, the newer.</summary>
    public static IReadOnlyDictionary<DateTimeOffset, KeyStory> BySaving(OrganisationDetail organisation, DateTimeOffset now) =>
        organisation.KeyHistory.Zip(Of(organisation, now)).DistinctBy(pair => pair.First.SavedAt).ToDictionary(pair => pair.First.SavedAt, pair => pair.Second);

    /// <summary>
    /// The key failed and entering it once more cannot help. A key from before the migration that had worked was cut off by the migration itself: entering it once
    /// more is what the help article asks for.
    /// </summary>
    public static bool FailedForGood(KeyEntry entry, DateTimeOffset migratedAt)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.LastDecidingFailureAt >= migratedAt && (entry.SavedAt >= migratedAt || entry.FirstSuccessAt is null);
    }

    // The migration, when it is what ended a key: it was saved and had worked before, was in use when it came, and nothing worked with it since.
    private static DateTimeOffset? EndOf(KeyEntry entry, DateTimeOffset? replacedAt, DateTimeOffset? migratedAt, DateTimeOffset now) =>
        migratedAt is { } migration && migration <= now && entry.SavedAt < migration && !(replacedAt < migration)
        && entry.LastSuccessAt < migration && !(entry.FailedLaterAt < migration) ? migration : null;

    private static KeyStory Ended(KeyEntry entry, DateTimeOffset migration) => new(
        KeyEnding.EndedByMigration, $"Worked for {Span(migration - Start(entry))}, until the migration",
        $"First worked {Moment.Utc(Start(entry))}, last {Moment.Utc(entry.LastSuccessAt ?? Start(entry))}; migrated {Moment.Utc(migration)}. The migration switches every key off: nothing was wrong with this one.");

    // All that fails as a key kind is that it is switched off, which is no key's doing; nothing needs to have failed yet.
    private static bool IsSwitchedOff(KeyEntry newest, OrganisationDetail organisation, DateTimeOffset now) =>
        newest.Outcome == KeyOutcome.Worked && EndOf(newest, null, organisation.MigratedAt, now) is null
        && (FailsAsSwitchedOff(organisation) || (newest.FailedLaterAt is null && organisation.Health == Health.Disabled));

    private static bool FailsAsSwitchedOff(OrganisationDetail organisation) =>
        organisation.Operations.SelectMany(operation => operation.Unmended).Select(failures => failures.Kind).Where(kind => kind.IsKeyKind()).Distinct().ToList() is [ErrorKind.IntegrationDisabled];

    private static KeyStory SwitchedOff(KeyEntry entry) => new(
        KeyEnding.SwitchedOff, $"Worked for {Span((entry.LastSuccessAt ?? Start(entry)) - Start(entry))}, until it was switched off",
        $"First worked {Moment.Utc(Start(entry))}, last {Moment.Utc(entry.LastSuccessAt ?? Start(entry))}; since then the integration is switched off in Motics. Nothing is known to be wrong with this key.");

    private static KeyStory FailedLater(KeyEntry entry, DateTimeOffset later) => new(
        KeyEnding.FailedLater, (entry.LastSuccessAt ?? Start(entry)) - Start(entry) is var worked && worked < TimeSpan.FromMinutes(1) ? "Worked once, then failed" : $"Worked for {Span(worked)}, then failed",
        $"First worked {Moment.Utc(Start(entry))}, failed as a key last {Moment.Utc(later)}.");

    private static KeyStory Working(KeyEntry entry, DateTimeOffset? replacedAt, DateTimeOffset now)
    {
        var why = $"First worked {Moment.Utc(Start(entry))}, last {Moment.Utc(entry.LastSuccessAt ?? Start(entry))}.";
        return replacedAt is { } replaced
            ? new(KeyEnding.Worked, $"Worked for {Span((entry.LastSuccessAt ?? replaced) - Start(entry))}", why)
            : new(KeyEnding.Works, $"Working for {Span(now - Start(entry))}", why);
    }

    private static KeyStory Failed(KeyEntry entry)
    {
        var at = entry.OutcomeAt ?? entry.SavedAt;
        return new(KeyEnding.Failed, $"Failed after {Span(at - entry.SavedAt)}", $"{(entry.OutcomeKind is { } kind ? Labels.Sentence(kind) : "Its first attempt failed")}, {Moment.Utc(at)}.", Lower(entry.OutcomeKind));
    }

    private static KeyStory NotJudged(UndecidedFailure undecided, bool isNewest) => new(
        KeyEnding.NotJudged, isNewest ? "Not judged yet" : "Never judged",
        $"{Labels.Sentence(undecided.Kind)}, {Moment.Utc(undecided.At)}: that says nothing of a key, and nothing else was tried with it.", $"{Undecided(undecided.Kind)} says nothing of a key");

    private static DateTimeOffset Start(KeyEntry entry) => entry.FirstSuccessAt ?? entry.OutcomeAt ?? entry.SavedAt;

    private static string? Lower(ErrorKind? kind) => kind is { } known ? Labels.Lower(Labels.Sentence(known)) : null;

    private static string Undecided(ErrorKind kind) => kind switch
    {
        ErrorKind.Timeout => "a timeout",
        ErrorKind.RateLimited => "a rate limit",
        ErrorKind.EhrUnavailable => "an EHR that is out of reach",
        ErrorKind.ServerError => "a server error",
        ErrorKind.PatientNotLinked => "a session without its patient",
        ErrorKind.InvalidRequest => "a note that is refused",
        ErrorKind.NoPatientsRecognised => "a search that finds nobody",
        _ => "an error that nobody knows",
    };

    private static string Span(TimeSpan span)
    {
        if (span < TimeSpan.FromHours(1))
            return string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (long)Math.Round(span.TotalMinutes))} min");
        if (span < TimeSpan.FromHours(24))
            return string.Create(CultureInfo.InvariantCulture, $"{(long)span.TotalHours} h");
        return (long)span.TotalDays is var days && days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days:#,0} days");
    }
}
