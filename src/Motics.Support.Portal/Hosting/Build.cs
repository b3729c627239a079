namespace Motics.Support.Portal.Hosting;

/// <summary>Which build this process is. Pages carry it, and ask for it again, so that an open one notices when another is served.</summary>
internal static class Build
{
    /// <summary>Where open pages ask for it.</summary>
    public const string Path = "/build";

    /// <summary>Another one for every build that differs; says nothing else.</summary>
    public static string Id { get; } = typeof(Build).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>When this process was started: what it counts for itself is counted since.</summary>
    public static DateTimeOffset Started { get; } = StartOfProcess();

    /// <summary><c>GET /build</c>: the build that answers, for who is signed in.</summary>
    public static void MapBuild(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.Text(Id);
        }).RequireAuthorization(Access.PermissionPolicies.Colleague).ExcludeFromDescription();

    private static DateTimeOffset StartOfProcess()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.StartTime;
    }
}
