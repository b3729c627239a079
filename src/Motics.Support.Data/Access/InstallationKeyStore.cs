using System.Security.Cryptography;
using Dapper;

namespace Motics.Support.Data.Access;

/// <summary>Secrets of the installation, each made when it is first needed and the same ever after, on every node.</summary>
public sealed class InstallationKeyStore(Database database, TimeProvider clock)
{
    private const int Bytes = 32;
    private const string Select = "SELECT value FROM installation_key WHERE name = @name";
    private const string Insert = "INSERT INTO installation_key (name, value, created_at) SELECT @name, @value, @now WHERE NOT EXISTS (SELECT 1 FROM installation_key WHERE name = @name)";

    /// <summary>The key of this name.</summary>
    public async Task<byte[]> GetAsync(string name, CancellationToken cancellationToken)
    {
        var value = await database.ReadAsync(
            connection => connection.QueryFirstOrDefaultAsync<string>(new CommandDefinition(Select, new { name }, cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
        return Convert.FromBase64String(value ?? await MakeAsync(name, cancellationToken).ConfigureAwait(false));
    }

    private Task<string> MakeAsync(string name, CancellationToken cancellationToken) => database.WriteAsync(async (connection, transaction) =>
    {
        var made = new { name, value = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)), now = UnixTime.Of(clock.GetUtcNow()) };
        await connection.ExecuteAsync(new CommandDefinition(Insert, made, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
        // Whoever was first.
        return await connection.QueryFirstAsync<string>(new CommandDefinition(Select, new { name }, transaction, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }, cancellationToken);
}
