using System.Data.Common;
using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Data.Audit;

namespace Motics.Support.Data.Access;

/// <summary>Tokens by which programs come in. The secret is given back once, when it is made; only its hash is kept.</summary>
public sealed class TokenStore(Database database, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Longest name of a token.</summary>
    public const int LongestName = 100;

    // A write for every request would cost more than the request.
    private static readonly TimeSpan UseStep = TimeSpan.FromMinutes(1);

    private const string SelectAll = $"SELECT {TokenRow.Columns} FROM token ORDER BY CASE WHEN revoked_at IS NULL THEN 0 ELSE 1 END, name, created_at";
    private const string SelectByHash = $"SELECT {TokenRow.Columns} FROM token WHERE hash = @hash AND revoked_at IS NULL";
    private const string SelectByName = $"SELECT {TokenRow.Columns} FROM token WHERE name = @name AND revoked_at IS NULL";
    private const string Insert = "INSERT INTO token (id, name, hash, scopes, created_at, created_by) VALUES (@id, @name, @hash, @scopes, @createdAt, @createdBy)";
    private const string UpdateRevoked = "UPDATE token SET revoked_at = @now WHERE id = @id AND revoked_at IS NULL";
    private const string UpdateUsed = "UPDATE token SET last_used_at = @now WHERE id = @id AND (last_used_at IS NULL OR last_used_at < @now)";

    /// <summary>Makes a token. Refused when the actor may not, the name is taken or no good, or a scope is unknown.</summary>
    public async Task<Outcome<CreatedToken>> CreateAsync(string name, IReadOnlyList<string> scopes, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.May(Permission.ManageTokens))
        {
            return new Refusal.Denied(Permission.ManageTokens);
        }

        if (TokenRequest.Check(name, scopes) is { Count: > 0 } errors)
        {
            return new Refusal.Invalid(errors);
        }

        var secret = TokenSecret.Create();
        var token = new AccessToken(Guid.CreateVersion7().ToString(), name, [.. scopes.Distinct().Order(StringComparer.Ordinal)], clock.Now(), actor.Id, null, null);
        return await database.WriteAsync(async (connection, transaction) =>
        {
            if (await ActiveAsync(connection, transaction, name, cancellationToken).ConfigureAwait(false) is not null)
            {
                return Refusal.Field("name", "There is a token of this name. Choose another, or revoke that one first.");
            }

            await connection.ExecuteAsync(new CommandDefinition(Insert, new
            {
                id = token.Id,
                name = token.Name,
                hash = TokenSecret.Hash(secret),
                scopes = string.Join(' ', token.Scopes),
                createdAt = UnixTime.Of(token.CreatedAt),
                createdBy = token.CreatedBy,
            }, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
            await AuditAsync(connection, transaction, actor, "token.create", token, cancellationToken).ConfigureAwait(false);
            return (Outcome<CreatedToken>)new CreatedToken(token, secret);
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a token back by its name; it is good for nothing from the next request on.</summary>
    public async Task<Outcome<AccessToken>> RevokeAsync(string name, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.May(Permission.ManageTokens))
        {
            return new Refusal.Denied(Permission.ManageTokens);
        }

        return await database.WriteAsync(async (connection, transaction) =>
        {
            if (await ActiveAsync(connection, transaction, name, cancellationToken).ConfigureAwait(false) is not { } token)
            {
                return new Refusal.NotFound("A token of this name that is not revoked");
            }

            var now = UnixTime.Of(clock.GetUtcNow());
            await connection.ExecuteAsync(new CommandDefinition(UpdateRevoked, new { id = token.Id, now }, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
            await AuditAsync(connection, transaction, actor, "token.revoke", token, cancellationToken).ConfigureAwait(false);
            return (Outcome<AccessToken>)(token with { RevokedAt = UnixTime.Time(now) });
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>All tokens: the good ones first, by name. Refused when the actor may not.</summary>
    public async Task<Outcome<IReadOnlyList<AccessToken>>> ListAsync(Actor actor, CancellationToken cancellationToken) =>
        actor.May(Permission.ManageTokens) ? (await ListAsync(cancellationToken).ConfigureAwait(false)).ToList() : new Refusal.Denied(Permission.ManageTokens);

    internal async Task<IReadOnlyList<AccessToken>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<TokenRow>(new CommandDefinition(SelectAll, cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToToken())];
    }

    /// <summary>The good token with this secret, or null. Notes that it was used, at most once a minute.</summary>
    public async Task<AccessToken?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        if (!TokenSecret.HasForm(secret))
        {
            return null;
        }

        var row = await database.ReadAsync(connection => connection.QueryFirstOrDefaultAsync<TokenRow>(
            new CommandDefinition(SelectByHash, new { hash = TokenSecret.Hash(secret) }, cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
        if (row?.ToToken() is not { } token)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        return token.LastUsedAt is { } used && now - used < UseStep ? token : await NoteUseAsync(token, now, cancellationToken).ConfigureAwait(false);
    }

    private async Task<AccessToken> NoteUseAsync(AccessToken token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
                new CommandDefinition(UpdateUsed, new { id = token.Id, now = UnixTime.Of(now) }, transaction, cancellationToken: cancellationToken)), TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
            return token with { LastUsedAt = now };
        }
        catch (DatabaseUnavailableException)
        {
            // Nobody is kept out because it cannot be noted now; the next request notes it.
            return token;
        }
    }

    private static async Task<AccessToken?> ActiveAsync(DbConnection connection, DbTransaction transaction, string name, CancellationToken cancellationToken) =>
        (await connection.QueryFirstOrDefaultAsync<TokenRow>(
            new CommandDefinition(SelectByName, new { name }, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false))?.ToToken();

    private Task AuditAsync(DbConnection connection, DbTransaction transaction, Actor actor, string action, AccessToken token, CancellationToken cancellationToken) =>
        audit.AppendAsync(connection, transaction, new AuditEntry(
            clock.GetUtcNow(), actor.Id, action, $"token:{token.Name}", AuditEntry.Done, $"Scopes: {string.Join(' ', token.Scopes)}"), cancellationToken);
}
