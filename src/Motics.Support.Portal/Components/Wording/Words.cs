using Motics.Support.Core.Events;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Providers;

namespace Motics.Support.Portal.Components.Wording;

/// <summary>
/// The one place where values become the words of the people at work. No page writes an enumeration value or a wire name.
/// </summary>
public static partial class Words
{
    private static readonly string[] Names = [.. Enum.GetValues<Ehr>().Where(ehr => ehr != Ehr.None).Select(Of), "Motics"];

    public static string Of(Ehr ehr) => ehr.Profile().Name;

    /// <summary>The EHR in a sentence where it may be unknown: "Nookal", else "the EHR".</summary>
    public static string OrTheEhr(Ehr? ehr) => ehr is null or Ehr.None ? "the EHR" : Of(ehr.Value);

    public static string Of(NookalRegion region) => region switch
    {
        NookalRegion.AuNz => "AU/NZ",
        NookalRegion.Eu => "EU",
        _ => "US",
    };

    public static string Of(Health health) => health switch
    {
        Health.NeedsKey => "Needs key",
        Health.Unverified => "Key saved, unproven",
        Health.Failing => "Failing",
        Health.Connected => "Connected",
        Health.Disabled => "Switched off",
        Health.NotApplicable => "Other EHR",
        _ => "Not known yet",
    };

    /// <summary>What a state means, for its filter and its hint.</summary>
    public static string Meaning(Health health) => health switch
    {
        Health.NeedsKey => "No key has been saved since the migration or the last success, and nothing works.",
        Health.Unverified => "A key was saved, and nothing has succeeded or failed with it yet.",
        Health.Failing => "Something that was tried failed, and nothing has shown since that it works again.",
        Health.Connected => "Something has worked, and nothing fails.",
        Health.Disabled => "The integration was switched off in Motics.",
        Health.NotApplicable => "The migration did not disconnect this EHR: there is nothing to reconnect.",
        _ => "There are no events yet that would tell.",
    };

    public static string Of(IncidentStatus status) => status switch
    {
        IncidentStatus.Suspected => "Outage suspected",
        IncidentStatus.Confirmed => "Outage confirmed",
        _ => "Outage over",
    };

    public static string Of(KeyType type) => type switch
    {
        KeyType.BasicKeyV3 => "Basic Key v3",
        KeyType.SpaceApiKey => "Space API Key",
        _ => "v2 key",
    };

    public static string Of(MoticsRole role) => role switch
    {
        MoticsRole.Owner => "Owner",
        MoticsRole.CoOwner => "Co-owner",
        MoticsRole.Admin => "Admin",
        MoticsRole.Member => "Member",
        _ => "Observer",
    };

    /// <summary>"by an owner", "by a member".</summary>
    public static string ByA(MoticsRole role) => role is MoticsRole.Owner or MoticsRole.Admin or MoticsRole.Observer
        ? $"by an {Lower(Of(role))}"
        : $"by a {Lower(Of(role))}";

    public static string Of(Operation operation) => operation switch
    {
        Operation.PatientSearch => "Patient search",
        Operation.NotePush => "Pushing notes",
        Operation.Verify => "Connection check",
        _ => "Another call",
    };

    /// <summary>Where an EHR's account lives: "Nookal AU/NZ", "Cliniko uk1", "Meddbase".</summary>
    public static string Place(Ehr? ehr, string? place) => ehr switch
    {
        null => "EHR not known",
        { } known when known.Profile().Places is not null && !string.IsNullOrEmpty(place) => $"{Of(known)} {OfPlace(place)}",
        { } other => Of(other),
    };

    /// <summary>The name, or for a stub what we have instead.</summary>
    public static string NameOf(string? name, string id) => string.IsNullOrWhiteSpace(name) ? id : name;

    /// <summary>"1 ticket", "3 tickets", "1,204 tickets".</summary>
    public static string Count(long count, string one, string many) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count:#,0} {(count == 1 ? one : many)}");

    /// <summary>A number with separators.</summary>
    public static string Number(long number) => number.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The first letter small, for the middle of a sentence; short forms such as "EHR" and names stay.</summary>
    public static string Lower(string words) =>
        words.Length < 2 || char.IsUpper(words[1]) || Names.Any(name => IsFirst(name, words)) ? words : char.ToLowerInvariant(words[0]) + words[1..];

    private static bool IsFirst(string name, string words) =>
        words.StartsWith(name, StringComparison.Ordinal) && (words.Length == name.Length || !char.IsLetterOrDigit(words[name.Length]));
}
