using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;
using Motics.Support.Core.Triage;
using Motics.Support.Portal.Configuration;

namespace Motics.Support.Portal.Tests.Hosting;

/// <summary>The program as it is started from a shell.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("motics-command-");

    [Fact]
    public async Task TokenCreate_Done_PrintsTheTokenAloneOnTheLastLine()
    {
        var (code, output, _) = await RunAsync(null, "token", "create", "--name", "motics-os", "--scope", "events:write");
        var (_, list, _) = await RunAsync(null, "token", "list");

        Assert.Equal(0, code);
        Assert.Matches(@"(^|\n)mst_[A-Za-z0-9_-]{43}\n$", output);
        Assert.Contains("motics-os", list, StringComparison.Ordinal);
        Assert.DoesNotContain(output.Trim().Split('\n')[^1], list, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "token", "revoke", "nobody")]
    [InlineData(2, "token", "create", "--name", "x")]
    [InlineData(2, "token", "create", "--name", "x", "--scope", "everything")]
    [InlineData(2, "no-such-command")]
    [InlineData(2, "import", "organisations", "no-such-file.csv")]
    [InlineData(0, "migrate", "--help")]
    [InlineData(0, "migrate")]
    [InlineData(2, "playbook", "check", "no-such-file.yaml")]
    public async Task Command_Ends_WithItsExitCode(int code, params string[] args) =>
        Assert.Equal(code, (await RunAsync(null, args)).Code);

    [Fact]
    public async Task ImportBackupVerify_OneAfterTheOther_Work()
    {
        var file = Path.Combine(_folder.FullName, "clinics.csv");
        await File.WriteAllTextAsync(file, "id,name,ehr,nookalRegion,nookalSite,clinikoShard,migratedAt\nharbour,Harbour,cliniko,,,uk1,\n", TestContext.Current.CancellationToken);

        var import = await RunAsync(null, "import", "organisations", file);
        var backup = await RunAsync(null, "backup", "copy.db");
        var verify = await RunAsync(null, "audit", "verify");

        Assert.Equal((0, 0, 0), (import.Code, backup.Code, verify.Code));
        Assert.StartsWith("1 new", import.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "copy.db")));
    }

    [Fact]
    public async Task AuditCheckpoint_KeptElsewhere_ShowsWhatWasCutOff()
    {
        await RunAsync(null, "token", "create", "--name", "one", "--scope", "events:write");
        await RunAsync(null, "token", "create", "--name", "two", "--scope", "events:write");
        var checkpoint = (await RunAsync(null, "audit", "checkpoint")).Output.Trim();
        var kept = Path.Combine(_folder.FullName, "kept.log");
        await File.WriteAllTextAsync(kept, $"2026-11-24 INF something else\n2026-11-24 INF Audit: {checkpoint}\n", TestContext.Current.CancellationToken);

        var (good, fromFile, none) = (await RunAsync(null, "audit", "verify", "--since", checkpoint), await RunAsync(null, "audit", "verify", "--since", kept), await RunAsync(null, "audit", "verify", "--since", "nonsense"));
        var other = await RunAsync(new() { ["Audit__Key"] = new string('k', 40) }, "audit", "verify", "--since", checkpoint);
        await using (var connection = new SqliteConnection($"Data Source={_folder.GetFiles("*.db", SearchOption.AllDirectories).Single().FullName};Pooling=False"))
        {
            await connection.ExecuteAsync("DROP TRIGGER tr_audit_no_delete; DELETE FROM audit WHERE seq = 2");
        }

        var (cut, unseen) = (await RunAsync(null, "audit", "verify", "--since", kept), await RunAsync(null, "audit", "verify"));

        Assert.Equal((0, 0, 1, 1), (good.Code, fromFile.Code, none.Code, other.Code));
        Assert.Contains("not sealed with this installation's key", other.Errors, StringComparison.Ordinal);
        Assert.Equal((1, 0), (cut.Code, unseen.Code));
        Assert.Contains("Lines were cut off", cut.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_WithoutRoom_EndsWith1SaysSoAndLeavesNoHalfFile()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell that limits the size of files.");
        await RunAsync(null, "migrate");
        var copies = _folder.CreateSubdirectory("copies");

        // No file of this process may grow beyond 128 KiB, as on a disk that is full.
        // The runtime's own mappings of memory are files to that limit unless they are left out.
        var start = StartInfo(new() { ["DOTNET_EnableWriteXorExecute"] = "0" }, "backup", Path.Combine(copies.FullName, "copy.db"));
        var command = string.Join(' ', new[] { start.FileName }.Concat(start.ArgumentList).Select(word => $"'{word}'"));
        start.ArgumentList.Clear();
        start.FileName = "bash";
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"trap '' XFSZ; ulimit -f 128; exec {command}");
        var (code, _, errors) = await RunProcessAsync(start);

        Assert.Equal(1, code);
        Assert.Contains("disk", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Empty(copies.GetFileSystemInfos());
    }

    [Fact]
    public async Task Status_PagesBroken_EndsWith1AndSaysWhatToDo()
    {
        var good = await RunAsync(null, "status");
        var file = _folder.GetFiles("*.db", SearchOption.AllDirectories).Single().FullName;
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        // The last page is a table's or an index's.
        bytes.AsSpan(bytes.Length - 4096).Fill(0xAA);
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        var (code, _, errors) = await RunAsync(null, "status");

        Assert.Equal(0, good.Code);
        Assert.Equal(1, code);
        Assert.Contains("restore the last good backup", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlaybookCheck_NamesEveryMistake()
    {
        var (good, bad) = (Path.Combine(_folder.FullName, "good.yaml"), Path.Combine(_folder.FullName, "bad.yaml"));
        await File.WriteAllTextAsync(good, PlaybookLoader.EmbeddedText(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(bad, "version: 1\nrules: 5\n", TestContext.Current.CancellationToken);

        var (right, told, _) = await RunAsync(null, "playbook", "check", good);
        var (wrong, _, errors) = await RunAsync(null, "playbook", "check", bad);

        Assert.Equal((0, 1), (right, wrong));
        Assert.StartsWith($"Version {PlaybookLoader.Embedded.Version}: ", told, StringComparison.Ordinal);
        Assert.True(errors.Split('\n').Count(line => line.Contains("bad.yaml:", StringComparison.Ordinal)) > 1, errors);
    }

    [Fact]
    public async Task Serve_WithABrokenPlaybook_EndsWith1AndFileAndLine()
    {
        var file = Path.Combine(_folder.FullName, "broken.yaml");
        await File.WriteAllTextAsync(file, "version: 1\nrules: 5\n", TestContext.Current.CancellationToken);

        var (code, _, errors) = await RunAsync(new() { ["Playbook__Path"] = file, ["Seq__ServerUrl"] = "nonsense" });

        Assert.Equal(1, code);
        Assert.Contains("Seq:ServerUrl", errors, StringComparison.Ordinal);
        Assert.Contains("broken.yaml:2: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_Misconfigured_NamesEveryMistakeAndEndsWith1()
    {
        var (code, _, errors) = await RunAsync(new() { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Demo__Enabled"] = "true", ["Seq__ServerUrl"] = "nonsense" });

        Assert.Equal(1, code);
        foreach (var key in new[] { "Demo:Enabled", "Seq:ServerUrl", "Authentication:Oidc:Authority" })
        {
            Assert.Contains(key, errors, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<(int Code, string Output, string Errors)> RunAsync(Dictionary<string, string>? environment, params string[] args) => RunProcessAsync(StartInfo(environment, args));

    private ProcessStartInfo StartInfo(Dictionary<string, string>? environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(PortalSettings).Assembly.Location, .. args])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static async Task<(int Code, string Output, string Errors)> RunProcessAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (await output).ReplaceLineEndings("\n"), await errors);
    }
}
