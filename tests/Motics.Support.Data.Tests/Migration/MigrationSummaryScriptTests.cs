using Dapper;

namespace Motics.Support.Data.Tests.Migration;

public sealed class MigrationSummaryScriptTests
{
    private const string Script = "0006_migration_summary.sql";

    [Fact]
    public async Task Script_OnADatabaseWithEvents_FindsFirstSuccessesAfterTheMigration()
    {
        await using var temporary = TemporaryDatabase.CreateEmpty();
        await using var connection = await temporary.Database.OpenAsync(TestContext.Current.CancellationToken);
        await OldRows.MigrateAsync(connection, Script, """
            INSERT INTO organisation (id, name_folded, search_folded, stamps, health, health_rank, health_reason, own_ehr, migrated_at,
              keys_since_migration, keys_failed_since_migration, keys_distinct_since_migration)
            VALUES ('back', '', '', '{}', 'connected', 5, '', 'cliniko', 100, 0, 0, 0), ('out', '', '', '{}', 'failing', 1, '', 'cliniko', 100, 0, 0, 0),
              ('still', '', '', '{}', 'connected', 5, '', 'cliniko', NULL, 0, 0, 0);
            INSERT INTO connection (organisation_id, ehr, searches_since_migration, searches_empty_since_migration)
            VALUES ('back', 'cliniko', 0, 0), ('back', 'nookal', 0, 0), ('out', 'cliniko', 0, 0), ('still', 'cliniko', 0, 0);
            INSERT INTO event (organisation_id, at, type_order, type, source, event_id, received_at, ehr, outcome, detail)
            VALUES ('back', 50, 0, '', '', '1', 0, 'cliniko', 'success', '{}'), ('back', 100, 0, '', '', '2', 0, 'cliniko', 'failure', '{}'),
              ('back', 130, 0, '', '', '3', 0, 'cliniko', 'success', '{}'), ('back', 120, 0, '', '', '4', 0, 'cliniko', 'success', '{}'),
              ('back', 110, 0, '', '', '5', 0, 'nookal', 'success', '{}'), ('out', 99, 0, '', '', '6', 0, 'cliniko', 'success', '{}'),
              ('still', 130, 0, '', '', '7', 0, 'cliniko', 'success', '{}');
            """);

        Assert.Equal(
            [("back", 120L), ("out", null), ("still", null)],
            await connection.QueryAsync<(string, long?)>("SELECT id, reconnected_at FROM organisation ORDER BY id"));
        Assert.Equal(
            [("back", "cliniko", 120L), ("back", "nookal", 110L), ("out", "cliniko", null), ("still", "cliniko", null)],
            await connection.QueryAsync<(string, string, long?)>("SELECT organisation_id, ehr, reconnected_at FROM connection ORDER BY organisation_id, ehr"));
    }
}
