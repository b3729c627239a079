using System.Globalization;
using System.Net.Http.Headers;

namespace Motics.Support.Faults.Kinds;

/// <summary>An import is killed: the command beside a running portal, or the portal that was sent the file; then the same file is imported again.</summary>
internal sealed class ImportFault : Fault
{
    private const int Lines = 2_000;
    private int cutOff;

    public override string Name => "import";

    protected override string Told => string.Create(CultureInfo.InvariantCulture, $"{cutOff} imports cut off");

    protected override async Task<string?> RoundAsync(Scene scene, int round)
    {
        var file = scene.PathOf($"import-{round}.csv");
        await File.WriteAllLinesAsync(file, Enumerable.Range(1, Lines).Select(line => $"imported-{round}-{line},Clinic {round} {line},cliniko,,,uk1,").Prepend("id,name,ehr,nookalRegion,nookalSite,clinikoShard,migratedAt"), scene.Stop);
        await scene.Load.StartAsync();
        var acknowledged = await (round % 2 == 0 ? CommandAsync(scene, file) : RequestAsync(scene, file));
        var there = Whole.Count(scene.Database.File!, $"SELECT COUNT(*) FROM organisation WHERE id LIKE 'imported-{round}-%'");
        if (acknowledged && there != Lines)
            return $"the import was acknowledged and {there} of {Lines} are there";
        cutOff += there < Lines ? 1 : 0;
        var (exitCode, said) = await PortalProcess.CommandAsync(scene.Database, scene.Stop, "import", "organisations", file);
        there = Whole.Count(scene.Database.File!, $"SELECT COUNT(*) FROM organisation WHERE id LIKE 'imported-{round}-%'");
        return exitCode == 0 && there == Lines ? null : $"the second import ended with {exitCode} and {there} of {Lines} are there: {said}";
    }

    private static async Task<bool> CommandAsync(Scene scene, string file)
    {
        using var command = PortalProcess.StartCommand(scene.Database, "import", "organisations", file);
        await scene.SomeTimeAsync(600, 5_000);
        var acknowledged = command.HasExited && command.ExitCode == 0;
        PortalProcess.Kill(command);
        await scene.Load.StopAsync();
        return acknowledged;
    }

    private static async Task<bool> RequestAsync(Scene scene, string file)
    {
        using var client = scene.Load.Client();
        var request = SendAsync(client, file, scene.Stop);
        await scene.SomeTimeAsync(20, 2_500);
        await scene.KillAndStartAsync();
        return await request;
    }

    private static async Task<bool> SendAsync(HttpClient client, string file, CancellationToken stop)
    {
        try
        {
            using var content = new ByteArrayContent(await File.ReadAllBytesAsync(file, stop));
            content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            using var answer = await client.PostAsync(new Uri("/api/v1/organisations/import", UriKind.Relative), content, stop);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
