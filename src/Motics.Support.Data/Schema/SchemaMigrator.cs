using DbUp.Engine;
using DbUp.Engine.Output;
using Motics.Support.Core;
using Motics.Support.Data.Tickets;

namespace Motics.Support.Data.Schema;

/// <summary>
/// Brings the database to the schema of this program: forward only, scripts in one transaction where the engine allows it, then what takes the program
/// (<see cref="SchemaStep"/>), which goes on where it was cut off. Several
/// processes may start at once. A script that was changed after it was applied is refused, never applied again.
/// </summary>
public sealed class SchemaMigrator
{
    private readonly Database database;
    private readonly TimeProvider clock;
    private readonly IReadOnlyList<SchemaScript> scripts;
    private readonly IReadOnlyList<SchemaStep> steps;

    /// <summary>With the scripts that are embedded in the program.</summary>
    public SchemaMigrator(Database database, TimeProvider clock)
        : this(database, clock, SchemaScript.Embedded(Engine(database)), SchemaStep.All)
    {
    }

    internal SchemaMigrator(Database database, TimeProvider clock, IReadOnlyList<SchemaScript> scripts, IReadOnlyList<SchemaStep> steps) =>
        (this.database, this.clock, this.scripts, this.steps) = (database, clock, scripts, steps);

    /// <summary>How the database stands to the program. Changes nothing.</summary>
    public Task<SchemaStatus> StatusAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(async connection =>
            SchemaStatus.Compare([.. scripts, .. steps.Select(step => step.Script)], await Journal.ReadAsync(connection, database.Dialect, cancellationToken).ConfigureAwait(false)), cancellationToken);

    /// <summary>Names of scripts still to apply, in order.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken) =>
        (await StatusAsync(cancellationToken).ConfigureAwait(false)).Pending;

    /// <summary>Applies what is pending and says what; refused as a conflict when there is drift.</summary>
    public async Task<Outcome<SchemaRun>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var held = await database.Dialect.LockMigrationAsync(cancellationToken).ConfigureAwait(false);
        await database.WriteAsync((connection, transaction) => Journal.EnsureTableAsync(connection, transaction, database.Dialect, cancellationToken), Database.LongPatience, cancellationToken).ConfigureAwait(false);
        var status = await StatusAsync(cancellationToken).ConfigureAwait(false);
        if (status.Drift.Count > 0)
        {
            return new Refusal.Conflict(string.Join(' ', status.Drift));
        }

        var applied = status.Pending.Count == 0 ? [] : await Task.Run(Apply, cancellationToken).ConfigureAwait(false);
        var stepped = await StepAsync(status.Pending, cancellationToken).ConfigureAwait(false);
        // It reads the state that the steps left.
        if (scripts.Any(script => script.Name == ComplaintFilling.Script))
        {
            await new ComplaintFilling(database, clock).FillAsync(cancellationToken).ConfigureAwait(false);
        }

        return new SchemaRun([.. applied, .. stepped]);
    }

    // Whatever a step writes, it writes by this program's schema: all scripts were applied.
    private async Task<List<string>> StepAsync(IReadOnlyList<string> pending, CancellationToken cancellationToken)
    {
        var done = new List<string>();
        foreach (var step in steps.Where(step => pending.Contains(step.Name)))
        {
            await step.RunAsync(database, clock, cancellationToken).ConfigureAwait(false);
            await database.WriteAsync((connection, transaction) => Journal.AddAsync(connection, transaction, step.Script, clock.GetUtcNow(), cancellationToken), Database.LongPatience, cancellationToken).ConfigureAwait(false);
            done.Add(step.Name);
        }

        return done;
    }

    private static string Engine(Database database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.Dialect.Engine;
    }

    private IReadOnlyList<string> Apply()
    {
        var hashes = scripts.ToDictionary(script => script.Name, script => script.Hash, StringComparer.Ordinal);
        var result = database.Dialect.Upgrade()
            .WithScripts(scripts.Select(script => new SqlScript(script.Name, script.Sql)))
            .WithVariablesDisabled()
            .WithTransaction()
            .JournalTo((connections, _) => new Journal(connections, hashes, clock))
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        return result.Successful
            ? [.. result.Scripts.Select(script => script.Name)]
            : throw new InvalidOperationException($"Migration {result.ErrorScript?.Name} failed; nothing of it was kept.", result.Error);
    }
}
