using Motics.Support.Data;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Api;
using Motics.Support.Portal.Components;
using Motics.Support.Portal.Logging;

namespace Motics.Support.Portal.Hosting;

/// <summary>The way of a request, from the outside in.</summary>
internal static class Pipeline
{
    public static void Use(WebApplication app)
    {
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseRequestLine();
        app.UseWellFormed();
        UseErrors(app);
        app.UseCircuitWall();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        Map(app);
    }

    private static void UseErrors(WebApplication app)
    {
        app.UseWhen(context => context.Request.IsApi(), api =>
        {
            api.UseExceptionHandler(failed => failed.Run(context => Problems.WriteAsync(context, StatusCodes.Status500InternalServerError, StatusWords.Of(500))));
            api.UseApiErrors();
            api.UseBadBodies();
        });
        app.UseWhen(context => !context.Request.IsApi(), pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/failed",
                CreateScopeForErrors = true,
                StatusCodeSelector = failure => failure is DatabaseUnavailableException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
            });
            pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
            pages.UseBadBodies();
        });
    }

    private static void Map(WebApplication app)
    {
        app.MapControllers();
        app.MapOpenApi("/openapi/{documentName}.json").RequireAuthorization(PermissionPolicies.Colleague);
        app.MapBuild();
        app.MapPortalComponents();
    }
}
