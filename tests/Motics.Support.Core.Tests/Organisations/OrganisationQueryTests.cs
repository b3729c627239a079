using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Tests.Organisations;

public sealed class OrganisationQueryTests
{
    [Fact]
    public void Read_Nothing_IsAllByName()
    {
        var query = OrganisationQuery.Read(null, null, null, null, null, null, null, null, null).Value!;
        Assert.Equal((null, OrganisationSort.Name, false, null), (query.Search, query.Sort, query.Descending, query.Migrated));
        Assert.Empty(query.Ehrs);
    }

    [Fact]
    public void Read_Everything_IsUnderstood()
    {
        var query = OrganisationQuery.Read("harb", "nookal,cliniko", "au-nz, uk1", "needs-key,failing", "true", "false", "-since", "c", 7).Value!;
        Assert.Equal([Ehr.Nookal, Ehr.Cliniko], query.Ehrs);
        Assert.Equal(["au-nz", "uk1"], query.Regions);
        Assert.Equal([Health.NeedsKey, Health.Failing], query.Healths);
        Assert.Equal((true, false, "-since", "c", 7), (query.Migrated, query.Incident, query.SortName, query.Cursor, query.Limit));
    }

    [Fact]
    public void Read_EverythingWrong_NamesEveryParameter()
    {
        var refusal = OrganisationQuery.Read(new string('x', 201), "clinko", "mars", "ill", "maybe", "1", "colour", null, 201).Refusal;
        Assert.Equal(["search", "ehr", "region", "health", "migrated", "incident", "sort", "limit"], Assert.IsType<Refusal.Invalid>(refusal).Errors.Select(error => error.Field));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("--name")]
    [InlineData("Name")]
    public void Read_SortNotQuite_IsRefused(string sort) =>
        Assert.NotNull(OrganisationQuery.Read(null, null, null, null, null, null, sort, null, null).Refusal);
}
