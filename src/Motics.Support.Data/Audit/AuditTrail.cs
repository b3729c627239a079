using System.Data.Common;
using Dapper;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Masking;
using Motics.Support.Data.Live;

namespace Motics.Support.Data.Audit;

/// <summary>Adds to the audit, inside the transaction of the thing that is audited: both are kept or neither. Nothing changes or removes a line.</summary>
public sealed class AuditTrail(Database database)
{
    private const string SelectLast = "SELECT seq AS Seq, hash AS Hash FROM audit ";
    private const string NewestFirst = " ORDER BY seq DESC ";

    private const string Insert = """
        INSERT INTO audit (seq, happened_at, actor, action, target, outcome, detail, previous_hash, hash)
        VALUES (@seq, @happenedAt, @actor, @action, @target, @outcome, @detail, @previousHash, @hash)
        """;

    private readonly string selectLast = SelectLast + database.Dialect.ForUpdate + NewestFirst + database.Dialect.Take;

    /// <summary>Adds a line about something that changes nothing itself, such as a refusal.</summary>
    public Task AddAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        database.WriteAsync((connection, transaction) => AppendAsync(connection, transaction, entry, cancellationToken), cancellationToken);

    /// <summary>Appends one line. Its detail is masked first; the line before is held until the transaction ends, so that the chain never forks.</summary>
    public Task AppendAsync(DbConnection connection, DbTransaction transaction, AuditEntry entry, CancellationToken cancellationToken) =>
        AppendAsync(connection, transaction, [entry], cancellationToken);

    /// <summary>Appends lines, in their order; none for none.</summary>
    public async Task AppendAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Count == 0)
            return;
        var last = await connection.QueryFirstOrDefaultAsync<AuditRow>(
            new CommandDefinition(selectLast, new { take = 1 }, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
        var (seq, hash) = (last?.Seq ?? 0, last?.Hash ?? AuditHash.Beginning);
        foreach (var entry in entries)
            hash = await AppendAsync(connection, transaction, entry, ++seq, hash, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<string> AppendAsync(
        DbConnection connection, DbTransaction transaction, AuditEntry entry, long seq, string previousHash, CancellationToken cancellationToken)
    {
        var kept = entry with { Detail = TextMask.Clean(entry.Detail) };
        var hash = AuditHash.Of(seq, kept, previousHash);
        await connection.ExecuteAsync(new CommandDefinition(Insert, new
        {
            seq,
            happenedAt = UnixTime.Of(kept.At),
            actor = kept.ActorId,
            action = kept.Action,
            target = kept.Target,
            outcome = kept.Outcome,
            detail = kept.Detail,
            previousHash,
            hash,
        }, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
        if (kept.IsChange && LiveTopic.OfTarget(kept.Target) is { } topic)
            transaction.Wrote(topic);
        return hash;
    }
}
