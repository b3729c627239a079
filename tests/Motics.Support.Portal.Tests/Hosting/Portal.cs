using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Motics.Support.Core.Access;
using Motics.Support.Data.Access;
using Motics.Support.Portal.Configuration;
using Serilog.Core;

namespace Motics.Support.Portal.Tests.Hosting;

/// <summary>The whole portal in this process, on a database of its own in a temporary folder, without demo data.</summary>
public sealed class Portal : WebApplicationFactory<PortalSettings>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("motics-portal-");
    private readonly Dictionary<string, string> _settings = new() { ["Demo:Enabled"] = "false", ["RateLimit:RequestsPerSecond"] = "100000" };

    /// <summary>With further settings.</summary>
    public static Portal With(params (string Key, string Value)[] settings) => With(_ => { }, settings);

    /// <summary>With further settings, and services beside or in the place of the portal's own.</summary>
    public static Portal With(Action<IServiceCollection> services, params (string Key, string Value)[] settings)
    {
        var portal = new Portal { Instead = services };
        foreach (var (key, value) in settings)
        {
            portal._settings[key] = value;
        }

        return portal;
    }

    /// <summary>Everything that was logged, as the sinks get it.</summary>
    public LogRecord Log { get; } = new();

    /// <summary>Services to take the place of the portal's own.</summary>
    public Action<IServiceCollection> Instead { get; init; } = _ => { };

    public string DatabaseFile => Path.Combine(_folder.FullName, "portal.db");

    /// <summary>A client with a new token of these scopes; none for somebody unknown.</summary>
    public async Task<HttpClient> ClientAsync(params string[] scopes)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = ClientOptions.BaseAddress });
        if (scopes.Length > 0)
        {
            var name = $"test-{Guid.CreateVersion7():N}";
            var made = await Services.GetRequiredService<TokenStore>().CreateAsync(name, scopes, Actor.System, TestContext.Current.CancellationToken);
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made.Value!.Secret);
        }

        return client;
    }

    /// <summary>A client that may do everything.</summary>
    public Task<HttpClient> AdminAsync() => ClientAsync(Grants.AdminScope, Grants.EventsWriteScope, Grants.SupportReadScope, Grants.SupportWriteScope);

    /// <summary>A browser that signed in as a role of the demo.</summary>
    public async Task<HttpClient> BrowserAsync(string role)
    {
        var browser = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        using var answer = await browser.GetAsync($"/dev/sign-in?as={role}", TestContext.Current.CancellationToken);
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        return browser;
    }

    /// <summary>Puts something in the database's place that is none.</summary>
    public void LoseDatabase()
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in _folder.GetFiles("portal.db*"))
        {
            file.Delete();
        }

        File.WriteAllText(DatabaseFile, new string('x', 8192));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("ConnectionStrings:Support", $"Data Source={DatabaseFile}");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<ILogEventSink>(Log);
            Instead(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _folder.Exists)
        {
            SqliteConnection.ClearAllPools();
            _folder.Delete(recursive: true);
        }
    }
}
