using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Motics.Support.Data.Schema;
using Motics.Support.Portal.Configuration;
using Motics.Support.Portal.Hosting;
using Motics.Support.Portal.Tests.Architecture;
using Motics.Support.Simulator.Demo;

namespace Motics.Support.Portal.Tests.Hosting;

/// <summary>A build has the demo without anybody's doing; what is published has neither the demo nor the simulator.</summary>
public sealed class DemoLoadingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("motics-publish-");

    [Fact]
    public async Task Publish_HoldsNoDemoAndNoSimulator()
    {
        await PublishAsync();

        var names = _folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.Name).ToList();
        Assert.Contains("Motics.Support.Portal.dll", names);
        Assert.DoesNotContain(names, name => name.Contains("Simulator", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("Simulator", await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "Motics.Support.Portal.deps.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Portal_RefersToNoSimulator() =>
        Assert.DoesNotContain(typeof(PortalSettings).Assembly.GetReferencedAssemblies(), one => one.Name == typeof(DemoServices).Assembly.GetName().Name);

    [Theory]
    [InlineData("true", "true", true, true)]
    [InlineData("true", "false", true, false)]
    [InlineData("false", "true", false, false)]
    public void Demo_IsLoadedAsTheSettingsSay(string enabled, string live, bool fills, bool moves)
    {
        var settings = SettingsReader.Read(
            new ConfigurationBuilder().AddInMemoryCollection([new("Demo:Enabled", enabled), new("Demo:Live", live)]).Build(), isDevelopment: true).Settings!;
        var services = new ServiceCollection();

        services.AddDemo(settings);

        Assert.Equal(fills, services.Any(one => one.ServiceType == typeof(IFirstContent)));
        Assert.Equal(moves, services.Any(one => one.ServiceType == typeof(IHostedService)));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>What was built already, as it would be published.</summary>
    private async Task PublishAsync()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var start = new ProcessStartInfo("dotnet",
            ["publish", Path.Combine(Sources.Root, "src/Motics.Support.Portal"), "--no-build", "-c", configuration, "-o", _folder.FullName, "-nodeReuse:false"])
        { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
    }
}
