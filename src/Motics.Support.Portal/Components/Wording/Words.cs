using Motics.Support.Core.Events;
using Motics.Support.Core.Incidents;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Providers;
using Motics.Support.Core.Wording;

namespace Motics.Support.Portal.Components.Wording;

/// <summary>
/// The one place where values become the words of the people at work. No page writes an enumeration value or a wire name.
/// </summary>
public static partial class Words
{
    private static readonly string[] Names = [.. Enum.GetValues<Ehr>().Where(ehr => ehr != Ehr.None).Select(Labels.Of), "Motics"];

    /// <summary>The EHR in a sentence where it may be unknown: "Nookal", else "the EHR".</summary>
    public static string OrTheEhr(Ehr? ehr) => ehr is null or Ehr.None ? "the EHR" : Labels.Of(ehr.Value);

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

    /// <summary>"by an owner", "by a member".</summary>
    public static string ByA(MoticsRole role) => role is MoticsRole.Owner or MoticsRole.Admin or MoticsRole.Observer
        ? $"by an {Lower(Labels.Of(role))}"
        : $"by a {Lower(Labels.Of(role))}";

    /// <summary>Where an EHR's account lives: "Nookal AU/NZ", "Cliniko uk1", "Meddbase".</summary>
    public static string Place(Ehr? ehr, string? place) => ehr switch
    {
        null => "EHR not known",
        { } known when known.Profile().Places is not null && !string.IsNullOrEmpty(place) => $"{Labels.Of(known)} {OfPlace(place)}",
        { } other => Labels.Of(other),
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
