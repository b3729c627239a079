using System.Runtime.Loader;
using Motics.Support.Portal.Configuration;

namespace Motics.Support.Portal.Hosting;

/// <summary>
/// Loads the demo when it is asked for. It comes with the simulator, which a build lays beside the program and publishing leaves out: nothing here
/// refers to it.
/// </summary>
internal static class DemoLoading
{
    private const string Entry = "Motics.Support.Simulator.Demo.DemoServices";

    /// <summary>Where a build lays it.</summary>
    internal static string File { get; } = Path.Combine(AppContext.BaseDirectory, "Motics.Support.Simulator.dll");

    /// <summary>Adds the demo; nothing when it is off or not there.</summary>
    public static void AddDemo(this IServiceCollection services, PortalSettings settings)
    {
        if (!settings.DemoData || !System.IO.File.Exists(File))
        {
            return;
        }

        var add = AssemblyLoadContext.Default.LoadFromAssemblyPath(File).GetType(Entry, throwOnError: true)!.GetMethod(nameof(AddDemo))!;
        add.CreateDelegate<Action<IServiceCollection, bool>>()(services, settings.DemoLive);
    }
}
