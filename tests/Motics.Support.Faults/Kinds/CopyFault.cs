using System.Globalization;
using Motics.Support.Data;

namespace Motics.Support.Faults.Kinds;

/// <summary>A copy to another database is killed, and the same command goes on, killed again or to its end. What is copied is a backup, because nobody may write to it meanwhile; the portal works beside it.</summary>
internal sealed class CopyFault : Fault
{
    private const int Rows = 40_000;
    private DatabaseOptions? source;
    private int cutOff;
    private int whole;

    public override string Name => "copy";

    protected override string Told => string.Create(CultureInfo.InvariantCulture, $"{cutOff} copies cut off, {whole} finished and equal");

    protected override async Task<string?> RoundAsync(Scene scene, int round)
    {
        source ??= await SourceAsync(scene);
        var to = DatabaseOptions.SqliteFile(scene.PathOf("copy.db"));
        await scene.Load.StartAsync();
        using (var command = Start(scene, to))
        {
            await scene.SomeTimeAsync(500, 2_800);
            cutOff += command.HasExited ? 0 : 1;
            PortalProcess.Kill(command);
        }

        // Every second one is killed again in the next round, where it has come to.
        var problem = File.Exists(to.File) ? Whole.FileProblem(to.File) : null;
        if (problem is null && round % 2 == 0)
            problem = await FinishAsync(scene, to);
        await scene.Load.StopAsync();
        return problem;
    }

    private async Task<string?> FinishAsync(Scene scene, DatabaseOptions to)
    {
        var left = !File.Exists(to.File) || Whole.Count(to.File, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'copy_place'") > 0 || Whole.Count(to.File, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'organisation'") == 0 || Whole.Count(to.File, "SELECT COUNT(*) FROM organisation") == 0;
        if (left)
        {
            var (exitCode, said) = await PortalProcess.CommandAsync(scene.Database, scene.Stop, "copy", "--from", source!.ConnectionString, "--to", to.ConnectionString);
            if (exitCode != 0)
                return $"the copy that went on ended with {exitCode}: {said}";
        }

        var problem = Whole.FileProblem(to.File!) ?? DifferenceOf(to);
        var (verified, audit) = await PortalProcess.CommandAsync(to, scene.Stop, "audit", "verify");
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(to.File!)!, "copy.db*"))
            File.Delete(file);
        whole++;
        return problem ?? (verified == 0 ? null : $"audit verify of the copy: {audit}");
    }

    private string? DifferenceOf(DatabaseOptions to)
    {
        foreach (var table in (string[])["organisation", "connection", "event", "event_identity", "daily_count", "ticket", "ticket_note", "audit", "token"])
        {
            var (before, after) = (Whole.Count(source!.File!, $"SELECT COUNT(*) FROM {table}"), Whole.Count(to.File!, $"SELECT COUNT(*) FROM {table}"));
            if (before != after)
                return $"{table} has {before} rows and the copy {after}";
        }

        return null;
    }

    private System.Diagnostics.Process Start(Scene scene, DatabaseOptions to) =>
        PortalProcess.StartCommand(scene.Database, "copy", "--from", source!.ConnectionString, "--to", to.ConnectionString);

    private static async Task<DatabaseOptions> SourceAsync(Scene scene)
    {
        await scene.Load.StartAsync();
        while (scene.Load.Acknowledged.Count * Load.Ids(0).Count() < Rows)
            await scene.SomeTimeAsync(100, 200);
        await scene.Load.StopAsync();
        var options = DatabaseOptions.SqliteFile(scene.PathOf("source.db"));
        var (exitCode, said) = await PortalProcess.CommandAsync(scene.Database, scene.Stop, "backup", options.File!);
        return exitCode == 0 ? options : throw new InvalidOperationException(said);
    }
}
