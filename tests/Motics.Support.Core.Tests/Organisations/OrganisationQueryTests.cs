using Motics.Support.Core.Migration;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Core.Tests.Organisations;

public sealed class OrganisationQueryTests
{
    [Fact]
    public void Read_Nothing_IsAllByName()
    {
        var query = OrganisationQuery.Read(new OrganisationsAsked()).Value!;
        Assert.Equal((null, OrganisationSort.Name, false, null), (query.Search, query.Sort, query.Descending, query.Migrated));
        Assert.Empty(query.Ehrs);
    }

    [Fact]
    public void Read_Everything_IsUnderstood()
    {
        var query = OrganisationQuery.Read(new OrganisationsAsked
        {
            Search = "harb",
            Ehr = "nookal,cliniko",
            Region = "au-nz, uk1",
            Health = "needs-key,failing",
            Migrated = "true",
            Incident = "false",
            Sort = "-since",
            Cursor = "c",
            Limit = 7,
        }).Value!;
        Assert.Equal([Ehr.Nookal, Ehr.Cliniko], query.Ehrs);
        Assert.Equal(["au-nz", "uk1"], query.Regions);
        Assert.Equal([Health.NeedsKey, Health.Failing], query.Healths);
        Assert.Equal((true, false, "-since", "c", 7), (query.Migrated, query.Incident, query.SortName, query.Cursor, query.Limit));
    }

    [Fact]
    public void Read_EverythingWrong_NamesEveryParameter()
    {
        var refusal = OrganisationQuery.Read(new OrganisationsAsked
        {
            Search = new string('x', 201),
            Ehr = "clinko",
            Region = "mars",
            Health = "ill",
            Migrated = "maybe",
            Incident = "1",
            Sort = "colour",
            Limit = 201,
            HasTicket = "2",
            MigrationState = "gone",
            Wave = new string('x', 201),
            Copying = "often",
            Pushing = "3",
            Reconnected = "4",
            Took = "long",
            From = "soon",
            To = "later",
            BackOn = "today",
            OutOn = "2026-13-01",
        }).Refusal;
        Assert.Equal(["sort", "search", "ehr", "region", "health", "migrated", "incident", "hasTicket", "migrationState", "wave", "copying", "pushing", "reconnected", "took", "from", "to", "backOn", "outOn", "limit"],
            Assert.IsType<Refusal.Invalid>(refusal).Errors.Select(error => error.Field));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("--name")]
    [InlineData("Name")]
    public void Read_SortNotQuite_IsRefused(string sort) =>
        Assert.NotNull(OrganisationQuery.Read(new OrganisationsAsked { Sort = sort }).Refusal);

    [Fact]
    public void Write_EveryFilter_IsTheSameWhenReadBack()
    {
        var query = new OrganisationQuery
        {
            Search = "möbius & söhne, 50 %",
            Ehrs = [Ehr.Nookal, Ehr.None],
            Regions = ["uk1", "none"],
            Healths = [Health.Failing],
            Migrated = true,
            Incident = false,
            HasTicket = false,
            MigrationStates = [MigrationState.NeedsKey, MigrationState.Silent],
            Waves = ["2", "a, b", "none"],
            Reasons = ["reconnect", "none"],
            Copying = true,
            Pushing = false,
            Reconnected = true,
            Took = [ReturnTime.WithinDay, ReturnTime.Longer],
            From = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
            Before = new(2026, 11, 3, 0, 0, 0, TimeSpan.Zero),
            BackOn = new(2026, 11, 2),
            OutOn = new(2026, 11, 4),
            Sort = OrganisationSort.Need,
            Descending = true,
        };

        var read = OrganisationQuery.Read(OrganisationsAsked.Parse("?" + query.Write().Write()).Value!);

        Assert.Equivalent(query, read.Value, strict: true);
    }

    [Fact]
    public void Parse_UnknownAndRepeatedParameters_AreNamed()
    {
        var refusal = OrganisationsAsked.Parse("?ehr=cliniko&colour=red&EHR=nookal&limit=many").Refusal;
        Assert.Equal(["colour", "EHR", "limit"], Assert.IsType<Refusal.Invalid>(refusal).Errors.Select(error => error.Field));
    }
}
