using Microsoft.Extensions.Time.Testing;
using Motics.Support.Data.Schema;
using Motics.Support.Data.Tests.SqlServer;

namespace Motics.Support.Data.Tests;

/// <summary>
/// A migrated database of its own, on SQLite a file in the temporary folder; gone afterwards. Its clock stands still until a test moves it.
/// </summary>
internal sealed class TemporaryDatabase : IAsyncDisposable
{
    /// <summary>Where every test's clock starts.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    // Migrated once, then copied: a test pays for a file copy, not for the schema.
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly string folder = Directory.CreateTempSubdirectory("motics-support-").FullName;

    // Where the database is when it is on a server, and whether another test may have it afterwards.
    private readonly string? onServer;
    private bool isLent;

    private TemporaryDatabase(string? onServer = null, bool isLent = false)
    {
        (this.onServer, this.isLent) = (onServer, isLent);
        Database = Open();
    }

    public Database Database { get; }

    public FakeTimeProvider Clock { get; } = new(Start);

    public string File => Path.Combine(folder, "test.db");

    public string Folder => folder;

    /// <summary>With the schema of all embedded migrations. Skips the test when there is no such engine here.</summary>
    public static async Task<TemporaryDatabase> CreateAsync(Engine engine = Engine.Sqlite)
    {
        if (engine == Engine.SqlServer)
        {
            return new TemporaryDatabase(await TestServer.BorrowAsync(), isLent: true);
        }

        var created = new TemporaryDatabase();
        System.IO.File.Copy(await Template.Value, created.File);
        return created;
    }

    /// <summary>With nothing in it; on SQLite a file that does not exist yet.</summary>
    public static async Task<TemporaryDatabase> CreateEmptyAsync(Engine engine) => engine == Engine.SqlServer ? new(await TestServer.CreateAsync()) : new();

    /// <summary>A file that does not exist yet.</summary>
    public static TemporaryDatabase CreateEmpty() => new();

    /// <summary>Another instance on the same database, as after a restart or in another process.</summary>
    public Database Open() => new(onServer is null ? DatabaseOptions.SqliteFile(File) : new DatabaseOptions(DatabaseProvider.SqlServer, onServer));

    /// <summary>A test that changed the schema keeps its database to itself.</summary>
    public void KeepFromOthers() => isLent = false;

    public async ValueTask DisposeAsync()
    {
        Database.Dispose();
        Directory.Delete(folder, recursive: true);
        if (isLent)
        {
            await TestServer.GiveBackAsync(onServer!);
        }
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("motics-support-template-").FullName;
        var file = Path.Combine(folder, "template.db");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        using var database = new Database(DatabaseOptions.SqliteFile(file));
        var outcome = await new SchemaMigrator(database, new FakeTimeProvider(Start)).MigrateAsync(CancellationToken.None);
        return outcome.Done ? file : throw new InvalidOperationException(outcome.Refusal.ToString());
    }
}
