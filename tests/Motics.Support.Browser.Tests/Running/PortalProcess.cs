using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Motics.Support.Browser.Tests.Running;

/// <summary>A real portal in a process of its own, on embedded SQLite in a temporary folder, so that a test can stop it hard and start it again.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    // All of a short test at its most talkative.
    private const int MostLines = 50_000;

    private readonly string folder = Directory.CreateTempSubdirectory("motics-support-").FullName;
    private readonly ConcurrentQueue<string> log = new();
    private readonly Dictionary<string, string> settings;
    private Process? process;

    private PortalProcess(Dictionary<string, string> settings) => this.settings = settings;

    /// <summary>Where the portal answers, without a slash at the end.</summary>
    public string Url { get; } = $"http://127.0.0.1:{FreePort()}";

    /// <summary>The file of its database.</summary>
    public string DatabaseFile => Path.Combine(folder, "data", "motics-support.db");

    /// <summary>Starts a portal and waits until it says that it is ready.</summary>
    public static async Task<PortalProcess> StartAsync(bool demo, CancellationToken cancellationToken, params (string Key, string Value)[] further)
    {
        var portal = new PortalProcess(new Dictionary<string, string>
        {
            ["Demo__Enabled"] = demo ? "true" : "false",
            ["Demo__Live"] = "false",
        });
        foreach (var (key, value) in further)
            portal.settings[key] = value;
        await portal.StartAsync(cancellationToken);
        return portal;
    }

    /// <summary>Starts the process on the same database and the same address as before.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var start = StartInfo();
        start.Environment["ASPNETCORE_URLS"] = Url;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitUntilReadyAsync(cancellationToken);
    }

    /// <summary>Ends the process as <c>kill -9</c> would.</summary>
    public async Task KillAsync()
    {
        if (process is null)
            return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Runs a command of the portal on the same database and gives back what it printed.</summary>
    public async Task<string> CommandAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var start = StartInfo();
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var command = Process.Start(start)!;
        var errors = command.StandardError.ReadToEndAsync(cancellationToken);
        var output = await command.StandardOutput.ReadToEndAsync(cancellationToken);
        await command.WaitForExitAsync(cancellationToken);
        return command.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException(await errors);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(folder, recursive: true);
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(PortalDll());
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return start;
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        while (await pace.WaitForNextTickAsync(patience.Token))
        {
            if (process!.HasExited)
                throw new InvalidOperationException($"The portal ended while starting:{Environment.NewLine}{Log}");
            if (await IsReadyAsync(client, patience.Token))
                return;
        }
    }

    /// <summary>What the portal printed last.</summary>
    public string Log => string.Join(Environment.NewLine, log);

    private async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"{Url}/health/ready"), cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        log.Enqueue(line);
        while (log.Count > MostLines)
            log.TryDequeue(out _);
    }

    private static string PortalDll()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var top = output;
        while (top is not null && !File.Exists(Path.Combine(top.FullName, "Motics.Support.sln")))
            top = top.Parent;
        var configuration = output.Parent!.Name;
        return Path.Combine(top!.FullName, "src", "Motics.Support.Portal", "bin", configuration, output.Name, "Motics.Support.Portal.dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
