using System.Data.Common;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Audit;
using Motics.Support.Data.Access;
using Motics.Support.Data.Audit;

namespace Motics.Support.Data.Tests.Audit;

public abstract class AuditContract(Engine engine) : IAsyncLifetime
{
    private TemporaryDatabase temporary = null!;
    private AuditTrail trail = null!;
    private AuditStore store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        temporary = await TemporaryDatabase.CreateAsync(engine);
        trail = new AuditTrail(temporary.Database);
        store = new AuditStore(temporary.Database);
    }

    public ValueTask DisposeAsync() => temporary?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Names_PeopleAndTargets_AreThoseThatAreKnown()
    {
        await temporary.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync("""
            INSERT INTO organisation (id, name, name_folded, search_folded, stamps, health, health_rank, health_reason, keys_since_migration, keys_failed_since_migration, keys_distinct_since_migration)
            VALUES ('harbour', 'Harbour Street', 'harbour street', 'x', '{}', 'unknown', 4, '', 0, 0, 0), ('stub', NULL, 'stub', 'x', '{}', 'unknown', 4, '', 0, 0, 0);
            INSERT INTO person (id, name, seen_at) VALUES ('ana', 'Ana', 0);
            INSERT INTO ticket (number, organisation_id, subject, status, answers, asked_again, checklist, version, created_at, created_by_id, created_by_name, updated_at, touched_at, health_when_touched)
            VALUES (7, 'harbour', 'x', 'open', '{}', '[]', '[]', 1, 0, 'a', 'A', 0, 0, 'unknown'), (8, 'stub', 'x', 'open', '{}', '[]', '[]', 1, 0, 'a', 'A', 0, 0, 'unknown');
            INSERT INTO escalation (number, ticket_number, organisation_id, status, verdict, submitted_at, submitted_by_id, submitted_by_name, questions, packet_json, packet_markdown, version, updated_at)
            VALUES (3, 7, 'harbour', 'submitted', 'escalate', 0, 'a', 'A', '[]', '{}', '', 1, 0)
            """, transaction: transaction), Cancel);
        string[] targets = ["organisation:harbour", "organisation:stub", "organisation:gone", "ticket:7", "ticket:8", "ticket:99", "ticket:odd", "escalation:3", "token:x", "nothing"];

        var names = await new AuditNaming(temporary.Database).ReadAsync(targets.Select((target, seq) => new AuditLine(seq, Entry(1) with { Target = target }, "")), Cancel);

        Assert.Equal(new Dictionary<string, string> { ["ana"] = "Ana" }, names.People);
        Assert.Equal(
            new Dictionary<string, string> { ["organisation:harbour"] = "Harbour Street", ["ticket:7"] = "Harbour Street", ["ticket:8"] = "stub", ["escalation:3"] = "Harbour Street" },
            names.Targets);
    }

    [Fact]
    public async Task Append_Entries_AreListedNewestFirstAsTheyWere()
    {
        await AppendAsync(Entry(1), Entry(2, detail: null));
        var page = (await store.ListAsync(new AuditQuery(), Cancel)).Value!;
        Assert.Equal([2L, 1L], page.Items.Select(line => line.Seq));
        Assert.Equal(Entry(2, detail: null), page.Items[0].Entry);
        Assert.Equal(Entry(1), page.Items[1].Entry);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Append_TransactionRolledBack_LeavesNoLine()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => temporary.Database.WriteAsync(async (connection, transaction) =>
        {
            await trail.AppendAsync(connection, transaction, Entry(1), Cancel);
            throw new InvalidOperationException();
        }, Cancel));
        Assert.Empty((await store.ListAsync(new AuditQuery(), Cancel)).Value!.Items);
    }

    [Fact]
    public async Task Append_DetailHoldsAnAddress_IsMasked()
    {
        await AppendAsync(Entry(1, detail: "wrote to jane" + "@clinic.example"));
        var line = (await store.ListAsync(new AuditQuery(), Cancel)).Value!.Items[0];
        Assert.DoesNotContain("jane", line.Entry.Detail, StringComparison.Ordinal);
        Assert.Null((await store.VerifyAsync(Cancel)).BrokenAt);
    }

    [Fact]
    public async Task Append_ManyAtOnce_MakesOneChain()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(index => Task.Run(() => AppendAsync(Entry(index)), Cancel)));
        Assert.Equal(new AuditVerification(30, null, (await LastAsync()).Hash), await store.VerifyAsync(Cancel));
    }

    [Theory]
    [InlineData("UPDATE audit SET detail = 'other' WHERE seq = 2")]
    [InlineData("DELETE FROM audit WHERE seq = 2")]
    [InlineData("DELETE FROM audit")]
    [InlineData("INSERT INTO audit SELECT 0, happened_at, actor, action, target, outcome, detail, previous_hash, hash FROM audit WHERE seq = 1")]
    [InlineData("INSERT INTO audit SELECT -7, happened_at, actor, action, target, outcome, detail, previous_hash, hash FROM audit WHERE seq = 1")]
    [InlineData("INSERT INTO audit SELECT 2, happened_at, actor, action, target, outcome, 'other', previous_hash, hash FROM audit WHERE seq = 2")]
    [InlineData("INSERT INTO audit SELECT 9, happened_at, actor, action, target, outcome, detail, previous_hash, hash FROM audit WHERE seq = 3")]
    [InlineData("INSERT INTO audit SELECT 4, happened_at, actor, action, target, outcome, detail, previous_hash, hash FROM audit WHERE seq = 3")]
    public async Task Change_ThroughTheDatabase_IsRefusedByIt(string statement)
    {
        await AppendAsync(Entry(1), Entry(2), Entry(3));
        await Assert.ThrowsAnyAsync<DbException>(() => temporary.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(statement, transaction: transaction), Cancel));
        Assert.Equal(3, (await store.VerifyAsync(Cancel)).Lines);
    }

    [Theory]
    [InlineData("UPDATE audit SET detail = 'other' WHERE seq = 2")]
    [InlineData("UPDATE audit SET detail = NULL WHERE seq = 2")]
    [InlineData("UPDATE audit SET happened_at = happened_at + 1 WHERE seq = 2")]
    [InlineData("UPDATE audit SET actor = 'other' WHERE seq = 2")]
    [InlineData("UPDATE audit SET hash = previous_hash WHERE seq = 2")]
    [InlineData("DELETE FROM audit WHERE seq = 2")]
    [InlineData("UPDATE audit SET seq = 7 WHERE seq = 2")]
    [InlineData("UPDATE audit SET action = target, target = action WHERE seq = 2")]
    [InlineData("UPDATE audit SET outcome = 'refused' WHERE seq = 2")]
    [InlineData("UPDATE audit SET previous_hash = hash WHERE seq = 2")]
    public async Task Verify_LineTamperedWithBehindTheTriggers_NamesIt(string statement)
    {
        await AppendAsync(Entry(1), Entry(2), Entry(3));
        Assert.Null((await store.VerifyAsync(Cancel)).BrokenAt);
        temporary.KeepFromOthers();
        await temporary.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(DropTriggers + statement, transaction: transaction), Cancel);
        var verification = await store.VerifyAsync(Cancel);
        Assert.Equal(2, verification.BrokenAt);
        Assert.Equal(1, verification.Lines);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("-9223372036854775808")]
    public async Task Verify_LinePutBeforeTheFirst_NamesIt(string seq)
    {
        await AppendAsync(Entry(1), Entry(2), Entry(3));
        await BehindAsync($"INSERT INTO audit SELECT {seq}, happened_at, actor, action, target, outcome, detail, previous_hash, hash FROM audit WHERE seq = 1");

        var verification = await store.VerifyAsync(Cancel);

        Assert.Equal(seq, $"{verification.BrokenAt}");
        Assert.Equal(0, verification.Lines);
    }

    [Theory]
    [InlineData("DELETE FROM audit WHERE seq > 2", "cut off")]
    [InlineData("DELETE FROM audit", "cut off")]
    [InlineData("DELETE FROM audit WHERE seq = 3", "cut off")]
    public async Task Checkpoint_ChainThatIsWholeButShorter_SaysSo(string statement, string told)
    {
        await AppendAsync(Entry(1), Entry(2), Entry(3));
        var before = await Checkpoints().MakeAsync(Cancel);
        await AppendAsync(Entry(4));
        Assert.Null(await Checkpoints().ProblemAsync(before, Cancel));

        await BehindAsync(statement + (statement.Contains('>', StringComparison.Ordinal) || !statement.Contains('=', StringComparison.Ordinal) ? "" : " OR seq = 4"));

        Assert.Null((await store.VerifyAsync(Cancel)).BrokenAt);
        Assert.Contains(told, await Checkpoints().ProblemAsync(before, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checkpoint_ChainWrittenAnew_SaysSoAlthoughTheChainIsWhole()
    {
        await AppendAsync(Entry(1), Entry(2), Entry(3));
        var before = await Checkpoints().MakeAsync(Cancel);
        await BehindAsync("DELETE FROM audit");
        await AppendAsync(Entry(1), Entry(2, detail: "nothing of the kind"), Entry(3), Entry(4));

        Assert.Null((await store.VerifyAsync(Cancel)).BrokenAt);
        Assert.Contains("written anew", await Checkpoints().ProblemAsync(before, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checkpoint_MadeUpOrOfAnotherKey_SaysNothing()
    {
        await AppendAsync(Entry(1), Entry(2));
        var (own, other) = (await Checkpoints().MakeAsync(Cancel), await Checkpoints([.. Enumerable.Repeat((byte)7, 32)]).MakeAsync(Cancel));

        Assert.Equal((2, 2), (own.Lines, other.Lines));
        Assert.Null(await Checkpoints().ProblemAsync(own, Cancel));
        Assert.Contains("not sealed", await Checkpoints().ProblemAsync(other, Cancel), StringComparison.Ordinal);
        Assert.Contains("not sealed", await Checkpoints().ProblemAsync(own with { Lines = 1 }, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checkpoint_OfAnEmptyAudit_HoldsWhateverFollows()
    {
        var before = await Checkpoints().MakeAsync(Cancel);
        await AppendAsync(Entry(1));

        Assert.Equal(0, before.Lines);
        Assert.Null(await Checkpoints().ProblemAsync(before, Cancel));
    }

    [Fact]
    public async Task Verify_MoreThanOneStep_WalksThemAll()
    {
        await AppendAsync([.. Enumerable.Range(0, 2001).Select(index => Entry(index))]);
        Assert.Equal(2001, (await store.VerifyAsync(Cancel)).Lines);
    }

    [Fact]
    public async Task List_Filtered_HoldsOnlyThose()
    {
        await AppendAsync(Entry(1), Entry(2) with { ActorId = "ben" }, Entry(3) with { Action = "ticket.close" }, Entry(4) with { Target = "ticket:7" });
        Assert.Equal([2L], await SeqsAsync(new AuditQuery(Actor: "ben")));
        Assert.Equal([3L], await SeqsAsync(new AuditQuery(Action: "ticket.close")));
        Assert.Equal([4L], await SeqsAsync(new AuditQuery(Target: "ticket:7")));
        Assert.Empty(await SeqsAsync(new AuditQuery(Actor: "ben", Target: "ticket:7")));
    }

    [Fact]
    public async Task List_PagedWhileLinesAreAdded_HasNoGapAndNoRepeat()
    {
        await AppendAsync([.. Enumerable.Range(0, 7).Select(index => Entry(index))]);
        var (seqs, cursor) = (new List<long>(), (string?)null);
        do
        {
            var page = (await store.ListAsync(new AuditQuery(Cursor: cursor, Limit: 2), Cancel)).Value!;
            seqs.AddRange(page.Items.Select(line => line.Seq));
            cursor = page.Next;
            await AppendAsync(Entry(99));
        }
        while (cursor is not null);
        Assert.Equal([7L, 6L, 5L, 4L, 3L, 2L, 1L], seqs);
    }

    [Fact]
    public async Task List_CursorOfOtherFilters_IsRefusedByField()
    {
        await AppendAsync(Entry(1), Entry(2));
        var page = (await store.ListAsync(new AuditQuery(Limit: 1), Cancel)).Value!;
        var refusal = (await store.ListAsync(new AuditQuery(Actor: "anna", Cursor: page.Next), Cancel)).Refusal;
        Assert.Equal("cursor", Assert.Single(Assert.IsType<Refusal.Invalid>(refusal).Errors).Field);
    }

    // What somebody does who may do everything in the database.
    private string DropTriggers => engine == Engine.Sqlite
        ? "DROP TRIGGER IF EXISTS tr_audit_no_update; DROP TRIGGER IF EXISTS tr_audit_no_delete; DROP TRIGGER IF EXISTS tr_audit_only_at_its_end; "
        : "DROP TRIGGER IF EXISTS tr_audit_no_change; DROP TRIGGER IF EXISTS tr_audit_only_at_its_end; ALTER TABLE audit DROP CONSTRAINT IF EXISTS ck_audit_seq; ";

    private AuditCheckpoints Checkpoints(byte[]? key = null) => new(temporary.Database, new InstallationKeyStore(temporary.Database, temporary.Clock), temporary.Clock, key ?? []);

    private async Task BehindAsync(string statement)
    {
        temporary.KeepFromOthers();
        await temporary.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(DropTriggers + statement, transaction: transaction), Cancel);
    }

    private static AuditEntry Entry(int index, string? detail = "Über 5 Zeilen") =>
        new(TemporaryDatabase.Start.AddMilliseconds(index), "anna", "organisation.read", "organisation:harbour", AuditEntry.Done, detail);

    private async Task AppendAsync(params AuditEntry[] entries) => await temporary.Database.WriteAsync(async (connection, transaction) =>
    {
        foreach (var entry in entries)
        {
            await trail.AppendAsync(connection, transaction, entry, Cancel);
        }
    }, Cancel);

    private async Task<IEnumerable<long>> SeqsAsync(AuditQuery query) => (await store.ListAsync(query, Cancel)).Value!.Items.Select(line => line.Seq);

    private async Task<AuditLine> LastAsync() => (await store.ListAsync(new AuditQuery(Limit: 1), Cancel)).Value!.Items[0];
}

public sealed class AuditOnSqlite() : AuditContract(Engine.Sqlite)
{
    [Theory]
    [InlineData("REPLACE")]
    [InlineData("IGNORE")]
    [InlineData("FAIL")]
    [InlineData("ROLLBACK")]
    public async Task Insert_InPlaceOfALine_IsRefusedWhateverItIsToldToDo(string conflict)
    {
        await using var temporary = await TemporaryDatabase.CreateAsync();
        var trail = new AuditTrail(temporary.Database);
        foreach (var target in new[] { "ticket:1", "ticket:2", "ticket:3" })
        {
            await trail.AddAsync(new AuditEntry(TemporaryDatabase.Start, "anna", "ticket.close", target, AuditEntry.Done, null), TestContext.Current.CancellationToken);
        }

        await Assert.ThrowsAnyAsync<DbException>(() => temporary.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            $"INSERT OR {conflict} INTO audit SELECT 2, happened_at, actor, action, 'ticket:9', outcome, detail, previous_hash, hash FROM audit WHERE seq = 2", transaction: transaction), TestContext.Current.CancellationToken));

        Assert.Equal(3, (await new AuditStore(temporary.Database).VerifyAsync(TestContext.Current.CancellationToken)).Lines);
    }
}

public sealed class AuditOnSqlServer() : AuditContract(Engine.SqlServer);
