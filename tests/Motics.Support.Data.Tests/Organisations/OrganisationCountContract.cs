using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Tests.Organisations;

public abstract class OrganisationCountContract(Engine engine) : OrganisationContract(engine)
{
    [Fact]
    public async Task Count_Filtered_EachChoiceIsCountedUnderTheOthers()
    {
        await InsertAsync(
            new Clinic("a", "Alpha") { Ehr = Ehr.Nookal, Region = NookalRegion.Eu, Health = Health.Failing, Migrated = Start },
            new Clinic("b", "Alpine") { Ehr = Ehr.Nookal, Region = NookalRegion.Us, Health = Health.NeedsKey },
            new Clinic("c", "Alpha two") { Ehr = Ehr.Cliniko, Shard = "uk1", Health = Health.Failing, Migrated = Start },
            new Clinic("d", "Delta") { Health = Health.Unknown });
        var counts = await Store.CountAsync(new OrganisationQuery { Search = "alp", Ehrs = [Ehr.Nookal], Healths = [Health.Failing] }, Cancel);
        Assert.Equal((4, 1, 3), (counts.All, counts.Matching, counts.NeedSomebody));
        Assert.Equal((1, 1, 0), (counts.ByHealth[Health.Failing], counts.ByHealth[Health.NeedsKey], counts.ByHealth[Health.Unknown]));
        Assert.Equal((1, 1, 0), (counts.ByEhr[Ehr.Nookal], counts.ByEhr[Ehr.Cliniko], counts.ByEhr[Ehr.None]));
        Assert.Equal(new Dictionary<string, int> { ["eu"] = 1 }, counts.ByRegion);
        Assert.Equal((1, 0), (counts.Migrated, counts.NotMigrated));
    }

    [Fact]
    public async Task Count_EveryChoice_IsWhatTheListThenHolds()
    {
        var ehrs = new Ehr?[] { Ehr.Nookal, Ehr.Cliniko, Ehr.Meddbase, Ehr.None, null };
        await InsertAsync(Enumerable.Range(0, 120).Select(index => new Clinic($"o{index}")
        {
            Ehr = ehrs[index % 5],
            Region = index % 3 == 0 ? (NookalRegion)(index % 2) : null,
            Shard = index % 4 == 0 ? "uk1" : null,
            Health = (Health)(index % 6),
            Migrated = index % 7 == 0 ? Start : null,
        }));
        var query = new OrganisationQuery { Migrated = false, Limit = 200 };
        var counts = await Store.CountAsync(query, Cancel);
        Assert.Equal(counts.Matching, await ListedAsync(query));
        foreach (var (health, count) in counts.ByHealth)
        {
            Assert.Equal(count, await ListedAsync(query with { Healths = [health] }));
        }

        foreach (var (ehr, count) in counts.ByEhr)
        {
            Assert.Equal(count, await ListedAsync(query with { Ehrs = [ehr] }));
        }

        foreach (var (region, count) in counts.ByRegion)
        {
            Assert.Equal(count, await ListedAsync(query with { Regions = [region] }));
        }

        Assert.Equal(counts.Migrated, await ListedAsync(query with { Migrated = true }));
    }

    [Fact]
    public async Task Count_NothingThere_IsZeroForEveryChoice()
    {
        var counts = await Store.CountAsync(new OrganisationQuery(), Cancel);
        Assert.Equal((0, 0), (counts.All, counts.Matching));
        Assert.Equal(Enum.GetValues<Health>().Length, counts.ByHealth.Count);
    }

    private async Task<int> ListedAsync(OrganisationQuery query) => (await Store.ListAsync(query, Cancel)).Value!.Items.Count;
}

public sealed class OrganisationCountOnSqlite() : OrganisationCountContract(Engine.Sqlite)
{
    [Theory]
    [InlineData("o.health, o.own_ehr, o.place, o.migrated_at FROM organisation o GROUP BY o.health, o.own_ehr, o.place", "ix_organisation_facets")]
    [InlineData("o.id FROM organisation o WHERE o.place IN ('uk1') AND o.own_ehr IN ('cliniko') AND o.migrated_at IS NOT NULL ORDER BY o.name_folded, o.id", "ix_organisation_name")]
    [InlineData("o.id FROM organisation o WHERE o.place IN ('uk1') ORDER BY o.health_rank, o.health_since_at, o.name_folded, o.id", "ix_organisation_urgency")]
    [InlineData("o.id FROM organisation o WHERE o.place IN ('uk1') AND o.health_since_at IS NOT NULL ORDER BY o.health_since_at, o.id", "ix_organisation_since")]
    public async Task Statements_ByPlace_ReadTheIndexAlone(string select, string index)
    {
        var plan = await Events.StateDump.QueryAsync(Temporary.Database, "plan", $"EXPLAIN QUERY PLAN SELECT {select}");

        Assert.Contains(plan, line => line.Contains($"COVERING INDEX {index}", StringComparison.Ordinal));
    }
}

public sealed class OrganisationCountOnSqlServer() : OrganisationCountContract(Engine.SqlServer);
