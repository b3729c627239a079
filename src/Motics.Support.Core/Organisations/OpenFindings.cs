using System.Globalization;
using Motics.Support.Core.Organisations.Providers;

namespace Motics.Support.Core.Organisations;

/// <summary>What is worth knowing of a clinic whose events decide nothing: what did not happen is a finding too.</summary>
/// <param name="Title">The finding in a few words.</param>
/// <param name="Found">What it rests on, as sentences with absolute times.</param>
/// <param name="Next">What to do now, in order.</param>
/// <param name="WantsAttention">The clinic is stuck although nothing failed.</param>
public sealed record OpenFindings(string Title, IReadOnlyList<string> Found, IReadOnlyList<string> Next, bool WantsAttention)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(2);

    /// <summary>The findings as of a moment, from what is kept folded and counted.</summary>
    public static OpenFindings Of(OrganisationDetail organisation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        var seen = new Standing(organisation, now);
        return new(TitleOf(seen), [.. Sentences(seen).OfType<string>()], [.. NextOf(seen)], seen.Copied.Notes > 0);
    }

    private static string TitleOf(Standing seen) => seen switch
    {
        { Copied.Notes: > 0 } => $"Nothing failed, yet {seen.Copied.Words} copied out by hand in {CopiedNotes.DaysCounted} days",
        { Organisation.FirstEventAt: null } => "Nothing has been heard of this clinic yet",
        { IsQuiet: true } => "Nothing has been heard of this clinic lately",
        { MigratedAt: null } => "Not migrated to Motics OS yet, and nothing fails",
        _ => "Nothing that is known says what is wrong",
    };

    private static IEnumerable<string?> Sentences(Standing seen)
    {
        yield return seen.MigratedAt is { } migrated && seen.NeverReconnected ? $"No key was saved since the migration on {Day(migrated)}{Ago(seen.Now - migrated)}." : null;
        yield return seen is { MigratedAt: not null, WasTried: false } ? "Nothing was tried since: no search, no note pushed, no check of the connection." : null;
        yield return seen.MigratedAt is not null && seen.Organisation.SearchesSinceMigration is { Total: > 0 } searches
            ? $"{searches.InWords()} since the migration." : null;
        yield return seen.Copied.Notes > 0 ? $"{seen.Copied.Words} copied out by hand in the last {CopiedNotes.DaysCounted} days, on {Days(seen.Copied.Days)} of them: the clinic works around it." : null;
        yield return seen.Organisation.LastSuccessAt is { } worked ? $"What worked last was on {Moment.Utc(worked)}." : seen.Organisation.FirstEventAt is null ? null : "Nothing has ever worked since events began.";
        yield return seen.Organisation.FirstEventAt is null ? "No event has come from it." : seen is { IsQuiet: true, Organisation.LastEventAt: { } heard } ? $"Silent since {Moment.Utc(heard)}." : null;
        yield return seen.Organisation.Ehr is null or Ehr.None ? "No event has said which EHR it uses." : null;
    }

    private static IEnumerable<string> NextOf(Standing seen)
    {
        if (seen.Copied.Notes > 0)
            yield return "Ask why they copy: every note costs them a minute by hand.";
        if (seen.Organisation.Ehr is null or Ehr.None)
            yield return "Ask which EHR they use.";
        yield return seen is { MigratedAt: null, Organisation.FirstEventAt: not null }
            ? "When the clinic reports something, ask what exactly they see, and start the triage with it."
            : "Ask what they see when they search for a patient or push a note, and start the triage with it.";
    }

    private static string Days(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Ago(TimeSpan age) => (int)age.TotalDays switch { < 1 => "", 1 => ", a day ago", var days => string.Create(CultureInfo.InvariantCulture, $", {days} days ago") };

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);


    private sealed record Standing(OrganisationDetail Organisation, DateTimeOffset Now)
    {
        // A migration that is planned is none yet.
        public DateTimeOffset? MigratedAt => Organisation.MigratedAt <= Now ? Organisation.MigratedAt : null;

        public CopiedNotes Copied => Organisation.Copied;

        public bool NeverReconnected => Organisation.IsNeverReconnected(Now);

        public bool WasTried => Organisation.SearchesSinceMigration.Total > 0
            || Organisation.Operations.Any(operation => operation.LastSuccessAt >= MigratedAt || operation.LastFailureAt >= MigratedAt);

        // Older than the raw events that are kept: long ago, though nobody can say when.
        public bool IsQuiet => Organisation.FirstEventAt is not null && !(Now - Organisation.LastEventAt < Quiet);
    }
}
