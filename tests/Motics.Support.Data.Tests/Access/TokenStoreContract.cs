using Dapper;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Data.Access;
using Motics.Support.Data.Audit;

namespace Motics.Support.Data.Tests.Access;

public abstract class TokenStoreContract(Engine engine) : IAsyncLifetime
{
    private TemporaryDatabase temporary = null!;
    private TokenStore store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        temporary = await TemporaryDatabase.CreateAsync(engine);
        store = new TokenStore(temporary.Database, new AuditTrail(temporary.Database), temporary.Clock);
    }

    public ValueTask DisposeAsync() => temporary?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Create_Token_IsFoundByItsSecretWithItsScopes()
    {
        var created = await CreateAsync("motics-os", Grants.SupportReadScope, Grants.EventsWriteScope);
        Assert.StartsWith("mst_", created.Secret, StringComparison.Ordinal);
        var found = await store.FindAsync(created.Secret, Cancel);
        Assert.Equal("motics-os", found!.Name);
        Assert.Equal([Grants.EventsWriteScope, Grants.SupportReadScope], found.Scopes);
    }

    [Fact]
    public async Task Create_Secret_IsNowhereInTheDatabase()
    {
        var created = await CreateAsync("motics-os", Grants.EventsWriteScope);
        await store.FindAsync(created.Secret, Cancel);
        var kept = await temporary.Database.ReadAsync(connection => connection.QueryAsync("SELECT * FROM token"), Cancel);
        var text = string.Join(' ', kept.SelectMany(row => ((IDictionary<string, object>)row).Values));
        Assert.Contains("motics-os", text, StringComparison.Ordinal);
        Assert.DoesNotContain(created.Secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(created.Secret[TokenSecret.Prefix.Length..], text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("mst_")]
    [InlineData("mst_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' OR 1=1 --")]
    public async Task Find_OtherText_IsNoToken(string secret)
    {
        await CreateAsync("motics-os", Grants.EventsWriteScope);
        Assert.Null(await store.FindAsync(secret, Cancel));
    }

    [Fact]
    public async Task Create_NameInUse_IsRefusedUntilRevoked()
    {
        var first = await CreateAsync("motics-os", Grants.EventsWriteScope);
        var second = await store.CreateAsync("motics-os", [Grants.EventsWriteScope], Actor.System, Cancel);
        Assert.Equal("name", Assert.Single(Assert.IsType<Refusal.Invalid>(second.Refusal).Errors).Field);
        Assert.NotNull((await store.RevokeAsync("motics-os", Actor.System, Cancel)).Value!.RevokedAt);
        Assert.Null(await store.FindAsync(first.Secret, Cancel));
        Assert.True((await store.CreateAsync("motics-os", [Grants.EventsWriteScope], Actor.System, Cancel)).Done);
        Assert.Equal(2, (await store.ListAsync(Cancel)).Count);
    }

    [Theory]
    [InlineData("", "events:write", "name")]
    [InlineData("two words", "events:write", "name")]
    [InlineData("good", "events:everything", "scope")]
    public async Task Create_Nonsense_IsRefusedByField(string name, string scope, string field)
    {
        var outcome = await store.CreateAsync(name, [scope], Actor.System, Cancel);
        Assert.Equal(field, Assert.Single(Assert.IsType<Refusal.Invalid>(outcome.Refusal).Errors).Field);
    }

    [Fact]
    public async Task CreateAndRevoke_WithoutPermission_AreDenied()
    {
        await CreateAsync("motics-os", Grants.EventsWriteScope);
        var agent = new Actor("anna", "Anna", Grants.ByRole[Grants.Agent]);
        Assert.IsType<Refusal.Denied>((await store.CreateAsync("x", [Grants.AdminScope], agent, Cancel)).Refusal);
        Assert.IsType<Refusal.Denied>((await store.RevokeAsync("motics-os", agent, Cancel)).Refusal);
        Assert.Single(await store.ListAsync(Cancel), token => token.RevokedAt is null);
    }

    [Fact]
    public async Task Revoke_Unknown_IsNotFound() =>
        Assert.IsType<Refusal.NotFound>((await store.RevokeAsync("nobody", Actor.System, Cancel)).Refusal);

    [Fact]
    public async Task Find_UsedOften_NotesItOnceAMinute()
    {
        var created = await CreateAsync("motics-os", Grants.EventsWriteScope);
        await store.FindAsync(created.Secret, Cancel);
        temporary.Clock.Advance(TimeSpan.FromSeconds(59));
        await store.FindAsync(created.Secret, Cancel);
        Assert.Equal(TemporaryDatabase.Start, (await store.ListAsync(Cancel))[0].LastUsedAt);
        temporary.Clock.Advance(TimeSpan.FromSeconds(1));
        await store.FindAsync(created.Secret, Cancel);
        Assert.Equal(TemporaryDatabase.Start.AddMinutes(1), (await store.ListAsync(Cancel))[0].LastUsedAt);
    }

    [Fact]
    public async Task CreateAndRevoke_LeaveAuditLines()
    {
        await CreateAsync("motics-os", Grants.EventsWriteScope);
        await store.RevokeAsync("motics-os", Actor.System, Cancel);
        var lines = (await new AuditStore(temporary.Database).ListAsync(new AuditQuery(Target: "token:motics-os"), Cancel)).Value!.Items;
        Assert.Equal(["token.revoke", "token.create"], lines.Select(line => line.Entry.Action));
    }

    private async Task<CreatedToken> CreateAsync(string name, params string[] scopes) => (await store.CreateAsync(name, scopes, Actor.System, Cancel)).Value!;
}

public sealed class TokenStoreOnSqlite() : TokenStoreContract(Engine.Sqlite);

public sealed class TokenStoreOnSqlServer() : TokenStoreContract(Engine.SqlServer);
