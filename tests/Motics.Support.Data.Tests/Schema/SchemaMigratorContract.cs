using Dapper;
using Motics.Support.Core;
using Motics.Support.Data.Schema;

namespace Motics.Support.Data.Tests.Schema;

public abstract class SchemaMigratorContract(Engine engine)
{
    private static readonly SchemaScript First = new("0001_first.sql", "CREATE TABLE first (id INTEGER NOT NULL PRIMARY KEY);\nINSERT INTO first (id) VALUES (1);\n");
    private static readonly SchemaScript Second = new("0002_second.sql", "ALTER TABLE first ADD name VARCHAR(10) NULL;\n");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migrate_NewDatabase_AppliesAllInOrder()
    {
        await using var temporary = await TemporaryDatabase.CreateEmptyAsync(engine);
        var migrator = SchemaMigrator(temporary.Database, temporary, First, Second);
        Assert.Equal(["0001_first.sql", "0002_second.sql"], await migrator.PendingAsync(Cancel));
        var outcome = await migrator.MigrateAsync(Cancel);
        Assert.Equal(["0001_first.sql", "0002_second.sql"], outcome.Value!.Applied);
        Assert.True((await migrator.StatusAsync(Cancel)).IsCurrent);
        Assert.Equal(1, await CountAsync(temporary.Database));
    }

    [Fact]
    public async Task Migrate_Again_DoesNothing()
    {
        await using var temporary = await TemporaryDatabase.CreateEmptyAsync(engine);
        await SchemaMigrator(temporary.Database, temporary, First).MigrateAsync(Cancel);
        var outcome = await SchemaMigrator(temporary.Database, temporary, First).MigrateAsync(Cancel);
        Assert.Empty(outcome.Value!.Applied);
        Assert.Equal(1, await CountAsync(temporary.Database));
    }

    [Fact]
    public async Task Migrate_OneMore_AppliesOnlyThat()
    {
        await using var temporary = await TemporaryDatabase.CreateEmptyAsync(engine);
        await SchemaMigrator(temporary.Database, temporary, First).MigrateAsync(Cancel);
        var outcome = await SchemaMigrator(temporary.Database, temporary, First, Second).MigrateAsync(Cancel);
        Assert.Equal(["0002_second.sql"], outcome.Value!.Applied);
    }

    [Fact]
    public async Task Migrate_ScriptChangedAfterwards_IsRefusedByName()
    {
        await using var temporary = await TemporaryDatabase.CreateEmptyAsync(engine);
        await SchemaMigrator(temporary.Database, temporary, First).MigrateAsync(Cancel);
        var changed = SchemaMigrator(temporary.Database, temporary, new SchemaScript(First.Name, First.Sql + "-- changed\n"), Second);
        var outcome = await changed.MigrateAsync(Cancel);
        Assert.Contains("0001_first.sql", Assert.IsType<Refusal.Conflict>(outcome.Refusal).Why, StringComparison.Ordinal);
        Assert.Equal(["0002_second.sql"], await changed.PendingAsync(Cancel));
        Assert.False((await changed.StatusAsync(Cancel)).IsCurrent);
    }

    [Fact]
    public async Task Migrate_DatabaseIsNewer_IsRefused()
    {
        await using var temporary = await TemporaryDatabase.CreateEmptyAsync(engine);
        await SchemaMigrator(temporary.Database, temporary, First, Second).MigrateAsync(Cancel);
        var outcome = await SchemaMigrator(temporary.Database, temporary, First).MigrateAsync(Cancel);
        Assert.Contains("newer", Assert.IsType<Refusal.Conflict>(outcome.Refusal).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_ScriptFails_KeepsNothingOfTheRun()
    {
        await using var temporary = await TemporaryDatabase.CreateEmptyAsync(engine);
        var broken = SchemaMigrator(temporary.Database, temporary, First, new SchemaScript("0002_broken.sql", "CREATE TABLE second (id INTEGER);\nCREATE NONSENSE;\n"));
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => broken.MigrateAsync(Cancel));
        Assert.Contains("0002_broken.sql", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["0001_first.sql", "0002_broken.sql"], await broken.PendingAsync(Cancel));
    }

    [Fact]
    public async Task Migrate_SeveralAtOnce_AppliesEachScriptOnce()
    {
        await using var temporary = await TemporaryDatabase.CreateEmptyAsync(engine);
        var databases = Enumerable.Range(0, 4).Select(_ => temporary.Open()).ToList();
        var outcomes = await Task.WhenAll(databases.Select(database => Task.Run(() => SchemaMigrator(database, temporary, First, Second).MigrateAsync(Cancel), Cancel)));
        Assert.All(outcomes, outcome => Assert.True(outcome.Done));
        Assert.Equal(2, outcomes.Sum(outcome => outcome.Value!.Applied.Count));
        Assert.Equal(1, await CountAsync(temporary.Database));
        databases.ForEach(database => database.Dispose());
    }

    [Fact]
    public async Task Embedded_Scripts_MakeACurrentDatabase()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        Assert.True((await new SchemaMigrator(temporary.Database, temporary.Clock).StatusAsync(Cancel)).IsCurrent);
    }

    private static SchemaMigrator SchemaMigrator(Database database, TemporaryDatabase temporary, params SchemaScript[] scripts) => new(database, temporary.Clock, scripts, []);

    private static Task<int> CountAsync(Database database) => database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM first"), Cancel);
}

public sealed class SchemaMigratorOnSqlite() : SchemaMigratorContract(Engine.Sqlite);

public sealed class SchemaMigratorOnSqlServer() : SchemaMigratorContract(Engine.SqlServer);
