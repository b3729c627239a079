using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Providers;
using Motics.Support.Core.Triage.Complaints;

namespace Motics.Support.Core.Triage.Evidence;

/// <summary>An organisation as of a moment, what is complained of, and the few things that all evidence is read against.</summary>
internal sealed record Seen(OrganisationDetail Organisation, DateTimeOffset Now, Complaint? Complaint = null)
{
    /// <summary>When it was migrated; null when not known, and while a planned migration lies ahead.</summary>
    public DateTimeOffset? MigratedAt => Organisation.MigratedAt <= Now ? Organisation.MigratedAt : null;

    /// <summary>The newest key; null when none was saved.</summary>
    public KeyEntry? NewestKey => Organisation.KeyHistory.Count > 0 ? Organisation.KeyHistory[0] : null;

    /// <summary>The newest key was saved since the migration. At one time the migration comes first (order of the event table).</summary>
    public bool NewestKeyIsReentry => MigratedAt is { } migrated && NewestKey?.SavedAt >= migrated;

    /// <summary>Since when trying again counts: the newest key, without one the migration. Null for ever.</summary>
    public DateTimeOffset? RetryFrom => NewestKey?.SavedAt ?? MigratedAt;

    /// <summary>"the newest key was saved", where there is one; an EHR that has no keys has credentials.</summary>
    public string KeyWasSaved => Organisation.Ehr?.IsLeftAlone() == true ? "the newest credentials were saved" : "the newest key was saved";

    /// <summary>A fact that the events show.</summary>
    public static KnownFact Fact(string value, DateTimeOffset? at, string evidence) => new(value, FactSource.Events, at, evidence);

    /// <summary>A fact that the events show.</summary>
    public static KnownFact Fact(bool value, DateTimeOffset? at, string evidence) => Fact(value ? "true" : "false", at, evidence);
}
