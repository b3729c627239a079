using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Masking;

namespace Motics.Support.Data.Access;

/// <summary>What somebody is typing, kept on every change: a lost connection or another browser loses nothing. Masked like every text.</summary>
public sealed class DraftStore(Database database, TimeProvider clock)
{
    /// <summary>Longest draft; what is beyond is not kept, and a sign at the end says so.</summary>
    public const int Longest = 20_000;

    private const string Select = "SELECT body FROM draft WHERE actor = @actor AND draft_key = @key";
    private const string Update = "UPDATE draft SET body = @body, saved_at = @now WHERE actor = @actor AND draft_key = @key";
    private const string Insert = "INSERT INTO draft (actor, draft_key, body, saved_at) VALUES (@actor, @key, @body, @now)";
    private const string Delete = "DELETE FROM draft WHERE actor = @actor AND draft_key = @key";
    private const string DeleteOld = "DELETE FROM draft WHERE saved_at < @before";

    /// <summary>The draft of this person under this key (<c>ticket:1043:note</c>); null when there is none.</summary>
    public Task<string?> FindAsync(string actor, string key, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<string?>(new CommandDefinition(Select, new { actor, key }, cancellationToken: cancellationToken)), cancellationToken);

    /// <summary>Keeps the draft and gives back what was kept; blank text removes it.</summary>
    public async Task<string> SaveAsync(string actor, string key, string text, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            await RemoveAsync(actor, key, cancellationToken).ConfigureAwait(false);
            return "";
        }

        // Masked before it is cut, so that the cut cannot leave half a secret that is not recognised.
        var masked = TextMask.Clean(text);
        var body = TextCut.Marked(masked, Longest);
        await database.WriteAsync(async (connection, transaction) =>
        {
            var values = new { actor, key, body, now = UnixTime.Of(clock.GetUtcNow()) };
            if (await connection.ExecuteAsync(new CommandDefinition(Update, values, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false) == 0)
            {
                await connection.ExecuteAsync(new CommandDefinition(Insert, values, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
            }
        }, cancellationToken).ConfigureAwait(false);
        return body;
    }

    /// <summary>Forgets the draft: it was sent or thrown away.</summary>
    public Task RemoveAsync(string actor, string key, CancellationToken cancellationToken) =>
        database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            new CommandDefinition(Delete, new { actor, key }, transaction, cancellationToken: cancellationToken)), cancellationToken);

    /// <summary>Forgets drafts that nobody touched since; gives back how many.</summary>
    public Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        database.WriteAsync<int>((connection, transaction) => connection.ExecuteAsync(
            new CommandDefinition(DeleteOld, new { before = UnixTime.Of(before) }, transaction, cancellationToken: cancellationToken)), cancellationToken);
}
