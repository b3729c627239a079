using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Motics.Support.Data;

namespace Motics.Support.Benchmarks;

/// <summary>The real portal as a process of its own on this machine, ended when this is disposed.</summary>
internal sealed class PortalProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;

    private PortalProgram(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public int ProcessId => process.Id;

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="options">A migrated database.</param>
    /// <param name="settings">Further settings, as key and value.</param>
    /// <param name="environment">Further environment variables of the process.</param>
    public static async Task<PortalProgram> StartAsync(DatabaseOptions options, IReadOnlyList<string>? settings = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[]
        {
            Path.Combine(AppContext.BaseDirectory, "Motics.Support.Portal.dll"), "--urls", address.ToString(), "--Demo:Enabled", "false",
            "--ConnectionStrings:Support", options.ConnectionString, "--Database:Provider", options.Provider == DatabaseProvider.Sqlite ? "sqlite" : "sqlserver", "--Logging:LogLevel:Default", "Warning",
        }.Concat(settings ?? []))
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var program = new PortalProgram(Process.Start(start)!, address);
        program.process.BeginOutputReadLine();
        await program.ReadyAsync();
        return program;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task ReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && !process.HasExited; await pace.WaitForNextTickAsync())
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
        throw new InvalidOperationException(process.HasExited ? $"The portal ended with exit code {process.ExitCode}." : "The portal did not become ready.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
