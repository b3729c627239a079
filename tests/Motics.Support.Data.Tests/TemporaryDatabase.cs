using Microsoft.Extensions.Time.Testing;
using Motics.Support.Data.Migrations;

namespace Motics.Support.Data.Tests;

/// <summary>A migrated SQLite database of its own in the temporary folder, deleted afterwards; its clock stands still until a test moves it.</summary>
internal sealed class TemporaryDatabase : IAsyncDisposable
{
    /// <summary>Where every test's clock starts.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    // Migrated once, then copied: a test pays for a file copy, not for the schema.
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly string folder = Directory.CreateTempSubdirectory("motics-support-").FullName;

    private TemporaryDatabase() => Database = Open();

    public Database Database { get; private set; }

    public FakeTimeProvider Clock { get; } = new(Start);

    public string File => Path.Combine(folder, "test.db");

    public string Folder => folder;

    /// <summary>With the schema of all embedded migrations.</summary>
    public static async Task<TemporaryDatabase> CreateAsync()
    {
        var created = new TemporaryDatabase();
        System.IO.File.Copy(await Template.Value, created.File);
        return created;
    }

    /// <summary>A file that does not exist yet.</summary>
    public static TemporaryDatabase CreateEmpty() => new();

    /// <summary>Another instance on the same file, as after a restart or in another process.</summary>
    public Database Open() => new(DatabaseOptions.SqliteFile(File));

    public async ValueTask DisposeAsync()
    {
        Database.Dispose();
        await Task.Yield();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("motics-support-template-").FullName;
        var file = Path.Combine(folder, "template.db");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        using var database = new Database(DatabaseOptions.SqliteFile(file));
        var outcome = await new Migrator(database, new FakeTimeProvider(Start)).MigrateAsync(CancellationToken.None);
        return outcome.Done ? file : throw new InvalidOperationException(outcome.Refusal.ToString());
    }
}
