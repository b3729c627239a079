namespace Motics.Support.Portal.Hosting;

/// <summary>
/// What holds when nothing is configured: environment Development, the program's own folder as content root (so that its settings are
/// found wherever it is started from), and an address that only this machine reaches. There is no launchSettings.json on purpose:
/// <c>dotnet run</c> would let it override the caller's environment variables.
/// </summary>
internal static class PortalDefaults
{
    private static readonly string[] EnvironmentKeys = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];
    private static readonly string[] UrlKeys = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];

    public static WebApplicationOptions Options(string[] args) => new()
    {
        Args = args,
        EnvironmentName = IsToldEnvironment(args) ? null : Environments.Development,
        ContentRootPath = IsTold(args, "contentRoot", "ASPNETCORE_CONTENTROOT", "DOTNET_CONTENTROOT") ? null : AppContext.BaseDirectory,
    };

    /// <summary>For the commands; their arguments are their own, settings come from files and the environment.</summary>
    public static HostApplicationBuilderSettings CommandOptions()
    {
        var options = Options([]);
        // Host.CreateApplicationBuilder knows the DOTNET_ variables only; the portal's settings are ASP.NET Core's.
        return new HostApplicationBuilderSettings
        {
            EnvironmentName = options.EnvironmentName ?? Environment.GetEnvironmentVariable(EnvironmentKeys[0]),
            ContentRootPath = options.ContentRootPath ?? Environment.GetEnvironmentVariable("ASPNETCORE_CONTENTROOT"),
        };
    }

    public static void Apply(WebApplicationBuilder builder)
    {
        // The manifest of build output is only read in Development by default; "dotnet run" in Production needs it too.
        builder.WebHost.UseStaticWebAssets();
        if (!UrlKeys.Any(key => builder.Configuration.GetSection(key).Exists()))
        {
            builder.WebHost.UseUrls(PortalHost.DefaultUrl);
        }
    }

    private static bool IsToldEnvironment(string[] args) => IsTold(args, "environment", EnvironmentKeys);

    private static bool IsTold(string[] args, string option, params string[] variables) =>
        variables.Any(name => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)))
        || args.Any(arg => arg.StartsWith($"--{option}", StringComparison.OrdinalIgnoreCase));
}
