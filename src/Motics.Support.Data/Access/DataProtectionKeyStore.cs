using Dapper;

namespace Motics.Support.Data.Access;

/// <summary>
/// The keys that protect sign-in cookies, in the database so that every node and every restart knows them. The host
/// hands these to ASP.NET's key ring, whose interface is not asynchronous.
/// </summary>
public sealed class DataProtectionKeyStore(Database database, TimeProvider clock)
{
    private const string SelectAll = "SELECT xml FROM data_protection_key ORDER BY id";

    private const string Insert = """
        INSERT INTO data_protection_key (id, friendly_name, xml, created_at)
        SELECT COALESCE(MAX(id), 0) + 1, @name, @xml, @now FROM data_protection_key
        """;

    /// <summary>All keys as XML, oldest first.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) =>
        (await database.ReadAsync(connection => connection.QueryAsync<string>(new CommandDefinition(SelectAll, cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false)).AsList();

    /// <summary>Keeps a key.</summary>
    public Task AddAsync(string xml, string? name, CancellationToken cancellationToken) =>
        database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            new CommandDefinition(Insert, new { xml, name = name ?? "", now = UnixTime.Of(clock.GetUtcNow()) }, transaction, cancellationToken: cancellationToken)), cancellationToken);
}
