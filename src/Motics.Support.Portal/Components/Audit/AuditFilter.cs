using Microsoft.AspNetCore.WebUtilities;
using Motics.Support.Core.Audit;

namespace Motics.Support.Portal.Components.Audit;

/// <summary>The filters of the audit as they stand in its address; each an exact match, null for none.</summary>
/// <param name="Actor">Id of a person, <c>token:NAME</c> or <c>system</c>.</param>
/// <param name="Action">A dotted verb.</param>
/// <param name="Target"><c>kind:id</c>.</param>
public sealed record AuditFilter(string? Actor = null, string? Action = null, string? Target = null)
{
    public const string Path = Links.Audit;

    /// <summary>The link to the audit with these filters.</summary>
    public string Url => QueryHelpers.AddQueryString(Path, new Dictionary<string, string?>
    {
        ["actor"] = Actor,
        ["action"] = Action,
        ["target"] = Target,
    }.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)));

    /// <summary>True when nothing is filtered.</summary>
    public bool IsPlain => Url == Path;

    /// <summary>What the store is asked.</summary>
    public AuditQuery Query(string? cursor) => new(Given(Actor), Given(Action), Given(Target), cursor);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
