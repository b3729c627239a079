using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;

namespace Motics.Support.Portal.Api;

/// <summary>What an action answers beside JSON.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AlsoAnswersAttribute(params string[] mediaTypes) : Attribute
{
    public IReadOnlyList<string> MediaTypes { get; } = mediaTypes;
}

/// <summary>Refuses with 406 what a caller could not read, before anything is done: a change that was made but not told would be made twice.</summary>
internal sealed class AcceptFilter : IResourceFilter
{
    private static readonly string[] Always = ["application/json", Problems.ContentType];

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var also = context.ActionDescriptor.EndpointMetadata.OfType<AlsoAnswersAttribute>().SelectMany(answers => answers.MediaTypes);
        var accepted = context.HttpContext.Request.GetTypedHeaders().Accept;
        if (accepted.Count > 0 && !Always.Concat(also).Any(type => accepted.Any(range => Covers(range, type))))
        {
            context.Result = new ProblemResult(Problems.Of(StatusCodes.Status406NotAcceptable, StatusWords.Of(StatusCodes.Status406NotAcceptable)));
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    /// <summary>True when the caller would rather have this type than JSON.</summary>
    public static bool Prefers(HttpRequest request, string mediaType) =>
        Quality(request, mediaType) > Quality(request, Always[0]);

    // The most telling range decides: "text/markdown" before "text/*" before "*/*".
    private static double Quality(HttpRequest request, string type) =>
        request.GetTypedHeaders().Accept.Where(range => Covers(range, type))
            .OrderByDescending(range => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2)
            .Select(range => range.Quality ?? 1).FirstOrDefault();

    private static bool Covers(MediaTypeHeaderValue range, string type) =>
        (range.Quality ?? 1) > 0 && (range.MatchesAllTypes
            || range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)
            || (range.MatchesAllSubTypes && type.StartsWith($"{range.Type}/", StringComparison.OrdinalIgnoreCase)));
}
