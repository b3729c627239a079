using Motics.Support.Data.Access;

namespace Motics.Support.Data.Tests.Access;

public abstract class DataProtectionKeyStoreContract(Engine engine)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_Keys_AreThereAfterARestart()
    {
        await using var temporary = await TemporaryDatabase.CreateAsync(engine);
        var store = new DataProtectionKeyStore(temporary.Database, temporary.Clock);
        Assert.Empty(await store.ListAsync(Cancel));
        await store.AddAsync("<key id=\"1\" />", "key-1", Cancel);
        await store.AddAsync("<key id=\"2\">é</key>", null, Cancel);
        using var restarted = temporary.Open();
        Assert.Equal(["<key id=\"1\" />", "<key id=\"2\">é</key>"], await new DataProtectionKeyStore(restarted, temporary.Clock).ListAsync(Cancel));
    }
}

public sealed class DataProtectionKeyStoreOnSqlite() : DataProtectionKeyStoreContract(Engine.Sqlite);

public sealed class DataProtectionKeyStoreOnSqlServer() : DataProtectionKeyStoreContract(Engine.SqlServer);
