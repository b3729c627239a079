using System.Data.Common;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Migration;
using Motics.Support.Core.Triage;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Data.Migration;

/// <summary>
/// Sums up how the migrated organisations fare. It reads one index over organisations and the counts by day, never the raw events, so its cost
/// grows with organisations and days and not with what happened. What the numbers mean: <c>docs/migration.md</c>.
/// </summary>
public sealed class MigrationStore(Database database, TimeProvider clock, Playbook? playbook = null)
{
    private readonly ReasonKeeper reasons = new(database, playbook, clock);

    /// <summary>The summary now. Refused when the actor may not.</summary>
    public async Task<Outcome<MigrationSummary>> ReadAsync(MigrationQuery query, Actor actor, CancellationToken cancellationToken) =>
        actor.May(Permission.ReadMigration) ? await ReadAsync(query, cancellationToken).ConfigureAwait(false) : new Refusal.Denied(Permission.ReadMigration);

    internal async Task<MigrationSummary> ReadAsync(MigrationQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var behind = await reasons.CatchUpAsync(cancellationToken).ConfigureAwait(false);
        var filter = MigrationFilter.Of(query);
        return await database.ReadAsync(async connection =>
        {
            var now = clock.GetUtcNow();
            var numbers = new FalloutNumbers(database, connection, query, now, cancellationToken);
            var tally = MigrationTally.Of(await numbers.GroupsAsync().ConfigureAwait(false));
            var moved = await numbers.MovedAsync().ConfigureAwait(false);
            var times = await numbers.TimesAsync(tally.Organisations - tally.Reconnected).ConfigureAwait(false);
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            return tally with
            {
                MedianSecondsToReconnect = times.Median,
                ByDay = await new MigrationDays(query, now).ReadAsync(connection, filter, cancellationToken).ConfigureAwait(false),
                Stragglers = await new StragglerRows(database.Dialect).ReadAsync(connection, filter, cancellationToken).ConfigureAwait(false),
                Reasons = await numbers.ReasonsAsync().ConfigureAwait(false),
                TimeToReconnect = times,
                Comeback = Comebacks.Of(moved, today),
                Forecast = Forecasting.Of(moved, today),
                SilentSufferers = await numbers.SilentSufferersAsync().ConfigureAwait(false),
                CountedTo = behind ?? now,
            };
        }, cancellationToken).ConfigureAwait(false);
    }
}
