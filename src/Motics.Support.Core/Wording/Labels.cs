using Motics.Support.Core.Errors;
using Motics.Support.Core.Events;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Providers;
using Motics.Support.Core.Search;

namespace Motics.Support.Core.Wording;

/// <summary>
/// What people call the values of enumerations: one table for pages, packets, replies, logs and the playbook's answers. Every value is named, so that a new one does not build
/// before it has a label.
/// </summary>
public static partial class Labels
{
    /// <summary>"Cliniko"; "None" for no connection.</summary>
    public static string Of(Ehr ehr) => ehr.Profile().Name;

    /// <summary>"AU/NZ".</summary>
    public static string Of(NookalRegion region) => region switch
    {
        NookalRegion.AuNz => "AU/NZ",
        NookalRegion.Eu => "EU",
        NookalRegion.Us => "US",
    };

    /// <summary>"Needs key".</summary>
    public static string Of(Health health) => health switch
    {
        Health.NeedsKey => "Needs key",
        Health.Unverified => "Key saved, unproven",
        Health.Failing => "Failing",
        Health.Connected => "Connected",
        Health.Disabled => "Switched off",
        Health.NotApplicable => "Other EHR",
        Health.Unknown => "Not known yet",
    };

    /// <summary>"Outage suspected".</summary>
    public static string Of(IncidentStatus status) => status switch
    {
        IncidentStatus.Suspected => "Outage suspected",
        IncidentStatus.Confirmed => "Outage confirmed",
        IncidentStatus.Over => "Outage over",
    };

    /// <summary>"Basic Key v3".</summary>
    public static string Of(KeyType type) => type switch
    {
        KeyType.BasicKeyV3 => "Basic Key v3",
        KeyType.SpaceApiKey => "Space API Key",
        KeyType.V2Key => "v2 key",
    };

    /// <summary>"Co-owner".</summary>
    public static string Of(MoticsRole role) => role switch
    {
        MoticsRole.Owner => "Owner",
        MoticsRole.CoOwner => "Co-owner",
        MoticsRole.Admin => "Admin",
        MoticsRole.Member => "Member",
        MoticsRole.Observer => "Observer",
    };

    /// <summary>"Pushing notes".</summary>
    public static string Of(Operation operation) => operation switch
    {
        Operation.PatientSearch => "Patient search",
        Operation.NotePush => "Pushing notes",
        Operation.Verify => "Verifying the connection",
        Operation.Other => "Another action",
    };

    /// <summary>That it succeeded, as the beginning of a sentence: "A note was pushed".</summary>
    public static string Worked(Operation operation) => operation switch
    {
        Operation.PatientSearch => "A search found somebody",
        Operation.NotePush => "A note was pushed",
        Operation.Verify => "The connection was verified",
        Operation.Other => "Something worked",
    };

    /// <summary>The filters of a timeline; <see cref="TimelineKind.Keys"/> of an EHR without keys is called otherwise on its page.</summary>
    public static string Of(TimelineKind kind) => kind switch
    {
        TimelineKind.Errors => "Errors",
        TimelineKind.Keys => "Keys",
        TimelineKind.Searches => "Searches",
        TimelineKind.Successes => "Successes",
        TimelineKind.Tickets => "Tickets",
        TimelineKind.Organisation => "Organisation",
    };

    /// <summary>What a group of search results is: "Tickets".</summary>
    public static string Of(SearchHitKind kind) => kind switch
    {
        SearchHitKind.Organisation => "Organisations",
        SearchHitKind.Ticket => "Tickets",
        SearchHitKind.Escalation => "Escalations",
        SearchHitKind.Event => "Where this reference happened",
        SearchHitKind.ErrorGroup => "Errors",
    };

    /// <summary>The name of a kind of error: "Missing API key".</summary>
    public static string Of(ErrorKind kind) => kind switch
    {
        ErrorKind.Disconnected => "Disconnected",
        ErrorKind.AuthenticationFailed => "Authentication failed",
        ErrorKind.MissingApiKey => "Missing API key",
        ErrorKind.CredentialsNotFound => "Credentials not found",
        ErrorKind.IntegrationDisabled => "Integration switched off",
        ErrorKind.PermissionDenied => "Permission denied",
        ErrorKind.RegionMismatch => "Wrong region",
        ErrorKind.NoPatientsRecognised => "No patients recognised",
        ErrorKind.PatientNotLinked => "Patient not linked",
        ErrorKind.RateLimited => "Too many requests",
        ErrorKind.EhrUnavailable => "EHR unavailable",
        ErrorKind.Timeout => "No answer in time",
        ErrorKind.ServerError => "Server error",
        ErrorKind.InvalidRequest => "Request refused",
        ErrorKind.Unknown => "Not recognised",
    };

    /// <summary>The same as the beginning of a sentence that goes on with "since" or a time: "The API key is missing".</summary>
    public static string Sentence(ErrorKind kind) => kind switch
    {
        ErrorKind.Disconnected => "Disconnected",
        ErrorKind.AuthenticationFailed => "Authentication failed",
        ErrorKind.MissingApiKey => "The API key is missing",
        ErrorKind.CredentialsNotFound => "Credentials were not found",
        ErrorKind.IntegrationDisabled => "The integration is reported as disabled",
        ErrorKind.PermissionDenied => "Permission denied",
        ErrorKind.RegionMismatch => "The region does not match",
        ErrorKind.NoPatientsRecognised => "No patients recognised",
        ErrorKind.PatientNotLinked => "The patient is not linked",
        ErrorKind.RateLimited => "Rate limited",
        ErrorKind.EhrUnavailable => "The EHR is unavailable",
        ErrorKind.Timeout => "Timeouts",
        ErrorKind.ServerError => "Server errors",
        ErrorKind.InvalidRequest => "Requests refused as invalid",
        ErrorKind.Unknown => "Failing for an unknown reason",
    };

    /// <summary>Any label in the middle of a sentence: the first letter small, but "EHR" and "AU/NZ" as they are.</summary>
    public static string Lower(string label) =>
        label is not { Length: > 1 } || char.IsUpper(label[1]) ? label : char.ToLowerInvariant(label[0]) + label[1..];
}
