using Dapper;

namespace Motics.Support.Data.Tests.Migration;

public sealed class EscalationErrorScriptTests
{
    private const string Script = "0014_escalations_by_error.sql";

    [Fact]
    public async Task Script_OnEscalationsThatWereSent_TakesTheErrorOfTheirPackets()
    {
        await using var temporary = TemporaryDatabase.CreateEmpty();
        await using var connection = await temporary.Database.OpenAsync(TestContext.Current.CancellationToken);
        await OldRows.MigrateAsync(connection, Script, """
            INSERT INTO organisation (id, name_folded, search_folded, stamps, health, health_rank, health_reason, keys_since_migration, keys_failed_since_migration, keys_distinct_since_migration)
            VALUES ('a', '', '', '{}', 'unknown', 4, '', 0, 0, 0);
            INSERT INTO ticket (number, organisation_id, subject, status, answers, asked_again, checklist, version, created_at, created_by_id, created_by_name, updated_at, touched_at, health_when_touched)
            VALUES (1, 'a', 'x', 'closed', '{}', '[]', '[]', 1, 0, 'a', 'A', 0, 0, 'unknown');
            INSERT INTO escalation (number, ticket_number, organisation_id, status, verdict, submitted_at, submitted_by_id, submitted_by_name, questions, packet_json, packet_markdown, version, updated_at)
            VALUES (1, 1, 'a', 'resolved', 'escalate', 0, 'a', 'A', '[]', '{"errorGroup":{"id":"g1","title":"x"}}', '', 1, 0), (2, 1, 'a', 'resolved', 'escalate', 0, 'a', 'A', '[]', '{"errorGroup":null}', '', 1, 0),
              (3, 1, 'a', 'resolved', 'escalate', 0, 'a', 'A', '[]', 'no JSON', '', 1, 0);
            """);

        Assert.Equal([(1L, "g1"), (2L, null), (3L, null)], await connection.QueryAsync<(long, string?)>("SELECT number, error_group_id FROM escalation ORDER BY number"));
    }
}
