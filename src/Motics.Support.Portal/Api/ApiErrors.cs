using Motics.Support.Data;
using Motics.Support.Portal.Access;

namespace Motics.Support.Portal.Api;

/// <summary>The outer edge of the API: what nobody answered becomes a problem document, never a page and never an exception's text.</summary>
internal static class ApiErrors
{
    private const string RetryAfterSeconds = "5";

    public static void UseApiErrors(this IApplicationBuilder app)
    {
        app.Use(CatchAsync);
        app.UseStatusCodePages(pages => pages.HttpContext.Request.IsApi()
            ? Problems.WriteAsync(pages.HttpContext, pages.HttpContext.Response.StatusCode, StatusWords.Of(pages.HttpContext.Response.StatusCode))
            : Task.CompletedTask);
    }

    private static async Task CatchAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (DatabaseUnavailableException unavailable) when (!context.Response.HasStarted)
        {
            Log(context).LogError(unavailable, "The database could not be used; the caller was asked to send it again");
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
            await Problems.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, unavailable.MayBeKept
                ? "The database went away while this was being stored, and it is not known whether it was. After the time in Retry-After, look whether it is there before you send it again."
                : "The database cannot be used at the moment. Send it again after the time in Retry-After; nothing of it was stored.");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away: there is nobody to answer.
        }
    }

    private static ILogger Log(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ApiErrors));
}
