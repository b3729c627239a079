using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Motics.Support.Data;

namespace Motics.Support.Faults;

/// <summary>The real portal as a process of its own, on a free port of the loopback, that can be killed; and its commands.</summary>
internal sealed class PortalProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly Queue<string> said = [];

    private PortalProcess(Process process, Uri address)
    {
        (this.process, Address) = (process, address);
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<PortalProcess> StartAsync(DatabaseOptions database, CancellationToken cancellationToken)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = Dotnet(database, "--urls", address.ToString());
        start.RedirectStandardInput = true;
        start.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(PortalProcess).Assembly.GetName().Name;
        var portal = new PortalProcess(Process.Start(start)!, address);
        try
        {
            await portal.ReadyAsync(cancellationToken);
            return portal;
        }
        catch
        {
            portal.Dispose();
            throw;
        }
    }

    /// <summary>Starts one of the portal's commands and does not wait for it.</summary>
    public static Process StartCommand(DatabaseOptions database, params string[] arguments) => Process.Start(Dotnet(database, arguments))!;

    /// <summary>Runs a command to its end: its exit code and all it said.</summary>
    public static async Task<(int ExitCode, string Said)> CommandAsync(DatabaseOptions database, CancellationToken cancellationToken, params string[] arguments)
    {
        using var process = StartCommand(database, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Sets its clock: minutes ahead of the machine's.</summary>
    public Task SetClockAsync(int minutes) => process.StandardInput.WriteLineAsync(minutes.ToString(CultureInfo.InvariantCulture));

    /// <summary>kill -9, and waits until it is gone.</summary>
    public void Kill() => Kill(process);

    /// <summary>kill -9, and waits until it is gone.</summary>
    public static void Kill(Process process)
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && !process.HasExited; await pace.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                if ((await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken)).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
        throw new InvalidOperationException($"The portal did not become ready: {string.Join('\n', said)}");
    }

    private void Hear(string? line)
    {
        lock (said)
        {
            said.Enqueue(line ?? "");
            if (said.Count > 40)
                said.Dequeue();
        }
    }

    // With the dependencies of this program, so that the portal finds it when it is named as a hosting startup.
    private static ProcessStartInfo Dotnet(DatabaseOptions database, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (IEnumerable<string>)["exec", "--depsfile", Beside("Motics.Support.Faults.deps.json"), "--runtimeconfig", Beside("Motics.Support.Portal.runtimeconfig.json"), Beside("Motics.Support.Portal.dll"), .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment["ConnectionStrings__Support"] = database.ConnectionString;
        start.Environment["Demo__Enabled"] = "false";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return start;
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
