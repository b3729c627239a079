using System.Globalization;

namespace Motics.Support.Faults.Kinds;

/// <summary>A backup is killed beside a running portal: a file under its name is whole or not there, and the next one to the same name is made.</summary>
internal sealed class BackupFault : Fault
{
    private int cutOff;

    public override string Name => "backup";

    protected override string Told => string.Create(CultureInfo.InvariantCulture, $"{cutOff} backups cut off");

    protected override async Task<string?> RoundAsync(Scene scene, int round)
    {
        var file = scene.PathOf($"backup-{round}.db");
        await scene.Load.StartAsync();
        // So that there is something to copy in the first rounds too.
        await scene.SomeTimeAsync(100, 400);
        var promised = (Batches: scene.Load.Acknowledged.Keys.ToList(), Notes: scene.Load.Notes.Keys.ToList());
        using (var command = PortalProcess.StartCommand(scene.Database, "backup", file))
        {
            await scene.SomeTimeAsync(400, 1_400);
            PortalProcess.Kill(command);
        }

        if (File.Exists(file))
        {
            var problem = Problem(scene, file, promised.Batches, promised.Notes);
            File.Delete(file);
            if (problem is not null)
                return $"the file of the killed backup: {problem}";
        }
        else
            cutOff++;
        return await AgainAsync(scene, file);
    }

    private static async Task<string?> AgainAsync(Scene scene, string file)
    {
        var (batches, notes) = (scene.Load.Acknowledged.Keys.ToList(), scene.Load.Notes.Keys.ToList());
        var (exitCode, said) = await PortalProcess.CommandAsync(scene.Database, scene.Stop, "backup", file);
        await scene.Load.StopAsync();
        if (exitCode != 0)
            return $"the next backup ended with {exitCode}: {said}";
        if (Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*").Where(other => other != file).ToList() is { Count: > 0 } left)
            return $"left beside it: {string.Join(", ", left.Select(Path.GetFileName))}";
        var problem = Problem(scene, file, batches, notes);
        File.Delete(file);
        return problem;
    }

    private static string? Problem(Scene scene, string file, IReadOnlyCollection<int> batches, IReadOnlyCollection<string> notes) =>
        Whole.FileProblem(file) ?? Whole.PromiseProblem(scene, file, batches, notes);
}
