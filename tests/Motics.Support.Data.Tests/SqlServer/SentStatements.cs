namespace Motics.Support.Data.Tests.SqlServer;

/// <summary>Calls the stores with every choice that changes a statement, and writes down what they send.</summary>
internal static class SentStatements
{
    public static async Task<IReadOnlyList<TsqlStatement>> RecordAsync()
    {
        var sent = new Dictionary<string, TsqlStatement>(StringComparer.Ordinal);
        foreach (var answers in new RecordedAnswers[] { new(_ => 0, (_, _) => null), new(Two, (sql, column) => Value(sql, column, false)), new(Two, (sql, column) => Value(sql, column, true)) })
        {
            foreach (var (name, call) in ListCalls.Of().Concat(SingleCalls.Of()))
            {
                var server = new RecordingServer(answers);
                using var database = new Database(new DatabaseOptions(DatabaseProvider.SqlServer, "Server=nowhere"), server);
                await TryAsync(call(database), mayFail: answers.Rows("") > 0);
                server.Sent.ForEach(sql => sent.TryAdd(TsqlStatement.Plain(sql), new TsqlStatement(name, sql)));
            }
        }

        return [.. sent.Values];
    }

    // Made-up rows need not make sense to whoever reads them. What is not reached then is found as text that no statement holds.
    private static async Task TryAsync(Task call, bool mayFail)
    {
        try
        {
            await call;
        }
        catch (Exception) when (mayFail)
        {
        }
    }

    // So that a page of one has a next; none where somebody reads on until there is none.
    private static int Two(string sql) => sql.Contains("FROM event_identity", StringComparison.Ordinal) ? 0 : 2;

    // What rows hold where the code that reads them asks for something; columns that may be null are, or all have values.
    private static object? Value(string sql, string column, bool filled) => column switch
    {
        "Health" or "HealthWhenTouched" => "failing",
        "Ehr" => "cliniko",
        "Status" => sql.Contains("FROM incident", StringComparison.Ordinal) ? "over" : "resolved",
        "Verdict" => "escalate",
        "Kind" => sql.Contains("FROM ticket_activity", StringComparison.Ordinal) ? "created" : "submitted",
        "Type" => "verified",
        "Detail" or "Answers" or "Checklist" => "{}",
        "AskedAgain" or "Questions" or "Asked" => "[]",
        "LastFailure" => """{"kind":"timeout","message":"x","at":"2026-11-24T09:00:00Z"}""",
        "LastFailureStamp" => "b",
        "LastSuccessStamp" => "a",
        "PlaybookVersion" => "1",
        "seq" or "VerdictAt" => 1L,
        "HealthSinceAt" or "MigratedAt" => filled ? 1L : null,
        "Id" or "OrganisationId" => Guid.CreateVersion7().ToString(),
        _ => null,
    };
}
