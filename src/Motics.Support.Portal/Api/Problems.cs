using System.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Portal.Api.Json;

namespace Motics.Support.Portal.Api;

/// <summary>An error as the API answers it (RFC 9457). Never holds the text of an exception, never repeats a refused value.</summary>
/// <param name="Type"><c>about:blank</c>: the status says which sort it is.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">A sentence: what is wrong and what would be accepted.</param>
public sealed record Problem(string Type, string Title, int Status, string Detail)
{
    /// <summary>What is wrong with which field; null when it is about no field.</summary>
    public IReadOnlyList<FieldError>? Errors { get; init; }

    /// <summary>What an escalation still needs: fact names, <c>criterion</c>, <c>screenshot</c>; null otherwise.</summary>
    public IReadOnlyList<string>? Missing { get; init; }

    /// <summary>What somebody else changed since the version that the caller saw; null otherwise.</summary>
    public IReadOnlyList<string>? Changes { get; init; }

    /// <summary>The version now, when the caller's is stale; null otherwise.</summary>
    public int? CurrentVersion { get; init; }

    /// <summary>What to read before saying so again with <c>confirmed</c>; null otherwise.</summary>
    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>Of an intake or import of which nothing was good; null otherwise.</summary>
    public int? Accepted { get; init; }

    /// <summary>As <see cref="Accepted"/>.</summary>
    public int? Duplicates { get; init; }

    /// <summary>As <see cref="Accepted"/>: each event or line, and what is wrong with it.</summary>
    public IReadOnlyList<object>? Rejected { get; init; }

    /// <summary>Under which the log has the request.</summary>
    public string? TraceId { get; init; }
}

/// <summary>Makes and writes problem documents: the only way in which the API says no.</summary>
internal static class Problems
{
    public const string ContentType = "application/problem+json";

    public static Problem Of(int status, string detail) => new("about:blank", ReasonPhrases.GetReasonPhrase(status), status, detail);

    /// <summary>Which permission is missing, in words of tokens and of people.</summary>
    public static string Needed(string? permission) => Enum.TryParse<Permission>(permission, out var needed)
        ? $"This needs the permission {needed}. Scopes that carry it: {Names(Grants.ByScope, needed)}. Roles: {Names(Grants.ByRole, needed)}."
        : "You may not do this.";

    public static async Task WriteAsync(HttpContext context, Problem problem)
    {
        if (context.Response.HasStarted)
        {
            return;
        }

        context.Response.StatusCode = problem.Status;
        var named = problem with { TraceId = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier };
        await context.Response.WriteAsJsonAsync(named, ApiJson.Problems, ContentType, CancellationToken.None);
    }

    public static Task WriteAsync(HttpContext context, int status, string detail) => WriteAsync(context, Of(status, detail));

    private static string Names(IEnumerable<KeyValuePair<string, System.Collections.Frozen.FrozenSet<Permission>>> grants, Permission needed) =>
        string.Join(", ", grants.Where(grant => grant.Value.Contains(needed)).Select(grant => grant.Key).Order(StringComparer.Ordinal).DefaultIfEmpty("none"));
}
