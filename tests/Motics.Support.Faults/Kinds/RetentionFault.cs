using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Motics.Support.Faults.Kinds;

/// <summary>The portal is killed while it deletes what is past its time.</summary>
internal sealed class RetentionFault : Fault
{
    private const int OldIdentities = 3_000;
    private long deleted;

    public override string Name => "retention";

    protected override string Told => string.Create(CultureInfo.InvariantCulture, $"{deleted:N0} events deleted");

    protected override async Task<string?> RoundAsync(Scene scene, int round)
    {
        await RememberAsync(scene, round);
        await scene.Load.StartAsync();
        await scene.SomeTimeAsync(50, 1_500);
        await scene.KillAndStartAsync();
        deleted = scene.Load.Acknowledged.Keys.Sum(batch => (long)Load.Ids(batch).Count()) - Whole.Count(scene.Database.File!, "SELECT COUNT(*) FROM event");
        return deleted >= 0 ? null : "more events are there than were sent";
    }

    // Identities from long ago, for it to look through and delete.
    private static async Task RememberAsync(Scene scene, int round)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = scene.Database.File, Pooling = false, DefaultTimeout = 30 }.ToString());
        await connection.OpenAsync(scene.Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @most) INSERT INTO event_identity (source, event_id, seen_at) SELECT 'long-ago', @round || '-' || i, 0 FROM n";
        command.Parameters.AddWithValue("@most", OldIdentities);
        command.Parameters.AddWithValue("@round", round);
        await command.ExecuteNonQueryAsync(scene.Stop);
    }
}
