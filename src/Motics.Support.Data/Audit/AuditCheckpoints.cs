using Dapper;
using Motics.Support.Core.Audit;
using Motics.Support.Data.Access;

namespace Motics.Support.Data.Audit;

/// <summary>Makes checkpoints of the audit, and compares it with those made before.</summary>
/// <param name="key">What the settings seal with; empty for the installation's own key.</param>
public sealed class AuditCheckpoints(Database database, InstallationKeyStore keys, TimeProvider clock, byte[] key)
{
    private const string KeyName = "audit-checkpoint";
    private const string SelectLast = "SELECT seq AS Seq, hash AS Hash FROM audit ORDER BY seq DESC ";
    private const string SelectHash = "SELECT hash FROM audit WHERE seq = @seq";

    /// <summary>How far the audit is now.</summary>
    public async Task<AuditCheckpoint> MakeAsync(CancellationToken cancellationToken)
    {
        var last = await database.ReadAsync(connection => connection.QueryFirstOrDefaultAsync<AuditRow>(
            new CommandDefinition(SelectLast + database.Dialect.Take, new { take = 1 }, cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
        return AuditCheckpoint.Of(last is { Seq: > 0 } ? last.Seq : 0, last is { Seq: > 0 } ? last.Hash : AuditHash.Beginning, clock.GetUtcNow(), await KeyAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// What speaks against the audit as it is now, in a sentence; null when the checkpoint's last line is still what it was. A chain that is whole up to
    /// there is then the same in every line.
    /// </summary>
    public async Task<string?> ProblemAsync(AuditCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        if (!checkpoint.IsSealedWith(await KeyAsync(cancellationToken).ConfigureAwait(false)))
            return $"The checkpoint of {checkpoint.At:yyyy-MM-dd HH:mm} UTC was not sealed with this installation's key, or was changed since. It says nothing about the audit.";
        if (checkpoint.Lines == 0)
            return null;
        var hash = await database.ReadAsync(connection => connection.QueryFirstOrDefaultAsync<string>(
            new CommandDefinition(SelectHash, new { seq = checkpoint.Lines }, cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
        return hash is null ? $"Lines were cut off: on {checkpoint.At:yyyy-MM-dd HH:mm} UTC there were {checkpoint.Lines}, and line {checkpoint.Lines} is gone."
            : hash != checkpoint.LastHash ? $"The audit was written anew: line {checkpoint.Lines} is another than on {checkpoint.At:yyyy-MM-dd HH:mm} UTC."
            : null;
    }

    private async Task<byte[]> KeyAsync(CancellationToken cancellationToken) => key.Length > 0 ? key : await keys.GetAsync(KeyName, cancellationToken).ConfigureAwait(false);
}
