using Motics.Support.Portal.Components;

namespace Motics.Support.Portal.Hosting;

/// <summary>The way of a request, from the outside in.</summary>
internal static class Pipeline
{
    public static void Use(WebApplication app)
    {
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapControllers();
        app.MapPortalComponents();
    }
}
